package io.halfspread.app.capture.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;

/** What is known of the data of one coin. For one thread. */
final class CoinWatch {
    private static final int BOOK = 0;
    private static final int TOUCH = 1;
    private static final int TRADE = 2;
    private static final double SECONDS_PER_HOUR = 3600;

    private final Gaps data = new Gaps();
    private final Gaps booksOnly = new Gaps();
    private final ClockWatch clock = new ClockWatch();
    private final TradeIds ids = new TradeIds();
    private byte[] newestBook = new byte[0];
    private long newestBookVenueNs = Long.MIN_VALUE;
    private long books;
    private long touches;
    private long trades;
    private long replayed;
    private long others;
    private long crossed;
    private long oneSided;
    private long tradesTwice;
    private long booksTwice;

    void onBook(
            final long receiveNs,
            final long venueNs,
            final boolean isCrossed,
            final boolean isOneSided,
            final DirectBuffer buffer,
            final int levels,
            final int length) {
        books++;
        crossed += isCrossed ? 1 : 0;
        oneSided += isOneSided ? 1 : 0;
        data.at(receiveNs);
        booksOnly.at(receiveNs);
        clock.at(BOOK, receiveNs, venueNs);
        if (newestBook.length != length) {
            newestBook = new byte[length];
            newestBookVenueNs = Long.MIN_VALUE;
        }
        boolean same = venueNs == newestBookVenueNs;
        for (int i = 0; same && i < length; i++) {
            same = newestBook[i] == buffer.getByte(levels + i);
        }
        booksTwice += same ? 1 : 0;
        newestBookVenueNs = venueNs;
        buffer.getBytes(levels, newestBook);
    }

    void onTouch(final long receiveNs, final long venueNs, final boolean isCrossed, final boolean isOneSided) {
        touches++;
        crossed += isCrossed ? 1 : 0;
        oneSided += isOneSided ? 1 : 0;
        data.at(receiveNs);
        clock.at(TOUCH, receiveNs, venueNs);
    }

    /** History that the venue sends again at a subscription is counted apart: it is no duplicate, and no sign of life. */
    void onTrade(final long receiveNs, final long venueNs, final boolean history, final long id) {
        final boolean known = ids.isKnown(id);
        if (history) {
            replayed++;
            return;
        }
        trades++;
        tradesTwice += known ? 1 : 0;
        data.at(receiveNs);
        clock.at(TRADE, receiveNs, venueNs);
    }

    void onOther() {
        others++;
    }

    boolean hasMarketData() {
        return !data.isEmpty();
    }

    List<Finding> findings(final String coin) {
        final List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(coin, Measure.SILENT, data.silentShare()));
        findings.add(new Finding(coin, Measure.LONGEST_GAP, data.longestSeconds()));
        findings.add(Finding.ofShare(coin, Measure.CROSSED, crossed, books + touches));
        findings.add(Finding.ofShare(coin, Measure.DUPLICATES, tradesTwice + booksTwice, trades + books));
        final double hours = Math.max(1, data.seconds() / SECONDS_PER_HOUR);
        findings.add(new Finding(coin, Measure.CLOCK_STEPS, clock.steps() / hours));
        findings.add(Finding.ofShare(coin, Measure.EARLY, clock.early(), clock.count()));
        return findings;
    }

    Map<String, Object> json(final long startNs) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("events", counts());
        json.put("replayed_trades", replayed);
        json.put("first_ns", data.isEmpty() ? null : data.firstNs());
        json.put("last_ns", data.isEmpty() ? null : data.lastNs());
        json.put("gaps", data.json(startNs));
        json.put("book_gaps", booksOnly.json(startNs));
        json.put("crossed", crossed);
        json.put("one_sided", oneSided);
        json.put("duplicate_trades", tradesTwice);
        json.put("duplicate_books", booksTwice);
        json.put("clock", clock.json());
        return json;
    }

    private Map<String, Object> counts() {
        final Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("book", books);
        counts.put("bbo", touches);
        counts.put("trade", trades);
        counts.put("other", others);
        return counts;
    }
}
