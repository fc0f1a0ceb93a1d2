package io.halfspread.engine.tuning;

/**
 * The one table of tuning parameters. Validation, the guide's table, the JSON Schema file, presets and help are generated
 * from it. The ordinal is the id on the wire; ids are never reused.
 */
public enum TuningParam {
    /** How strongly quotes lean against inventory. */
    SKEW_ADJUSTMENT_FACTOR("skew_adjustment_factor", 0.5, 0, true, 2, "how strongly quotes lean against inventory"),
    /** How much the side about to be picked off widens. */
    ADVERSE_SELECTION_ADJUSTMENT_FACTOR(
            "adverse_selection_adjustment_factor", 0.5, 0, true, 2, "how much the side about to be picked off widens"),
    /** Weight of the newest book in the drift filter. */
    ADVERSE_SELECTION_LAMBDA(
            "adverse_selection_lambda", 0.1, 0, true, 1, "weight of the newest book in the drift filter"),
    /** Share of the position limit above which takers reduce the position. */
    INVENTORY_URGENCY_THRESHOLD(
            "inventory_urgency_threshold",
            0.7,
            0,
            true,
            1,
            "share of the position limit above which takers reduce the position"),
    /** Taker speed, order sizes per second per unit of excess urgency. */
    LIQUIDATION_RATE_MULTIPLIER(
            "liquidation_rate_multiplier",
            10.0,
            0,
            true,
            100,
            "taker speed: order sizes per second per unit of excess urgency"),
    /** Floor of an offset, as a share of the half spread. */
    MIN_SPREAD_BASE_RATIO(
            "min_spread_base_ratio", 0.2, 0, true, 1, "floor of an offset, as a share of the half spread"),
    /** Market spread in bps at which the imbalance signal is halved. */
    ADVERSE_SELECTION_SPREAD_SCALE(
            "adverse_selection_spread_scale",
            100.0,
            0,
            false,
            1e6,
            "market spread (bps) at which the imbalance signal is halved");

    /** Number of parameters. */
    public static final int COUNT = values().length;

    private final String key;
    private final double defaultValue;
    private final double min;
    private final boolean minIncluded;
    private final double max;
    private final String meaning;

    TuningParam(
            final String key,
            final double defaultValue,
            final double min,
            final boolean minIncluded,
            final double max,
            final String meaning) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.min = min;
        this.minIncluded = minIncluded;
        this.max = max;
        this.meaning = meaning;
    }

    /**
     * Key in tuning files.
     *
     * @return the key
     */
    public String key() {
        return key;
    }

    /**
     * Value when a whole-set file does not state the key.
     *
     * @return the default
     */
    public double defaultValue() {
        return defaultValue;
    }

    /**
     * Whether a value is accepted: finite and in range.
     *
     * @param value candidate
     * @return true when accepted
     */
    public boolean accepts(final double value) {
        return (minIncluded ? value >= min : value > min) && value <= max;
    }

    /**
     * Lower end of the range.
     *
     * @return the bound
     */
    public double min() {
        return min;
    }

    /**
     * Whether the lower end itself is accepted.
     *
     * @return true when it is
     */
    public boolean minIncluded() {
        return minIncluded;
    }

    /**
     * Upper end of the range; itself accepted.
     *
     * @return the bound
     */
    public double max() {
        return max;
    }

    /**
     * The range as intervals are written, for messages and tables.
     *
     * @return for example [0, 2]
     */
    public String range() {
        return (minIncluded ? "[" : "(") + plain(min) + ", " + plain(max) + "]";
    }

    private static String plain(final double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    /**
     * The parameter with a key.
     *
     * @param key key in tuning files
     * @return the parameter, null when no parameter has that key
     */
    public static TuningParam ofKey(final String key) {
        for (final TuningParam param : values()) {
            if (param.key.equals(key)) {
                return param;
            }
        }
        return null;
    }

    /**
     * What the parameter does, for tables and help.
     *
     * @return one phrase
     */
    public String meaning() {
        return meaning;
    }
}
