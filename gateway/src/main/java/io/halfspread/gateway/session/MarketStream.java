package io.halfspread.gateway.session;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;

/** The venue's streams, of the market and of an account, and how long each may be silent. */
@HotPath
public enum MarketStream {
    /** Best bid and offer, when it changes: the low-latency quote source. */
    BBO("bbo", Scope.COIN, true, 0),
    /** The public tape. */
    TRADES("trades", Scope.COIN, true, 0),
    /** Books of 20 levels a side, about every 5 s. */
    L2_BOOK("l2Book", Scope.COIN, true, 30_000),
    /** Books of 5 levels a side, about every half second; on a connection of its own. */
    FAST_L2_BOOK("fastL2Book", Scope.COIN, false, 10_000),
    /** Mark, oracle and funding, about once a second. */
    ACTIVE_ASSET_CTX("activeAssetCtx", Scope.COIN, false, 30_000),
    /** Mid prices of all coins, about every 5 s. */
    ALL_MIDS("allMids", Scope.MARKET, true, 60_000),
    /** Status changes of an account's orders. */
    ORDER_UPDATES("orderUpdates", Scope.USER, true, 0),
    /** Executions of an account, history at every subscription first. */
    USER_FILLS("userFills", Scope.USER, true, 0),
    /** Funding, liquidations and the venue's own cancels of an account. */
    USER_EVENTS("userEvents", Scope.USER, false, 0);

    /** What a stream is subscribed by. */
    private enum Scope {
        /** Coin by coin. */
        COIN,
        /** Once for the whole market. */
        MARKET,
        /** Once for an account. */
        USER
    }

    private static final long NS_PER_MS = 1_000_000L;

    private final String text;
    private final Scope scope;
    private final boolean needed;
    private final long maxSilenceNs;

    MarketStream(final String text, final Scope scope, final boolean needed, final long maxSilenceMs) {
        this.text = text;
        this.scope = scope;
        this.needed = needed;
        this.maxSilenceNs = maxSilenceMs * NS_PER_MS;
    }

    /**
     * Name in options and messages.
     *
     * @return the venue's name, {@code fastL2Book} for the five-level books
     */
    @ColdPath("for people")
    public String text() {
        return text;
    }

    /**
     * Whether it is subscribed coin by coin.
     *
     * @return false for allMids and the streams of an account
     */
    public boolean perCoin() {
        return scope == Scope.COIN;
    }

    /**
     * Whether it is of an account, on the connection that has nothing else.
     *
     * @return true for the streams that are subscribed by address
     */
    public boolean perUser() {
        return scope == Scope.USER;
    }

    /**
     * Whether a connection is of no use without it. A venue that does not know one of the others is taken without it.
     *
     * @return false for what only adds to the others
     */
    public boolean isNeeded() {
        return needed;
    }

    /**
     * Silence after which its connection is taken for broken, unless configured. What the venue sends on change only may
     * be silent for any time.
     *
     * @return nanoseconds, 0 for any
     */
    public long maxSilenceNs() {
        return maxSilenceNs;
    }
}
