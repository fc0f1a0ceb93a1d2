package io.halfspread.sim.flow;

import java.util.Map;
import java.util.TreeMap;

/** The displayed sizes as the last recorded frames have them. */
final class RecordedBook {
    private final TreeMap<Long, Long> bids = new TreeMap<>();
    private final TreeMap<Long, Long> asks = new TreeMap<>();
    private long timeMs = Long.MIN_VALUE;

    /** Size by price of one side. */
    Map<Long, Long> side(final boolean bid) {
        return bid ? bids : asks;
    }

    /** Venue time of the newest frame in it. */
    long timeMs() {
        return timeMs;
    }

    /** Middle of the touch, 0 when a side is empty. */
    long mid() {
        return bids.isEmpty() || asks.isEmpty() ? 0L : (bids.lastKey() + asks.firstKey()) / 2L;
    }

    /** Takes a frame in; false when it is older than what is known. */
    boolean take(final RecordedEvent event) {
        if (event.timeMs() < timeMs) {
            return false;
        }
        timeMs = event.timeMs();
        if (event instanceof RecordedEvent.Levels levels) {
            bids.clear();
            bids.putAll(levels.bids());
            asks.clear();
            asks.putAll(levels.asks());
        } else if (event instanceof RecordedEvent.Touch touch) {
            bids.tailMap(touch.bidPx(), false).clear();
            asks.headMap(touch.askPx(), false).clear();
            bids.put(touch.bidPx(), touch.bidSz());
            asks.put(touch.askPx(), touch.askSz());
        }
        return true;
    }
}
