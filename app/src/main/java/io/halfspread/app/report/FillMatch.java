package io.halfspread.app.report;

import io.halfspread.codec.event.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which fills of two sessions are the same: same coin, side and public trade, or where no trade explains the fill the same
 * moment. What one session traded more of it is its own, and has its cause in what stood in the other session just before.
 */
public final class FillMatch {
    private static final double SCALE = 1e8;

    private final Map<Key, Sizes> both = new LinkedHashMap<>();
    private final ComparedSession a;
    private final ComparedSession b;
    private final boolean sameMarket;

    /** What makes fills the same. */
    private record Key(String coin, Side side, boolean taker, long venueNs, long trade) {}

    private static final class Sizes {
        private long first;
        private FillTape.Fill firstFill;
        private long second;
        private FillTape.Fill secondFill;
    }

    /**
     * Fills that one session has and the other has not, or less of.
     *
     * @param count  how many
     * @param volume their value, USD
     * @param causes how many of each cause, and their value, most frequent first
     * @param list   each: time, coin, side, size, price, cause
     */
    public record Some(long count, BigDecimal volume, List<Cause> causes, List<Map<String, Object>> list) {
        private static final int LISTED = 20;

        /**
         * The fills for programs.
         *
         * @return members in order
         */
        public Map<String, Object> json() {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("count", count);
            json.put("volume", volume);
            final Map<String, Object> byCause = new LinkedHashMap<>();
            causes.forEach(cause -> {
                final Map<String, Object> some = new LinkedHashMap<>();
                some.put("count", cause.count());
                some.put("volume", cause.volume());
                byCause.put(cause.cause(), some);
            });
            json.put("causes", byCause);
            json.put("first", list.subList(0, Math.min(LISTED, list.size())));
            return json;
        }
    }

    /**
     * Fills of one cause.
     *
     * @param cause  the cause
     * @param count  how many
     * @param volume their value, USD
     */
    public record Cause(String cause, long count, BigDecimal volume) {}

    private FillMatch(final ComparedSession a, final ComparedSession b, final boolean sameMarket) {
        this.a = a;
        this.b = b;
        this.sameMarket = sameMarket;
    }

    static FillMatch of(final ComparedSession a, final ComparedSession b, final boolean sameMarket) {
        final FillMatch match = new FillMatch(a, b, sameMarket);
        match.take(a.track(), true);
        match.take(b.track(), false);
        return match;
    }

    private void take(final SessionTrack session, final boolean first) {
        for (final FillTape.Fill fill : session.fills()) {
            final Key key = new Key(session.coin(fill), fill.side(), fill.taker(), fill.venueNs(), fill.trade());
            final Sizes sizes = both.computeIfAbsent(key, unused -> new Sizes());
            if (first) {
                sizes.first += fill.sz();
                sizes.firstFill = fill;
            } else {
                sizes.second += fill.sz();
                sizes.secondFill = fill;
            }
        }
    }

    /** Fills of a coin, or of all when it is null, that both have. */
    long kept(final String coin) {
        return both.entrySet().stream()
                .filter(entry -> isOf(coin, entry.getKey()))
                .filter(entry -> entry.getValue().first > 0 && entry.getValue().second > 0)
                .count();
    }

    /**
     * Fills that both have at different prices.
     *
     * @param count how many
     * @param usd   how much better the second session's prices were, USD
     */
    public record Repriced(long count, BigDecimal usd) {}

    Repriced repriced(final String coin) {
        long count = 0;
        double usd = 0;
        for (final Map.Entry<Key, Sizes> entry : both.entrySet()) {
            final Sizes sizes = entry.getValue();
            if (isOf(coin, entry.getKey())
                    && sizes.first > 0
                    && sizes.second > 0
                    && sizes.firstFill.px() != sizes.secondFill.px()) {
                final long better = entry.getKey().side() == Side.BID
                        ? sizes.firstFill.px() - sizes.secondFill.px()
                        : sizes.secondFill.px() - sizes.firstFill.px();
                count++;
                usd += Math.min(sizes.first, sizes.second) / SCALE * (better / SCALE);
            }
        }
        return new Repriced(count, Decimals.of(usd));
    }

    /** What only the first session traded. */
    Some lost(final String coin) {
        return some(coin, false);
    }

    /** What only the second session traded. */
    Some gained(final String coin) {
        return some(coin, true);
    }

    private static boolean isOf(final String coin, final Key key) {
        return coin == null || coin.equals(key.coin());
    }

    private Some some(final String coin, final boolean gained) {
        final List<Map<String, Object>> list = new ArrayList<>();
        final Map<String, double[]> causes = new LinkedHashMap<>();
        double volume = 0;
        for (final Map.Entry<Key, Sizes> entry : both.entrySet()) {
            final Sizes sizes = entry.getValue();
            final long more = gained ? sizes.second - sizes.first : sizes.first - sizes.second;
            if (more > 0 && isOf(coin, entry.getKey())) {
                final FillTape.Fill fill = gained ? sizes.secondFill : sizes.firstFill;
                final FillDifference why = why(entry.getKey(), fill, gained, gained ? sizes.first : sizes.second);
                final double value = more / SCALE * (fill.px() / SCALE);
                volume += value;
                final double[] sum = causes.computeIfAbsent(why.cause(), unused -> new double[2]);
                sum[0]++;
                sum[1] += value;
                final Map<String, Object> json = new LinkedHashMap<>();
                json.put("venue_ns", entry.getKey().venueNs());
                json.put("asset", entry.getKey().coin());
                json.put("side", entry.getKey().side().name().toLowerCase(Locale.ROOT));
                json.put("size", Decimals.of(more));
                json.put("px", Decimals.of(fill.px()));
                json.put("taker", entry.getKey().taker());
                json.put("cause", why.cause());
                json.put("why", why.words());
                list.add(json);
            }
        }
        return new Some(
                list.size(),
                Decimals.of(volume),
                causes.entrySet().stream()
                        .map(entry ->
                                new Cause(entry.getKey(), (long) entry.getValue()[0], Decimals.of(entry.getValue()[1])))
                        .sorted((one, other) -> Long.compare(other.count(), one.count()))
                        .toList(),
                list);
    }

    private FillDifference why(final Key key, final FillTape.Fill fill, final boolean gained, final long otherTraded) {
        final SessionTrack has = (gained ? b : a).track();
        final SessionTrack other = (gained ? a : b).track();
        final OrderTrack inOther = other.orders(key.coin(), key.side());
        return FillDifference.of(new FillDifference.Case(
                fill,
                gained,
                a.label(),
                b.label(),
                has.orders(key.coin(), key.side()).standing(fill.moment(), sameMarket),
                inOther.standing(fill.moment(), sameMarket),
                inOther.wish(fill.moment(), sameMarket),
                otherTraded));
    }
}
