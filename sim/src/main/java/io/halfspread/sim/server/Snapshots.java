package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.sim.exchange.AssetContext;
import io.halfspread.sim.exchange.Exchange;
import io.halfspread.sim.exchange.FillRecord;
import io.halfspread.sim.exchange.FundingRecord;
import io.halfspread.sim.exchange.TradeRecord;
import java.util.List;

/** What a subscription shows as of now: its first frame, and every frame of channels that send whole states. */
final class Snapshots {
    static final int MOST_FILLS = 2000;

    private final Exchange exchange;
    private final Coins coins;
    private final MarketJson market;
    private final AccountJson accounts;
    private final Candles candles;

    Snapshots(
            final Exchange exchange,
            final Coins coins,
            final MarketJson market,
            final AccountJson accounts,
            final Candles candles) {
        this.exchange = exchange;
        this.coins = coins;
        this.market = market;
        this.accounts = accounts;
        this.candles = candles;
    }

    /** The frame, or null where the venue sends none. */
    String frame(final Subscription subscription) {
        final JsonNode data = data(subscription);
        return data == null ? null : Json.frame(subscription.topic().channel(), data);
    }

    private JsonNode data(final Subscription subscription) {
        final String user = subscription.user();
        final int asset = subscription.asset();
        return switch (subscription.topic()) {
            case L2_BOOK -> market.book(asset, subscription.rounding(), subscription.fast());
            case BBO -> market.bbo(asset, market.touch(asset));
            case TRADES -> trades(asset);
            case ALL_MIDS -> mids(subscription);
            case CANDLE -> candle(subscription);
            case ACTIVE_ASSET_CTX -> market.coinContext(asset);
            case USER_FILLS -> fills(subscription);
            case USER_FUNDINGS -> fundings(user);
            case CLEARINGHOUSE_STATE ->
                Json.object()
                        .put("dex", "")
                        .put("user", user)
                        .set("clearinghouseState", accounts.clearinghouseState(user));
            case OPEN_ORDERS ->
                Json.object().put("dex", "").put("user", user).set("orders", accounts.openOrders(user, true));
            case WEB_DATA_2 -> webData(user);
            case ACTIVE_ASSET_DATA -> accounts.activeAssetData(user, asset);
            case ORDER_UPDATES, USER_EVENTS, NOTIFICATION -> null;
        };
    }

    private JsonNode trades(final int asset) {
        final List<TradeRecord> trades = exchange.recentTrades(asset);
        return trades.isEmpty() ? null : market.trades(trades);
    }

    private JsonNode mids(final Subscription subscription) {
        final ObjectNode data = Json.object();
        if (subscription.echo().has("dex")) {
            data.set("dex", subscription.echo().get("dex"));
        }
        return data.set("mids", market.mids());
    }

    private JsonNode candle(final Subscription subscription) {
        final AssetContext context = exchange.context(subscription.asset());
        final long px = context.midPx() == Decimal8.NULL ? context.markPx() : context.midPx();
        return candles.current(subscription.asset(), subscription.interval(), exchange.timeMs(), px)
                .json(coins.name(subscription.asset()), subscription.interval());
    }

    private JsonNode fills(final Subscription subscription) {
        final List<FillRecord> all = exchange.fills(subscription.user());
        final List<FillRecord> newest = all.subList(Math.max(0, all.size() - MOST_FILLS), all.size());
        return Json.object()
                .put("isSnapshot", true)
                .put("user", subscription.user())
                .set("fills", accounts.fills(subscription.aggregate() ? FillMerging.merged(newest) : newest));
    }

    private JsonNode fundings(final String user) {
        final List<FundingRecord> all = exchange.fundings(user);
        return Json.object()
                .put("isSnapshot", true)
                .put("user", user)
                .set("fundings", accounts.fundings(all.subList(Math.max(0, all.size() - MOST_FILLS), all.size())));
    }

    JsonNode webData(final String user) {
        final ObjectNode data = Json.object();
        data.set("clearinghouseState", accounts.clearinghouseState(user));
        data.putArray("leadingVaults");
        data.put("totalVaultEquity", "0.0");
        data.set("openOrders", accounts.openOrders(user, true));
        data.putNull("agentAddress").putNull("agentValidUntil").put("cumLedger", "0.0");
        data.set("meta", market.meta());
        data.set("assetCtxs", market.contexts());
        data.put("serverTime", exchange.timeMs()).put("isVault", false).put("user", user);
        data.putArray("twapStates");
        data.putArray("spotAssetCtxs");
        return data;
    }
}
