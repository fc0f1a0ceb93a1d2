package io.halfspread.sim.exchange;

/** Status of an order by the venue's names. */
public enum OrderStatus {
    /** Live, perhaps partly filled. */
    OPEN("open"),
    /** Filled whole. */
    FILLED("filled"),
    /** Cancelled by its account, as the old leg of a modify, or as the remainder of an IOC order. */
    CANCELED("canceled"),
    /** Cancelled because the account could not afford the match. */
    MARGIN_CANCELED("marginCanceled"),
    /** Cancelled because the account's own taker order met it. */
    SELF_TRADE_CANCELED("selfTradeCanceled"),
    /** Cancelled because it would no longer have reduced the position. */
    REDUCE_ONLY_CANCELED("reduceOnlyCanceled"),
    /** Cancelled by the dead man's switch. */
    SCHEDULED_CANCEL("scheduledCancel"),
    /** Cancelled by whoever operates the venue. */
    INTERNAL_CANCEL("internalCancel"),
    /** Refused: price off the grid. */
    TICK_REJECTED("tickRejected"),
    /** Refused: value too small. */
    MIN_TRADE_NTL_REJECTED("minTradeNtlRejected"),
    /** Refused: margin. */
    PERP_MARGIN_REJECTED("perpMarginRejected"),
    /** Refused: reduce-only, but would not reduce. */
    REDUCE_ONLY_REJECTED("reduceOnlyRejected"),
    /** Refused: post-only, but would have matched. */
    BAD_ALO_PX_REJECTED("badAloPxRejected"),
    /** Refused: IOC, and nothing to match. */
    IOC_CANCEL_REJECTED("iocCancelRejected"),
    /** Refused: market order, and nothing to match. */
    MARKET_ORDER_NO_LIQUIDITY_REJECTED("marketOrderNoLiquidityRejected"),
    /** Refused: would increase a position while open interest is capped. */
    POSITION_INCREASE_AT_OPEN_INTEREST_CAP_REJECTED("positionIncreaseAtOpenInterestCapRejected"),
    /** Refused: would turn a position round while open interest is capped. */
    POSITION_FLIP_AT_OPEN_INTEREST_CAP_REJECTED("positionFlipAtOpenInterestCapRejected"),
    /** Refused: too many open orders. */
    TOO_MANY_OPEN_ORDERS_REJECTED("tooManyOpenOrdersRejected");

    private final String text;

    OrderStatus(final String text) {
        this.text = text;
    }

    /**
     * The venue's name of it.
     *
     * @return as on the wire
     */
    public String text() {
        return text;
    }
}
