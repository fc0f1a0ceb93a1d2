package io.halfspread.sim.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** The displayed sizes as the last recorded frames have them. */
final class RecordedBook {
    private static final int DECIMALS = 8;

    private final TreeMap<Long, Long> bids = new TreeMap<>();
    private final TreeMap<Long, Long> asks = new TreeMap<>();
    private long bookMs;
    private boolean changed;

    /** Size by price of one side. */
    Map<Long, Long> side(final boolean bid) {
        return bid ? bids : asks;
    }

    /** Whether a frame came since this was last asked. */
    boolean takeChanged() {
        final boolean was = changed;
        changed = false;
        return was;
    }

    /** Middle of the touch, 0 when a side is empty. */
    long mid() {
        return bids.isEmpty() || asks.isEmpty() ? 0L : (bids.lastKey() + asks.firstKey()) / 2L;
    }

    void onBook(final JsonNode data) {
        if (data.get("time").asLong() >= bookMs) {
            bookMs = data.get("time").asLong();
            replace(bids, data.get("levels").get(0));
            replace(asks, data.get("levels").get(1));
            changed = true;
        }
    }

    void onTouch(final JsonNode data) {
        final JsonNode bid = data.get("bbo").get(0);
        final JsonNode ask = data.get("bbo").get(1);
        if (data.get("time").asLong() < bookMs || bid == null || ask == null || bid.isNull() || ask.isNull()) {
            return;
        }
        bookMs = data.get("time").asLong();
        final long bidPx = decimal(bid.get("px"));
        final long askPx = decimal(ask.get("px"));
        bids.tailMap(bidPx, false).clear();
        asks.headMap(askPx, false).clear();
        bids.put(bidPx, decimal(bid.get("sz")));
        asks.put(askPx, decimal(ask.get("sz")));
        changed = true;
    }

    private static void replace(final TreeMap<Long, Long> side, final JsonNode levels) {
        side.clear();
        for (final JsonNode level : levels) {
            side.put(decimal(level.get("px")), decimal(level.get("sz")));
        }
    }

    static long decimal(final JsonNode text) {
        return new BigDecimal(text.asText()).movePointRight(DECIMALS).longValueExact();
    }
}
