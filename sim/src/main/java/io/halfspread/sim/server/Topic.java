package io.halfspread.sim.server;

/** What can be subscribed to. */
enum Topic {
    L2_BOOK("l2Book", "l2Book"),
    BBO("bbo", "bbo"),
    TRADES("trades", "trades"),
    ALL_MIDS("allMids", "allMids"),
    CANDLE("candle", "candle"),
    ACTIVE_ASSET_CTX("activeAssetCtx", "activeAssetCtx"),
    ORDER_UPDATES("orderUpdates", "orderUpdates"),
    USER_EVENTS("userEvents", "user"),
    USER_FILLS("userFills", "userFills"),
    USER_FUNDINGS("userFundings", "userFundings"),
    NOTIFICATION("notification", "notification"),
    CLEARINGHOUSE_STATE("clearinghouseState", "clearinghouseState"),
    OPEN_ORDERS("openOrders", "openOrders"),
    WEB_DATA_2("webData2", "webData2"),
    ACTIVE_ASSET_DATA("activeAssetData", "activeAssetData");

    private static final String EVENTS_ALIAS = "user";

    private final String type;
    private final String channel;

    Topic(final String type, final String channel) {
        this.type = type;
        this.channel = channel;
    }

    /** The topic of a subscription's type, or null. */
    static Topic of(final String type) {
        for (final Topic topic : values()) {
            if (topic.type.equals(type)) {
                return topic;
            }
        }
        return EVENTS_ALIAS.equals(type) ? USER_EVENTS : null;
    }

    /** Channel its frames come on. */
    String channel() {
        return channel;
    }

    boolean needsCoin() {
        return switch (this) {
            case L2_BOOK, BBO, TRADES, CANDLE, ACTIVE_ASSET_CTX, ACTIVE_ASSET_DATA -> true;
            default -> false;
        };
    }

    boolean needsUser() {
        return switch (this) {
            case L2_BOOK, BBO, TRADES, CANDLE, ACTIVE_ASSET_CTX, ALL_MIDS -> false;
            default -> true;
        };
    }
}
