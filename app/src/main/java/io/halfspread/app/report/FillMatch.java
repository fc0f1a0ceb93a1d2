package io.halfspread.app.report;

import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.Side;
import io.halfspread.engine.capture.CaptureReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which fills of two sessions are the same: same coin, side and public trade, or where no trade explains the fill the same
 * moment. What one session traded more of it is its own.
 */
final class FillMatch {
    private static final double SCALE = 1e8;

    private final Map<Key, Sizes> both = new LinkedHashMap<>();

    /** What makes fills the same. */
    private record Key(String coin, Side side, boolean taker, long venueNs, long trade) {}

    private static final class Sizes {
        long first;
        long firstPx;
        long second;
        long secondPx;
    }

    /**
     * Fills that one session has and the other has not, or less of.
     *
     * @param count  how many
     * @param volume their value, USD
     * @param list   each: time, coin, side, size, price
     */
    record Some(long count, BigDecimal volume, List<Map<String, Object>> list) {
        private static final int LISTED = 20;

        Map<String, Object> json() {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("count", count);
            json.put("volume", volume);
            json.put("first", list.subList(0, Math.min(LISTED, list.size())));
            return json;
        }
    }

    static FillMatch of(final Path first, final Path second) {
        final FillMatch match = new FillMatch();
        match.read(first, true);
        match.read(second, false);
        return match;
    }

    private void read(final Path capture, final boolean first) {
        final MessageHeaderDecoder header = new MessageHeaderDecoder();
        final FillDecoder fill = new FillDecoder();
        try (CaptureReader records = CaptureReader.open(capture)) {
            final List<String> coins = records.manifest().identity().instruments();
            while (records.next()) {
                header.wrap(records.buffer(), records.offset());
                if (header.templateId() == FillDecoder.TEMPLATE_ID) {
                    fill.wrap(
                            records.buffer(),
                            records.offset() + MessageHeaderDecoder.ENCODED_LENGTH,
                            header.blockLength(),
                            header.version());
                    final long cause = fill.causeTid();
                    final Key key = new Key(
                            fill.instrument() < coins.size() ? coins.get(fill.instrument()) : "?",
                            fill.side(),
                            fill.crossed() == Flag.YES,
                            fill.venueNs(),
                            cause == FillDecoder.causeTidNullValue() ? fill.tid() : cause);
                    final Sizes sizes = both.computeIfAbsent(key, unused -> new Sizes());
                    if (first) {
                        sizes.first += fill.sz();
                        sizes.firstPx = fill.px();
                    } else {
                        sizes.second += fill.sz();
                        sizes.secondPx = fill.px();
                    }
                }
            }
        }
    }

    /** Fills that both have. */
    long kept() {
        return both.values().stream()
                .filter(sizes -> sizes.first > 0 && sizes.second > 0)
                .count();
    }

    /** What only the first session traded. */
    Some lost() {
        return some(true);
    }

    /** What only the second session traded. */
    Some gained() {
        return some(false);
    }

    private Some some(final boolean first) {
        final List<Map<String, Object>> list = new ArrayList<>();
        double volume = 0;
        for (final Map.Entry<Key, Sizes> entry : both.entrySet()) {
            final Sizes sizes = entry.getValue();
            final long more = first ? sizes.first - sizes.second : sizes.second - sizes.first;
            if (more > 0) {
                final long px = first ? sizes.firstPx : sizes.secondPx;
                volume += more / SCALE * (px / SCALE);
                final Map<String, Object> json = new LinkedHashMap<>();
                json.put("venue_ns", entry.getKey().venueNs());
                json.put("asset", entry.getKey().coin());
                json.put("side", entry.getKey().side().name().toLowerCase(Locale.ROOT));
                json.put("size", Decimals.of(more));
                json.put("px", Decimals.of(px));
                json.put("taker", entry.getKey().taker());
                list.add(json);
            }
        }
        return new Some(list.size(), Decimals.of(volume), list);
    }
}
