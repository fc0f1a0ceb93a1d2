package io.halfspread.engine.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The merge law written for reading, not for speed: the twin that {@link MarketBook} is compared with. */
final class NaiveBook {
    record Event(String stream, long venueNs, long arrival, List<long[]> bids, List<long[]> asks) {}

    final TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    final TreeMap<Long, Long> asks = new TreeMap<>();
    private final TreeMap<String, Event> newest = new TreeMap<>();
    private long newestVenueNs = Long.MIN_VALUE;

    boolean on(final Event event) {
        final Event before = newest.get(event.stream());
        if (before != null && event.venueNs() < before.venueNs()) {
            return false;
        }
        newest.put(event.stream(), event);
        if (event.venueNs() >= newestVenueNs) {
            newestVenueNs = event.venueNs();
            apply(event);
        } else {
            bids.clear();
            asks.clear();
            final List<Event> ordered = new ArrayList<>(newest.values());
            ordered.sort(Comparator.comparingLong(Event::venueNs).thenComparingLong(Event::arrival));
            ordered.forEach(this::apply);
        }
        return true;
    }

    private void apply(final Event event) {
        if (event.stream().equals("bbo")) {
            touch(event);
        } else {
            final int full = event.stream().equals("fast") ? 5 : Integer.MAX_VALUE;
            replace(bids, event.bids(), full);
            replace(asks, event.asks(), full);
        }
    }

    private static void replace(final TreeMap<Long, Long> side, final List<long[]> levels, final int full) {
        if (levels.size() < full) {
            side.clear();
        } else {
            side.headMap(levels.get(levels.size() - 1)[0], true).clear();
        }
        levels.forEach(level -> side.put(level[0], level[1]));
        trim(side);
    }

    private void touch(final Event event) {
        if (event.asks().isEmpty()) {
            asks.clear();
        } else {
            bids.keySet().removeIf(px -> px >= event.asks().get(0)[0]);
        }
        if (event.bids().isEmpty()) {
            bids.clear();
        } else {
            asks.keySet().removeIf(px -> px <= event.bids().get(0)[0]);
            best(bids, event.bids().get(0));
        }
        if (!event.asks().isEmpty()) {
            best(asks, event.asks().get(0));
        }
    }

    private static void best(final TreeMap<Long, Long> side, final long[] level) {
        side.headMap(level[0], false).clear();
        side.put(level[0], level[1]);
        trim(side);
    }

    private static void trim(final TreeMap<Long, Long> side) {
        while (side.size() > 20) {
            side.pollLastEntry();
        }
    }
}
