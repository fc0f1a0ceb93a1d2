package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;

/** The venue's channels by number. Those from {@link #SUBSCRIPTION_RESPONSE} on give no event. */
@HotPath
public final class Channel {
    /** No frame yet, or a refused one. */
    public static final int NONE = -1;
    /** Book snapshots. */
    public static final int L2_BOOK = 0;
    /** Best bid and offer. */
    public static final int BBO = 1;
    /** Public tape. */
    public static final int TRADES = 2;
    /** Mid prices of all coins. */
    public static final int ALL_MIDS = 3;
    /** Mark, oracle, funding and statistics of a perpetual. */
    public static final int ACTIVE_ASSET_CTX = 4;
    /** Order status changes. */
    public static final int ORDER_UPDATES = 5;
    /** Own fills, snapshot and stream. */
    public static final int USER_FILLS = 6;
    /** User events: fills, funding, liquidation, cancels by the venue. */
    public static final int USER = 7;
    /** Replies to requests. */
    public static final int POST = 8;
    /** Acknowledged subscriptions. */
    public static final int SUBSCRIPTION_RESPONSE = 9;
    /** Refused requests. */
    public static final int ERROR = 10;
    /** Answer to a ping. */
    public static final int PONG = 11;
    /** Funding payments, snapshot and stream. */
    public static final int USER_FUNDINGS = 12;
    /** Any channel this build has no number for. */
    public static final int OTHER = 13;

    private Channel() {}

    /**
     * Names by number; the last is {@code other}.
     *
     * @return a new array
     */
    @ColdPath("wiring and reports")
    public static String[] names() {
        return new String[] {
            "l2Book",
            "bbo",
            "trades",
            "allMids",
            "activeAssetCtx",
            "orderUpdates",
            "userFills",
            "user",
            "post",
            "subscriptionResponse",
            "error",
            "pong",
            "userFundings",
            "other"
        };
    }
}
