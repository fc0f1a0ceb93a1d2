package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.sim.exchange.AssetContext;
import io.halfspread.sim.exchange.BookLevel;
import io.halfspread.sim.exchange.Exchange;
import io.halfspread.sim.exchange.InstrumentConfig;
import io.halfspread.sim.exchange.TradeRecord;
import io.halfspread.sim.wire.WireDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Market data in the venue's words. */
final class MarketJson {
    static final int DEPTH = 20;
    static final int FAST_DEPTH = 5;
    private static final int WHOLE_BOOK = 100_000;

    private final Exchange exchange;
    private final Coins coins;

    MarketJson(final Exchange exchange, final Coins coins) {
        this.exchange = exchange;
        this.coins = coins;
    }

    ObjectNode book(final int asset, final BookRounding rounding, final boolean fast) {
        final ObjectNode data = Json.object().put("coin", coins.name(asset)).put("time", exchange.timeMs());
        final int depth = fast ? FAST_DEPTH : DEPTH;
        final List<BookLevel> bids = side(asset, true, rounding, depth);
        final List<BookLevel> asks = side(asset, false, rounding, depth);
        data.putArray("levels").add(levels(bids)).add(levels(asks));
        if (!rounding.isNone() && !bids.isEmpty() && !asks.isEmpty()) {
            data.put(
                    "spread",
                    WireDecimal.text(Math.max(0, asks.get(0).px() - bids.get(0).px())));
        }
        if (fast) {
            data.put("fast", true);
        }
        return data;
    }

    /** Touch of a coin as it would be sent, without its time: equal texts are equal touches. */
    ArrayNode touch(final int asset) {
        final ArrayNode touch = Json.array();
        for (final boolean bids : new boolean[] {true, false}) {
            final List<BookLevel> best = exchange.levels(asset, bids, 1);
            touch.add(best.isEmpty() ? NullNode.instance : level(best.get(0)));
        }
        return touch;
    }

    ObjectNode bbo(final int asset, final ArrayNode touch) {
        final ObjectNode data = Json.object().put("coin", coins.name(asset)).put("time", exchange.timeMs());
        data.set("bbo", touch);
        return data;
    }

    ArrayNode trades(final List<TradeRecord> trades) {
        final ArrayNode array = Json.array();
        for (final TradeRecord trade : trades) {
            final ObjectNode element = array.addObject()
                    .put("coin", coins.name(trade.asset()))
                    .put("side", trade.buy() ? "B" : "A")
                    .put("px", WireDecimal.text(trade.px()))
                    .put("sz", WireDecimal.text(trade.sz()))
                    .put("time", trade.timeMs())
                    .put("hash", trade.hash())
                    .put("tid", trade.tid());
            element.putArray("users").add(trade.buyer()).add(trade.seller());
        }
        return array;
    }

    ObjectNode mids() {
        final ObjectNode mids = Json.object();
        final Set<String> names = new TreeSet<>();
        for (int asset = 0; asset < coins.count(); asset++) {
            names.add(coins.name(asset));
        }
        for (final String name : names) {
            final AssetContext context = exchange.context(coins.id(name));
            mids.put(name, WireDecimal.text(context.midPx() == Decimal8.NULL ? context.markPx() : context.midPx()));
        }
        return mids;
    }

    ObjectNode context(final int asset) {
        final AssetContext context = exchange.context(asset);
        final ObjectNode node = Json.object()
                .put("funding", WireDecimal.ratioText(context.fundingRate()))
                .put("openInterest", WireDecimal.text(context.openInterest()))
                .put("prevDayPx", WireDecimal.text(context.prevDayPx()))
                .put("dayNtlVlm", WireDecimal.text(context.dayNtlVlm()));
        final boolean twoSided = context.impactBidPx() != Decimal8.NULL && context.impactAskPx() != Decimal8.NULL;
        node.put("premium", twoSided ? WireDecimal.ratioText(context.premium()) : null)
                .put("oraclePx", WireDecimal.text(context.oraclePx()))
                .put("markPx", WireDecimal.text(context.markPx()))
                .put("midPx", context.midPx() == Decimal8.NULL ? null : WireDecimal.text(context.midPx()));
        if (twoSided) {
            node.putArray("impactPxs")
                    .add(WireDecimal.text(context.impactBidPx()))
                    .add(WireDecimal.text(context.impactAskPx()));
        } else {
            node.putNull("impactPxs");
        }
        return node.put("dayBaseVlm", WireDecimal.text(context.dayBaseVlm()));
    }

    ObjectNode coinContext(final int asset) {
        return Json.object().put("coin", coins.name(asset)).set("ctx", context(asset));
    }

    ArrayNode contexts() {
        final ArrayNode array = Json.array();
        for (int asset = 0; asset < coins.count(); asset++) {
            array.add(context(asset));
        }
        return array;
    }

    ObjectNode meta() {
        final ObjectNode meta = Json.object();
        final ArrayNode universe = meta.putArray("universe");
        final Set<Integer> leverages = new TreeSet<>();
        for (int asset = 0; asset < coins.count(); asset++) {
            final InstrumentConfig instrument = coins.instrument(asset);
            leverages.add(instrument.maxLeverage());
            universe.addObject()
                    .put("szDecimals", instrument.szDecimals())
                    .put("name", instrument.name())
                    .put("maxLeverage", instrument.maxLeverage())
                    .put("marginTableId", instrument.maxLeverage());
        }
        final ArrayNode tables = meta.putArray("marginTables");
        for (final int leverage : leverages) {
            final ObjectNode table = tables.addArray().add(leverage).addObject();
            table.put("description", "");
            table.putArray("marginTiers").addObject().put("lowerBound", "0.0").put("maxLeverage", leverage);
        }
        return meta.put("collateralToken", 0);
    }

    JsonNode metaAndContexts() {
        return Json.array().add(meta()).add(contexts());
    }

    private List<BookLevel> side(final int asset, final boolean bids, final BookRounding rounding, final int depth) {
        return rounding.merge(exchange.levels(asset, bids, rounding.isNone() ? depth : WHOLE_BOOK), bids, depth);
    }

    private static ArrayNode levels(final List<BookLevel> side) {
        final ArrayNode array = Json.array();
        side.forEach(level -> array.add(level(level)));
        return array;
    }

    private static ObjectNode level(final BookLevel level) {
        return Json.object()
                .put("px", WireDecimal.text(level.px()))
                .put("sz", WireDecimal.text(level.sz()))
                .put("n", level.orders());
    }
}
