package io.halfspread.engine.replay;

/**
 * A parameter set that came into force during a replay.
 *
 * @param version  version from 1
 * @param sha256   64 hexadecimal digits, hash of the source's bytes
 * @param sequence ring sequence of the event
 * @param source   kind and base name of the source, as in "drop volatile.json"
 */
public record ParamsVersion(long version, String sha256, long sequence, String source) {}
