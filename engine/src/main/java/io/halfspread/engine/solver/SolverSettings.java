package io.halfspread.engine.solver;

import io.halfspread.engine.calibration.ModelShape;

/**
 * When the solver solves and how long its tables hold.
 *
 * @param intervalNs      longest event time between two solves of an instrument, ns
 * @param leastIntervalNs shortest one, ns: drift is looked for this often
 * @param driftShare      relative move of an input that asks for a solve
 * @param reportNs        event time between two gap reports, ns
 * @param freshForNs      age up to which a table is fresh, ns
 * @param validForNs      age at which the heuristic takes over, ns
 * @param delayEvents     events between the one that a table was computed from and the one before which it is applied, in replays
 * @param always          whether instruments quoted by the heuristic are solved too
 * @param shape           chosen parts of the model
 */
public record SolverSettings(
        long intervalNs,
        long leastIntervalNs,
        double driftShare,
        long reportNs,
        long freshForNs,
        long validForNs,
        int delayEvents,
        boolean always,
        ModelShape shape) {
    private static final long SECOND_NS = 1_000_000_000L;

    /** The shipped settings: every 5 s or 3 %, reports every 60 s, tables fresh for 15 s and valid for 60 s. */
    public static final SolverSettings DEFAULT = new SolverSettings(
            5 * SECOND_NS,
            SECOND_NS,
            0.03,
            60 * SECOND_NS,
            15 * SECOND_NS,
            60 * SECOND_NS,
            32,
            false,
            ModelShape.DEFAULT);

    /**
     * The same for all instruments, whoever quotes them.
     *
     * @return changed settings
     */
    public SolverSettings forAll() {
        return new SolverSettings(
                intervalNs, leastIntervalNs, driftShare, reportNs, freshForNs, validForNs, delayEvents, true, shape);
    }
}
