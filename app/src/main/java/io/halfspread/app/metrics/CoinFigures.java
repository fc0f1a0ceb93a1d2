package io.halfspread.app.metrics;

import io.halfspread.app.pnl.PnlSplit;
import io.halfspread.app.view.GapPoint;
import io.halfspread.app.view.InstrumentCounts;
import io.halfspread.app.view.InstrumentView;
import io.halfspread.app.view.MarketFigures;
import io.halfspread.app.view.PolicySurface;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.Side;
import io.halfspread.engine.order.Order;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/** Reads figures of coins from the projection. */
final class CoinFigures {
    /** Fixed-point prices, sizes and USD. */
    static final double SCALE = 1e8;

    private static final double BPS = 1e4;
    private static final double PERCENT = 100;
    private static final double HOUR_S = 3600;

    private CoinFigures() {}

    /** One figure of one coin. */
    interface CoinValue {
        /** The figure as of a scrape. */
        double of(Scrape scrape, int instrument);
    }

    /** Two figures of one coin, of its bid and of its ask. */
    interface SideValue {
        /** The figure of a side as of a scrape. */
        double of(Scrape scrape, int instrument, Side side);
    }

    static BiConsumer<Scrape, Samples> each(final CoinValue value) {
        return (scrape, out) -> {
            for (int i = 0; i < scrape.coins(); i++) {
                out.add(value.of(scrape, i), scrape.coin(i));
            }
        };
    }

    static BiConsumer<Scrape, Samples> sides(final SideValue value) {
        return (scrape, out) -> {
            for (int i = 0; i < scrape.coins(); i++) {
                out.add(value.of(scrape, i, Side.BID), scrape.coin(i), "bid");
                out.add(value.of(scrape, i, Side.ASK), scrape.coin(i), "ask");
            }
        };
    }

    static BiConsumer<Scrape, Samples> market(final ToDoubleFunction<MarketFigures> value) {
        return each(
                (scrape, i) -> value.applyAsDouble(scrape.view().instrument(i).market()));
    }

    static BiConsumer<Scrape, Samples> decision(final ToDoubleFunction<QuoteDecisionDecoder> value) {
        return each((scrape, i) -> {
            final QuoteDecisionDecoder decision = scrape.view().outputs().decision(i);
            return decision == null ? Double.NaN : value.applyAsDouble(decision);
        });
    }

    static BiConsumer<Scrape, Samples> counts(final ToDoubleFunction<InstrumentCounts> value) {
        return each(
                (scrape, i) -> value.applyAsDouble(scrape.view().instrument(i).counts()));
    }

    static BiConsumer<Scrape, Samples> gap(final ToDoubleFunction<GapPoint> value) {
        return each((scrape, i) -> {
            final GapPoint gap = scrape.view().instrument(i).gaps().last();
            return gap == null ? Double.NaN : value.applyAsDouble(gap);
        });
    }

    static double ratio(final double percent) {
        return percent / PERCENT;
    }

    static double lossPerSecond(final GapPoint gap) {
        return gap.lossPerHour() / HOUR_S;
    }

    static double spread(final QuoteDecisionDecoder decision) {
        return decision.spreadBps() / BPS;
    }

    static double touch(final Scrape scrape, final int instrument, final Side side) {
        final MarketFigures market = scrape.view().instrument(instrument).market();
        return side == Side.BID ? market.bidPx() : market.askPx();
    }

    static double quotePrice(final Scrape scrape, final int instrument, final Side side) {
        final Order order = scrape.view().engine().quote(instrument, side);
        return order == null ? Double.NaN : order.px() / SCALE;
    }

    static double quoteSize(final Scrape scrape, final int instrument, final Side side) {
        final Order order = scrape.view().engine().quote(instrument, side);
        return order == null ? 0 : order.remaining() / SCALE;
    }

    static double offset(final Scrape scrape, final int instrument, final Side side) {
        final QuoteDecisionDecoder decision = scrape.view().outputs().decision(instrument);
        if (decision == null) {
            return Double.NaN;
        }
        return (side == Side.BID ? decision.bidOffsetBps() : decision.askOffsetBps()) / BPS;
    }

    static void pnl(final Scrape scrape, final Samples out) {
        for (int i = 0; i < scrape.coins(); i++) {
            final PnlSplit split = scrape.view().pnl(i);
            final long mid = scrape.view().mid(i);
            final String coin = scrape.coin(i);
            out.add(split.spread() / SCALE, coin, "spread");
            out.add(split.inventory(mid) / SCALE, coin, "inventory");
            out.add(0 - split.fees() / SCALE, coin, "fees");
            out.add(split.funding() / SCALE, coin, "funding");
        }
    }

    static void feedAges(final Scrape scrape, final Samples out) {
        for (int i = 0; i < scrape.coins(); i++) {
            final MarketFigures market = scrape.view().instrument(i).market();
            for (int stream = 0; stream < MarketFigures.STREAMS.length; stream++) {
                final long heardNs = market.heardNs(stream);
                out.add(
                        heardNs == 0 ? Double.NaN : scrape.age(heardNs),
                        scrape.coin(i),
                        MarketFigures.STREAMS[stream].replace(' ', '_'));
            }
        }
    }

    static void fills(final Scrape scrape, final Samples out) {
        for (int i = 0; i < scrape.coins(); i++) {
            final InstrumentCounts counts = scrape.view().instrument(i).counts();
            for (final Side side : new Side[] {Side.BID, Side.ASK}) {
                out.add(counts.fills(side, false), scrape.coin(i), word(side), "maker");
                out.add(counts.fills(side, true), scrape.coin(i), word(side), "taker");
            }
        }
    }

    static void reasons(final Scrape scrape, final Samples out) {
        for (int i = 0; i < scrape.coins(); i++) {
            final InstrumentCounts counts = scrape.view().instrument(i).counts();
            for (final Side side : new Side[] {Side.BID, Side.ASK}) {
                for (final QuoteReason reason : QuoteReason.values()) {
                    if (reason != QuoteReason.NULL_VAL) {
                        out.add(counts.reasons(side, reason), scrape.coin(i), word(side), word(reason));
                    }
                }
            }
        }
    }

    static void reasonNow(final Scrape scrape, final Samples out) {
        for (int i = 0; i < scrape.coins(); i++) {
            final QuoteDecisionDecoder decision = scrape.view().outputs().decision(i);
            out.add(1, scrape.coin(i), "bid", word(decision == null ? QuoteReason.NO_BOOK : decision.bidReason()));
            out.add(1, scrape.coin(i), "ask", word(decision == null ? QuoteReason.NO_BOOK : decision.askReason()));
        }
    }

    static void rejects(final Scrape scrape, final Samples out) {
        for (int i = 0; i < scrape.coins(); i++) {
            final InstrumentCounts counts = scrape.view().instrument(i).counts();
            out.add(counts.ended(OrderStatus.REJECTED_POST_ONLY), scrape.coin(i), "post_only");
            out.add(counts.ended(OrderStatus.REJECTED), scrape.coin(i), "other");
        }
    }

    static double policyAge(final Scrape scrape, final int instrument) {
        final PolicySurface.Table table =
                scrape.view().instrument(instrument).policy().table();
        return table == null ? Double.NaN : scrape.age(table.asOfNs());
    }

    static void gapBand(final Scrape scrape, final Samples out) {
        for (int i = 0; i < scrape.coins(); i++) {
            final InstrumentView instrument = scrape.view().instrument(i);
            final GapPoint gap = instrument.gaps().last();
            if (gap != null) {
                out.add(ratio(gap.gapPct()), scrape.coin(i), "estimate");
                out.add(ratio(gap.lowPct()), scrape.coin(i), "low");
                out.add(ratio(gap.highPct()), scrape.coin(i), "high");
            }
        }
    }

    private static String word(final Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
