package io.halfspread.engine.tuning;

/**
 * A candidate that changed nothing, as its event says it. Cold.
 *
 * @param source where it came from
 * @param reason all errors in one line; what exceeds the 700 bytes of the event is cut
 */
public record TuningRejection(TuningSource source, String reason) {}
