package io.halfspread.app.report;

import io.halfspread.app.replay.Markouts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures of one coin in two sessions side by side. */
final class Deltas {
    private final List<Row> rows = new ArrayList<>();

    /**
     * One figure.
     *
     * @param name   its name, as in the report's JSON
     * @param first  in the first session, null where it has none
     * @param second in the second session
     */
    record Row(String name, Number first, Number second) {
        /** Second less first, exact for decimals; null unless both are. */
        Number delta() {
            if (first == null || second == null) {
                return null;
            }
            if (first instanceof BigDecimal one && second instanceof BigDecimal other) {
                return Decimals.of(other.subtract(one).movePointRight(8).longValueExact());
            }
            return first instanceof Long && second instanceof Long
                    ? (Number) (second.longValue() - first.longValue())
                    : (Number) (second.doubleValue() - first.doubleValue());
        }

        Map<String, Object> json() {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("a", first);
            json.put("b", second);
            json.put("delta", delta());
            return json;
        }
    }

    private Deltas() {}

    static List<Row> of(final Figures.Coin first, final Figures.Coin second) {
        final Deltas deltas = new Deltas();
        deltas.profit(first.totals().profit(), second.totals().profit());
        deltas.usd("drawdown", first.drawdown().usd(), second.drawdown().usd());
        final CoinTotals a = first.totals();
        final CoinTotals b = second.totals();
        deltas.add("maker_fills", a.makerFills(), b.makerFills());
        deltas.add("taker_fills", a.takerFills(), b.takerFills());
        deltas.usd("volume", a.volume(), b.volume());
        deltas.add("quotes", a.quotes(), b.quotes());
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

    static List<Row> of(final Figures first, final Figures second) {
        final Deltas deltas = new Deltas();
        deltas.profit(first.profit(), second.profit());
        deltas.usd("drawdown", first.drawdown().usd(), second.drawdown().usd());
        return deltas.rows;
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
        rows.add(new Row(name, first, second));
    }
}
