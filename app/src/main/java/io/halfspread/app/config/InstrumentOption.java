package io.halfspread.app.config;

/** The one table of options of an instrument: instruments.COIN.option. What is not stated follows the whole session. */
public enum InstrumentOption {
    /** Decimals of a size. */
    SZ_DECIMALS(
            "sz_decimals",
            OptionType.integer(0, 8),
            null,
            "decimals",
            "decimals of a size; live, the venue's own replace it"),
    /** Size quoted a side. */
    ORDER_SIZE("order_size", OptionType.number(1e-8, 1e9), null, "base or USD", "size quoted a side"),
    /** Position limit. */
    MAX_POSITION("max_position", OptionType.number(1e-8, 1e9), null, "base or USD", "position limit, long and short"),
    /** Unit of the sizes. */
    SIZES_IN(
            "sizes_in",
            OptionType.choice("base", "usd"),
            "base",
            "",
            "unit of order_size and max_position; usd is turned into lots at the first mid price"),
    /** Perpetual or spot. */
    KIND(
            "kind",
            OptionType.choice("perp", "spot"),
            "perp",
            "",
            "perpetual future or spot pair; sets the price decimals"),
    /** Venue's id for orders. */
    ASSET_ID(
            "asset_id",
            OptionType.integer(0, 1_000_000).orNone(),
            "none",
            "",
            "the venue's id for orders; live, it is asked"),
    /** Own half spread. */
    HALF_SPREAD("half_spread_bps", OptionType.number(0.01, 1000), null, "bps", "instead of quoting.half_spread_bps"),
    /** Own requote limit. */
    MAX_BPS_DIFF("max_bps_diff", OptionType.number(0, 1000), null, "bps", "instead of quoting.max_bps_diff"),
    /** Own notional limit. */
    MAX_NOTIONAL(
            "max_notional_usd", OptionType.number(0, 1e9).orNone(), null, "USD", "instead of risk.max_notional_usd");

    private final String key;
    private final OptionType type;
    private final String defaultText;
    private final String unit;
    private final String why;

    InstrumentOption(
            final String key, final OptionType type, final String defaultText, final String unit, final String why) {
        this.key = key;
        this.type = type;
        this.defaultText = defaultText;
        this.unit = unit;
        this.why = why;
    }

    /**
     * Key of the option under its coin.
     *
     * @return the key
     */
    public String key() {
        return key;
    }

    /**
     * Value when the file does not state the option.
     *
     * @return the default, null when it must be stated or follows the session's option
     */
    public String defaultText() {
        return defaultText;
    }

    /**
     * Whether every instrument must state it.
     *
     * @return true for the three without which nothing can be quoted
     */
    public boolean required() {
        return this == SZ_DECIMALS || this == ORDER_SIZE || this == MAX_POSITION;
    }

    /**
     * Unit of the value.
     *
     * @return the unit, empty when it has none
     */
    public String unit() {
        return unit;
    }

    /**
     * What the option decides.
     *
     * @return one phrase
     */
    public String why() {
        return why;
    }

    /**
     * What the option accepts.
     *
     * @return one phrase
     */
    public String accepted() {
        return type.accepted();
    }

    /**
     * Whether a value is accepted.
     *
     * @param text the value as a file would state it, without quotes
     * @return true when it is
     */
    public boolean accepts(final String text) {
        return type.accepts(text, false);
    }

    OptionType type() {
        return type;
    }
}
