package io.halfspread.engine.hjb;

/**
 * The one table of the model's inputs: name, unit, accepted range, value when absent. The records of the model check
 * themselves against it, and the command line reads by it.
 */
public enum HjbInput {
    /** Inventory cap. */
    Q("Q", "lots, whole", 1, 500),
    /** Number of signal nodes; 1 means no signal. */
    M("M", "nodes, odd", 1, 401),
    /** Largest signal. */
    X("X", "signal units", Double.MIN_VALUE, 1e3, 1),
    /** Mean reversion of the signal. */
    THETA("theta", "1/s", 0, 1e3, 0),
    /** Stationary standard deviation of the signal. */
    SX("sx", "signal units", 0, 1e3, 0),
    /** Drift of the mid at signal 1. */
    BETA("beta", "bps/s", -1e6, 1e6, 0),
    /** Fill rate of our bid at offset 0 and signal 0. */
    AB("Ab", "1/s", Double.MIN_VALUE, 1e9),
    /** Fill rate of our ask at offset 0 and signal 0. */
    AA("Aa", "1/s", Double.MIN_VALUE, 1e9),
    /** Decay of the bid's fill rate with its offset. */
    KB("kb", "1/bps", 1e-9, 1e6),
    /** Decay of the ask's fill rate with its offset. */
    KA("ka", "1/bps", 1e-9, 1e6),
    /** How the signal tilts the fill rates. */
    C("c", "1/signal unit", -50, 50, 0),
    /** Maker fee, negative for a rebate. */
    MAKER_FEE("makerFee", "bps", -1e3, 1e3),
    /** Average adverse mark-out of our own maker fills that the signal does not predict. */
    EPS("eps", "bps", 0, 1e3, 0),
    /** Taker fee. */
    TAKER_FEE("takerFee", "bps", -1e3, 1e3),
    /** Half of the market's spread. */
    HALF_SPREAD("halfSpread", "bps", 0, 1e4),
    /** Slippage of a taker order beyond the touch. */
    SLIP("slip", "bps", 0, 1e4, 0),
    /** Highest taker rate. */
    NU_MAX("nuMax", "lots/s", 0, 1e6),
    /** Running penalty of inventory squared. */
    PHI("phi", "bps/(lot s)", 0, 1e6),
    /** Penalty of inventory squared when the position must be flattened. */
    PSI("psi", "bps/lot", 0, 1e6, 0),
    /** Rate at which the session ends; 0 is the ergodic problem. */
    R("r", "1/s", 0, 1e3),
    /** Funding paid by a long position. */
    F("f", "bps/s", -1e3, 1e3, 0),
    /** Smallest offset. */
    DMIN("dmin", "bps", -1e6, 1e6),
    /** Largest offset. */
    DMAX("dmax", "bps", -1e6, 1e6);

    private final String key;
    private final String unit;
    private final double min;
    private final double max;
    private final double absent;

    HjbInput(final String key, final String unit, final double min, final double max) {
        this(key, unit, min, max, Double.NaN);
    }

    HjbInput(final String key, final String unit, final double min, final double max, final double absent) {
        this.key = key;
        this.unit = unit;
        this.min = min;
        this.max = max;
        this.absent = absent;
    }

    /**
     * Name in cases and messages.
     *
     * @return the name
     */
    public String key() {
        return key;
    }

    /**
     * Unit of the value.
     *
     * @return the unit, in words for counts
     */
    public String unit() {
        return unit;
    }

    /**
     * Whether the input must be stated.
     *
     * @return false when {@link #absentValue()} stands in for it
     */
    public boolean required() {
        return Double.isNaN(absent);
    }

    /**
     * Value of an input that is not stated.
     *
     * @return the value, NaN when the input is required
     */
    public double absentValue() {
        return absent;
    }

    /**
     * Whether a value is accepted: finite, in range, and whole or odd where that is asked for.
     *
     * @param value candidate
     * @return true when accepted
     */
    public boolean accepts(final double value) {
        return value >= min
                && value <= max
                && (this != Q || value == Math.rint(value))
                && (this != M || value % 2 == 1);
    }

    /**
     * Whether values below 0 are accepted.
     *
     * @return true for drifts, tilts, fees, funding and offsets
     */
    public boolean signed() {
        return min < 0;
    }

    /**
     * What is accepted, for messages.
     *
     * @return range and unit
     */
    public String accepted() {
        final boolean open = min == Double.MIN_VALUE;
        return (open ? "above 0" : "from " + plain(min)) + " to " + plain(max) + " (" + unit + ")";
    }

    /**
     * The input with a name.
     *
     * @param key name in cases
     * @return the input, null when none has that name
     */
    public static HjbInput ofKey(final String key) {
        for (final HjbInput input : values()) {
            if (input.key.equals(key)) {
                return input;
            }
        }
        return null;
    }

    void require(final double value) {
        if (!accepts(value)) {
            throw new IllegalArgumentException(key + " = " + plain(value) + "; accepted: " + accepted());
        }
    }

    private static String plain(final double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
