package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.halfspread.sim.exchange.FillRecord;
import io.halfspread.sim.exchange.TradeRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends what a block caused, in the venue's order: order updates, events, fills, funding, trades, quotes that changed,
 * then the channels with clocks of their own.
 */
final class Publisher {
    private final Feeds feeds;
    private final Coins coins;
    private final MarketJson market;
    private final AccountJson accounts;
    private final Snapshots snapshots;
    private final Candles candles;
    private final Later later;
    private final VenueTimings timings;
    private final ArrayNode[] touches;
    private final Map<String, Long> candleSentMs = new HashMap<>();
    private final Map<Topic, Long> pushedMs = new HashMap<>();
    private long fastBooksMs = Long.MIN_VALUE / 2;

    Publisher(
            final Feeds feeds,
            final Coins coins,
            final MarketJson market,
            final AccountJson accounts,
            final Snapshots snapshots,
            final Candles candles,
            final Later later,
            final VenueTimings timings) {
        this.feeds = feeds;
        this.coins = coins;
        this.market = market;
        this.accounts = accounts;
        this.snapshots = snapshots;
        this.candles = candles;
        this.later = later;
        this.timings = timings;
        touches = new ArrayNode[coins.count()];
    }

    void publish(final BlockReport report, final long timeMs) {
        if (!report.accounts().isEmpty()) {
            later.after(timings.userDelayMs(), () -> userChannels(report));
        }
        for (int asset = 0; asset < coins.count(); asset++) {
            trades(asset, report.trades(asset));
        }
        for (int asset = 0; asset < coins.count(); asset++) {
            touch(asset);
        }
        books(timeMs);
        candles(timeMs);
        wholeStates(timeMs, Topic.ACTIVE_ASSET_CTX, timings.contextMs());
        wholeStates(timeMs, Topic.ALL_MIDS, timings.midsMs());
        wholeStates(timeMs, Topic.CLEARINGHOUSE_STATE, timings.midsMs());
        wholeStates(timeMs, Topic.OPEN_ORDERS, timings.midsMs());
        wholeStates(timeMs, Topic.WEB_DATA_2, timings.midsMs());
        wholeStates(timeMs, Topic.ACTIVE_ASSET_DATA, timings.midsMs());
    }

    private void userChannels(final BlockReport report) {
        for (final Feeds.Feed feed : feeds.of(Topic.ORDER_UPDATES)) {
            send(feed, report.orderUpdates(feed.subscription().user()));
        }
        for (final Feeds.Feed feed : feeds.of(Topic.USER_EVENTS)) {
            report.events(feed.subscription().user()).forEach(event -> send(feed, event));
        }
        for (final Feeds.Feed feed : feeds.of(Topic.USER_FILLS)) {
            fills(feed, report.fills(feed.subscription().user()));
        }
        for (final Feeds.Feed feed : feeds.of(Topic.USER_FUNDINGS)) {
            final String user = feed.subscription().user();
            final JsonNode fundings = report.fundings(user);
            send(feed, fundings == null ? null : Json.object().put("user", user).set("fundings", fundings));
        }
        for (final Feeds.Feed feed : feeds.of(Topic.NOTIFICATION)) {
            report.notifications(feed.subscription().user()).forEach(sentence -> send(feed, sentence));
        }
        for (final Topic topic : List.of(Topic.CLEARINGHOUSE_STATE, Topic.OPEN_ORDERS)) {
            for (final Feeds.Feed feed : feeds.of(topic)) {
                if (report.accounts().contains(feed.subscription().user())) {
                    feed.send(snapshots.frame(feed.subscription()));
                }
            }
        }
    }

    private void fills(final Feeds.Feed feed, final List<FillRecord> fills) {
        if (!fills.isEmpty()) {
            send(
                    feed,
                    Json.object()
                            .put("user", feed.subscription().user())
                            .set(
                                    "fills",
                                    accounts.fills(
                                            feed.subscription().aggregate() ? FillMerging.merged(fills) : fills)));
        }
    }

    private void trades(final int asset, final List<TradeRecord> trades) {
        if (trades.isEmpty()) {
            return;
        }
        trades.forEach(candles::add);
        for (final Feeds.Feed feed : feeds.of(Topic.TRADES)) {
            if (feed.subscription().asset() == asset) {
                send(feed, market.trades(trades));
            }
        }
    }

    private void touch(final int asset) {
        final ArrayNode touch = market.touch(asset);
        if (touch.equals(touches[asset])) {
            return;
        }
        touches[asset] = touch;
        for (final Feeds.Feed feed : feeds.of(Topic.BBO)) {
            if (feed.subscription().asset() == asset) {
                send(feed, market.bbo(asset, touch));
            }
        }
    }

    private void books(final long timeMs) {
        final boolean plainDue = isDue(Topic.L2_BOOK, timeMs, timings.bookMs());
        final boolean fastDue = timeMs - fastBooksMs >= timings.fastBookMs();
        if (fastDue) {
            fastBooksMs = timeMs;
        }
        for (final Feeds.Feed feed : feeds.of(Topic.L2_BOOK)) {
            if (feed.subscription().fast() ? fastDue : plainDue) {
                feed.send(snapshots.frame(feed.subscription()));
            }
        }
    }

    private void candles(final long timeMs) {
        for (final Feeds.Feed feed : feeds.of(Topic.CANDLE)) {
            final String key = feed.subscription().key();
            final long sentMs = candleSentMs.getOrDefault(key, Long.MIN_VALUE / 2);
            if (timeMs - sentMs >= timings.candleMs()
                    && candles.changedSince(feed.subscription().asset(), sentMs)) {
                candleSentMs.put(key, timeMs);
                feed.send(snapshots.frame(feed.subscription()));
            }
        }
    }

    private void wholeStates(final long timeMs, final Topic topic, final long everyMs) {
        if (isDue(topic, timeMs, everyMs)) {
            feeds.of(topic).forEach(feed -> feed.send(snapshots.frame(feed.subscription())));
        }
    }

    private boolean isDue(final Topic topic, final long timeMs, final long everyMs) {
        if (timeMs - pushedMs.getOrDefault(topic, Long.MIN_VALUE / 2) < everyMs) {
            return false;
        }
        pushedMs.put(topic, timeMs);
        return true;
    }

    private static void send(final Feeds.Feed feed, final JsonNode data) {
        if (data != null) {
            feed.send(Json.frame(feed.subscription().topic().channel(), data));
        }
    }
}
