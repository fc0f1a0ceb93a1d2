package io.halfspread.engine.tuning;

/** Ids of {@link TuningParam} as constants for the hot path; a test holds them equal to the ordinals. */
public final class TuningParamIds {
    /** Id of {@link TuningParam#SKEW_ADJUSTMENT_FACTOR}. */
    public static final int SKEW_FACTOR = 0;
    /** Id of {@link TuningParam#ADVERSE_SELECTION_ADJUSTMENT_FACTOR}. */
    public static final int ADVERSE_FACTOR = 1;
    /** Id of {@link TuningParam#ADVERSE_SELECTION_LAMBDA}. */
    public static final int LAMBDA = 2;
    /** Id of {@link TuningParam#INVENTORY_URGENCY_THRESHOLD}. */
    public static final int URGENCY_THRESHOLD = 3;
    /** Id of {@link TuningParam#LIQUIDATION_RATE_MULTIPLIER}. */
    public static final int LIQUIDATION_MULTIPLIER = 4;
    /** Id of {@link TuningParam#MIN_SPREAD_BASE_RATIO}. */
    public static final int MIN_RATIO = 5;
    /** Id of {@link TuningParam#ADVERSE_SELECTION_SPREAD_SCALE}. */
    public static final int SPREAD_SCALE = 6;

    private TuningParamIds() {}
}
