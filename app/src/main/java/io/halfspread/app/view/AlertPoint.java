package io.halfspread.app.view;

/**
 * An alert of the engine.
 *
 * @param ns       event time, ns
 * @param coin     instrument, "all" for the session
 * @param code     code, in lower case
 * @param observed value seen, in the unit of the code
 * @param limit    limit, same unit
 */
public record AlertPoint(long ns, String coin, String code, double observed, double limit) {}
