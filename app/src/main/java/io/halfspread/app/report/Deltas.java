package io.halfspread.app.report;

import io.halfspread.app.replay.Markouts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Figures of one coin in two sessions side by side. */
final class Deltas {
    private final List<DeltaRow> rows = new ArrayList<>();

    private Deltas() {}

    static List<DeltaRow> of(final Figures.Coin first, final Figures.Coin second) {
        final Deltas deltas = new Deltas();
        deltas.profit(first.totals().profit(), second.totals().profit());
        deltas.usd("drawdown", first.drawdown().usd(), second.drawdown().usd());
        final CoinTotals a = first.totals();
        final CoinTotals b = second.totals();
        deltas.add("maker_fills", a.makerFills(), b.makerFills());
        deltas.add("taker_fills", a.takerFills(), b.takerFills());
        deltas.usd("volume", a.volume(), b.volume());
        deltas.add("quotes", a.quotes(), b.quotes());
        deltas.add("commands", a.commands(), b.commands());
        deltas.add("fill_ratio", a.fillRatio(), b.fillRatio());
        deltas.add("quoted_spread_bps", a.pairSpreadBps(), b.pairSpreadBps());
        deltas.add("captured_bps", a.capturedBps(), b.capturedBps());
        deltas.add("time_quoted_bid", a.quotedShare(true), b.quotedShare(true));
        deltas.add("time_quoted_ask", a.quotedShare(false), b.quotedShare(false));
        deltas.add("time_at_touch_bid", a.touchShare(true), b.touchShare(true));
        deltas.add("time_at_touch_ask", a.touchShare(false), b.touchShare(false));
        final FillFigures.Row fillsA = first.fills().get(FillFigures.Which.BOTH.ordinal());
        final FillFigures.Row fillsB = second.fills().get(FillFigures.Which.BOTH.ordinal());
        deltas.add(
                "effective_spread_bps",
                fillsA.effective().mean(),
                fillsB.effective().mean());
        for (int i = 0; i < Markouts.horizons().size(); i++) {
            deltas.add(
                    "markout_" + Markouts.horizons().get(i) + "_bps",
                    fillsA.markouts().get(i).mean(),
                    fillsB.markouts().get(i).mean());
        }
        deltas.add(
                "mean_abs_position",
                first.inventory().meanSize(),
                second.inventory().meanSize());
        deltas.usd(
                "max_abs_position",
                first.inventory().largest(),
                second.inventory().largest());
        deltas.usd("position", first.position(), second.position());
        return deltas.rows;
    }

    static List<DeltaRow> of(final Figures first, final Figures second) {
        final Deltas deltas = new Deltas();
        deltas.profit(first.profit(), second.profit());
        deltas.usd("drawdown", first.drawdown().usd(), second.drawdown().usd());
        deltas.sum("maker_fills", CoinTotals::makerFills, first, second);
        deltas.sum("taker_fills", CoinTotals::takerFills, first, second);
        deltas.usd("volume", sum(CoinTotals::volume, first), sum(CoinTotals::volume, second));
        deltas.sum("quotes", CoinTotals::quotes, first, second);
        final RequestFigures a = first.requests();
        final RequestFigures b = second.requests();
        deltas.add("commands", a.commands(), b.commands());
        deltas.add("requests_left", a.left(), b.left());
        deltas.add("runway_hours", a.runwayHours(), b.runwayHours());
        return deltas.rows;
    }

    private void sum(
            final String name, final ToLongFunction<CoinTotals> figure, final Figures first, final Figures second) {
        add(name, sum(figure, first), sum(figure, second));
    }

    private static long sum(final ToLongFunction<CoinTotals> figure, final Figures figures) {
        return figures.coins().stream()
                .map(Figures.Coin::totals)
                .mapToLong(figure)
                .sum();
    }

    private void profit(final ProfitParts first, final ProfitParts second) {
        usd("pnl", first.total(), second.total());
        usd("spread", first.spread(), second.spread());
        usd("inventory", first.inventory(), second.inventory());
        usd("fees", first.fees(), second.fees());
        usd("funding", first.funding(), second.funding());
    }

    private void usd(final String name, final long first, final long second) {
        add(name, Decimals.of(first), Decimals.of(second));
    }

    private void add(final String name, final Number first, final Number second) {
        rows.add(new DeltaRow(name, first, second));
    }
}
