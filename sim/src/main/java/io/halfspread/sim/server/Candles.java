package io.halfspread.sim.server;

import io.halfspread.sim.exchange.TradeRecord;
import java.util.ArrayList;
import java.util.List;

/** Candles of every coin: the newest 5,000 minutes with trades are kept, longer ones are put together when asked for. */
final class Candles {
    /** Minutes of one coin that are kept. */
    static final int MOST_MINUTES = 5_000;

    private final List<List<Candle>> minutes = new ArrayList<>();
    private final long[] tradedMs;

    Candles(final int coins) {
        tradedMs = new long[coins];
        for (int i = 0; i < coins; i++) {
            minutes.add(new ArrayList<>());
        }
    }

    void add(final TradeRecord trade) {
        tradedMs[trade.asset()] = trade.timeMs();
        final List<Candle> kept = minutes.get(trade.asset());
        append(kept, Candle.of(CandleInterval.M1.openMs(trade.timeMs()), trade));
        if (kept.size() > MOST_MINUTES) {
            kept.remove(0);
        }
    }

    /** Whether a coin traded after a time. */
    boolean changedSince(final int asset, final long timeMs) {
        return tradedMs[asset] > timeMs;
    }

    /** Candles that have trades and open within a span, oldest first. */
    List<Candle> between(final int asset, final CandleInterval interval, final long fromMs, final long toMs) {
        final List<Candle> found = new ArrayList<>();
        for (final Candle minute : minutes.get(asset)) {
            final long openMs = interval.openMs(minute.openMs());
            if (openMs >= fromMs && openMs <= toMs) {
                append(
                        found,
                        new Candle(
                                openMs,
                                minute.open(),
                                minute.close(),
                                minute.high(),
                                minute.low(),
                                minute.volume(),
                                minute.trades()));
            }
        }
        return found;
    }

    /** The candle that holds a time; without trades it stands at a price. */
    Candle current(final int asset, final CandleInterval interval, final long timeMs, final long px) {
        final long openMs = interval.openMs(timeMs);
        final List<Candle> found = between(asset, interval, openMs, openMs);
        return found.isEmpty() ? Candle.quiet(openMs, px) : found.get(0);
    }

    private static void append(final List<Candle> candles, final Candle next) {
        final int last = candles.size() - 1;
        if (last >= 0 && candles.get(last).openMs() == next.openMs()) {
            candles.set(last, candles.get(last).and(next));
        } else {
            candles.add(next);
        }
    }
}
