package io.halfspread.gateway.session;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;

/** The venue's market-data streams, and how long each may be silent. */
@HotPath
public enum MarketStream {
    /** Best bid and offer, when it changes: the low-latency quote source. */
    BBO("bbo", true, 0),
    /** The public tape. */
    TRADES("trades", true, 0),
    /** Books of 20 levels a side, about every 5 s. */
    L2_BOOK("l2Book", true, 30_000),
    /** Books of 5 levels a side, about every half second; on a connection of its own. */
    FAST_L2_BOOK("fastL2Book", true, 10_000),
    /** Mark, oracle and funding, about once a second. */
    ACTIVE_ASSET_CTX("activeAssetCtx", true, 30_000),
    /** Mid prices of all coins, about every 5 s. */
    ALL_MIDS("allMids", false, 60_000);

    private static final long NS_PER_MS = 1_000_000L;

    private final String text;
    private final boolean perCoin;
    private final long maxSilenceNs;

    MarketStream(final String text, final boolean perCoin, final long maxSilenceMs) {
        this.text = text;
        this.perCoin = perCoin;
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
     * @return false for allMids
     */
    public boolean perCoin() {
        return perCoin;
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
