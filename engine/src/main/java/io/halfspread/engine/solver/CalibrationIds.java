package io.halfspread.engine.solver;

import io.halfspread.engine.hjb.HjbInput;

/** Ids of estimates in Calibration events: the ordinal of a model input, or one of those from 64 on. */
public final class CalibrationIds {
    /** sigma, bps per root second. */
    public static final int SIGMA = 64;

    /** Queue factor R. */
    public static final int QUEUE_FACTOR = 65;

    /** Own maker fills. */
    public static final int OWN_FILLS = 66;

    /** Value of a lot, USD. */
    public static final int LOT_USD = 67;

    private static final HjbInput[] INPUTS = HjbInput.values();

    private CalibrationIds() {}

    /**
     * The model input with an id.
     *
     * @param id id of an estimate
     * @return the input, null when the id is none of one
     */
    public static HjbInput input(final int id) {
        return id < INPUTS.length ? INPUTS[id] : null;
    }
}
