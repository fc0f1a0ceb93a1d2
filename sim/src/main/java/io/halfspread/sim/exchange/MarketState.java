package io.halfspread.sim.exchange;

import io.halfspread.codec.decimal.Decimal8;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** One instrument: its book, its prices and what was traded. */
final class MarketState {
    private static final int REMEMBERED_TRADES = 30;
    private static final long SAMPLE_MS = 5_000L;
    private static final long RATIO = 1_000_000_000_000L;
    private static final long INTEREST = RATIO / 10_000L;
    private static final long CLAMP = RATIO / 2_000L;
    private static final long HOURLY_CAP = RATIO / 25L;
    private static final int HOURS_OF_RATE = 8;
    private static final long IMPACT_USD = 6_000L * 100_000_000L;

    final InstrumentConfig config;
    final Book book = new Book();
    final Deque<TradeRecord> recent = new ArrayDeque<>();
    final List<FundingRate> fundingHistory = new ArrayList<>();
    long oraclePx;
    long markPx;
    long notionalVolume;
    long baseVolume;
    private long premiumSum;
    private long premiumCount;
    private long nextSampleMs;

    MarketState(final InstrumentConfig config) {
        this.config = config;
        oraclePx = config.startPx();
        markPx = config.startPx();
    }

    void onTrade(final TradeRecord trade) {
        recent.addLast(trade);
        if (recent.size() > REMEMBERED_TRADES) {
            recent.removeFirst();
        }
        notionalVolume += Amounts.notional(trade.px(), trade.sz());
        baseVolume += trade.sz();
    }

    /** Follows the book at the end of a block. */
    void mark(final long timeMs) {
        final long mid = book.mid();
        markPx = mid == Book.NONE ? oraclePx : mid;
        if (timeMs >= nextSampleMs) {
            nextSampleMs = timeMs + SAMPLE_MS;
            premiumSum += premium();
            premiumCount++;
        }
    }

    long premium() {
        final long bid = impactPx(true);
        final long ask = impactPx(false);
        if (bid == Decimal8.NULL || ask == Decimal8.NULL) {
            return 0L;
        }
        final long above = Math.max(bid - oraclePx, 0L) - Math.max(oraclePx - ask, 0L);
        return Math.multiplyExact(above, 10_000L) / oraclePx * (RATIO / 10_000L);
    }

    long averagePremium() {
        return premiumCount == 0L ? premium() : premiumSum / premiumCount;
    }

    long fundingRate() {
        final long premium = averagePremium();
        final long rate = premium + Math.max(-CLAMP, Math.min(CLAMP, INTEREST - premium));
        return Math.max(-HOURLY_CAP, Math.min(HOURLY_CAP, rate / HOURS_OF_RATE));
    }

    void endHour(final long timeMs) {
        fundingHistory.add(new FundingRate(timeMs, fundingRate(), averagePremium()));
        premiumSum = 0L;
        premiumCount = 0L;
    }

    /** Average price of trading the impact notional against a side, or absent. */
    long impactPx(final boolean bids) {
        long usd = 0L;
        long base = 0L;
        for (final BookLevel level : book.levels(bids, Integer.MAX_VALUE)) {
            final long value = Amounts.notional(level.px(), level.sz());
            if (usd + value >= IMPACT_USD) {
                final long rest = Amounts.portion(level.sz(), IMPACT_USD - usd, value);
                return Amounts.price(IMPACT_USD, base + rest, priceDecimals());
            }
            usd += value;
            base += level.sz();
        }
        return Decimal8.NULL;
    }

    int priceDecimals() {
        return 6 - config.szDecimals();
    }
}
