package io.halfspread.sim;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the frames the venue's WebSocket would send for one coin, member order included. */
final class FrameWriter {
    private static final int FAST_DEPTH = 5;

    private final StringBuilder text = new StringBuilder(4096);
    private final String coin;
    private final LotSize lotSize;

    FrameWriter(final String coin, final LotSize lotSize) {
        this.coin = coin;
        this.lotSize = lotSize;
    }

    String subscribed(final String type) {
        begin("subscriptionResponse").append("{\"method\":\"subscribe\",\"subscription\":{\"type\":\"");
        text.append(type).append("\",\"coin\":\"").append(coin).append('"');
        return end("}}}");
    }

    String subscribedToBook(final boolean fast) {
        begin("subscriptionResponse").append("{\"method\":\"subscribe\",\"subscription\":{\"type\":\"l2Book\"");
        text.append(",\"coin\":\"").append(coin);
        return end("\",\"nSigFigs\":null,\"mantissa\":null,\"fast\":" + fast + "}}}");
    }

    String book(final MakerBook book, final long timeMs, final boolean fast) {
        beginCoin("l2Book", timeMs).append(",\"levels\":[");
        final int depth = fast ? FAST_DEPTH : MakerBook.DEPTH;
        levels(book.bids(), depth);
        text.append(',');
        levels(book.asks(), depth);
        return end(fast ? "],\"fast\":true}}" : "]}}");
    }

    String touch(final MakerBook book, final long timeMs) {
        beginCoin("bbo", timeMs).append(",\"bbo\":[");
        level(book.bids().firstEntry());
        text.append(',');
        level(book.asks().firstEntry());
        return end("]}}");
    }

    String trades(final Collection<TapeFill> fills) {
        begin("trades").append('[');
        for (final Iterator<TapeFill> each = fills.iterator(); each.hasNext(); ) {
            fill(each.next());
            text.append(each.hasNext() ? "," : "");
        }
        return end("]}");
    }

    String context(final AssetStatistics statistics, final MakerBook book) {
        final long mid = book.mid();
        begin("activeAssetCtx").append("{\"coin\":\"").append(coin).append("\",\"ctx\":{");
        decimal("funding", statistics.funding(mid));
        decimal(",", "openInterest", statistics.openInterest());
        decimal(",", "prevDayPx", statistics.prevDayPx());
        decimal(",", "dayNtlVlm", statistics.dayUsd());
        decimal(",", "premium", statistics.premium(mid));
        decimal(",", "oraclePx", statistics.oraclePx());
        decimal(",", "markPx", statistics.markPx(mid));
        decimal(",", "midPx", mid);
        text.append(",\"impactPxs\":[");
        quoted(impactPx(book.bids()));
        text.append(',');
        quoted(impactPx(book.asks()));
        text.append(']');
        decimal(",", "dayBaseVlm", statistics.dayBase());
        return end("}}}");
    }

    private static long impactPx(final TreeMap<Long, Level> side) {
        return List.copyOf(side.keySet()).get(1);
    }

    private void levels(final TreeMap<Long, Level> side, final int depth) {
        text.append('[');
        int written = 0;
        for (final Map.Entry<Long, Level> entry : side.entrySet()) {
            if (written == depth) {
                break;
            }
            text.append(written == 0 ? "" : ",");
            level(entry);
            written++;
        }
        text.append(']');
    }

    private void level(final Map.Entry<Long, Level> entry) {
        text.append('{');
        decimal("px", entry.getKey());
        decimal(",", "sz", lotSize.size(entry.getValue().lots()));
        text.append(",\"n\":").append(entry.getValue().orders()).append('}');
    }

    private void fill(final TapeFill fill) {
        text.append("{\"coin\":\"")
                .append(coin)
                .append("\",\"side\":\"")
                .append(fill.buy() ? 'B' : 'A')
                .append('"');
        decimal(",", "px", fill.px());
        decimal(",", "sz", fill.sz());
        text.append(",\"time\":").append(fill.timeMs());
        text.append(",\"hash\":\"").append(fill.hash());
        text.append("\",\"tid\":").append(fill.tid());
        text.append(",\"users\":[\"")
                .append(fill.buyer())
                .append("\",\"")
                .append(fill.seller())
                .append("\"]}");
    }

    private void decimal(final String separator, final String name, final long scaled) {
        text.append(separator);
        decimal(name, scaled);
    }

    private void decimal(final String name, final long scaled) {
        text.append('"').append(name).append("\":");
        quoted(scaled);
    }

    private void quoted(final long scaled) {
        text.append('"');
        DecimalText.append(text, scaled);
        text.append('"');
    }

    private StringBuilder begin(final String channel) {
        text.setLength(0);
        return text.append("{\"channel\":\"").append(channel).append("\",\"data\":");
    }

    private StringBuilder beginCoin(final String channel, final long timeMs) {
        return begin(channel)
                .append("{\"coin\":\"")
                .append(coin)
                .append("\",\"time\":")
                .append(timeMs);
    }

    private String end(final String closing) {
        return text.append(closing).toString();
    }
}
