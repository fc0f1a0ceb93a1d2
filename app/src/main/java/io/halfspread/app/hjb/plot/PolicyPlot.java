package io.halfspread.app.hjb.plot;

import io.halfspread.engine.hjb.Policy;
import io.halfspread.engine.hjb.PolicyAudit;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/** The best policy, the heuristic and where it loses, over inventory and signal. */
public final class PolicyPlot {
    private static final int HEAD = 50;
    private static final int STEPS = 120;
    private static final double PERCENT = 100;

    private PolicyPlot() {}

    /**
     * Draws.
     *
     * @param best      the best policy
     * @param heuristic audit of the heuristic; where it loses is drawn when its chain has a stationary law
     * @param lawful    whether it has one
     * @param current   the current state
     * @return an SVG document
     */
    public static String of(final Policy best, final PolicyAudit heuristic, final boolean lawful, final int current) {
        final Policy law = heuristic.policy();
        final IntToDoubleFunction[] offsets = {
            s -> best.quotesBid(s) ? best.bidOffsetBps(s) : Double.NaN,
            s -> best.quotesAsk(s) ? best.askOffsetBps(s) : Double.NaN,
            s -> law.quotesBid(s) ? law.bidOffsetBps(s) : Double.NaN,
            s -> law.quotesAsk(s) ? law.askOffsetBps(s) : Double.NaN
        };
        final ColourScale scale = scale(best, offsets);
        final int rows = lawful ? 3 : 2;
        final SvgPage page =
                new SvgPage(2 * HeatPanel.WIDTH, HEAD + rows * HeatPanel.HEIGHT, "Policy over inventory and signal");
        legend(page, scale);
        final HeatPanel panel = new HeatPanel(page, best.grid(), current);
        final String[] headings = {"Best bid", "Best ask", "Heuristic's bid", "Heuristic's ask"};
        for (int i = 0; i < headings.length; i++) {
            final int x = i % 2 * HeatPanel.WIDTH;
            final int y = HEAD + i / 2 * HeatPanel.HEIGHT;
            panel.draw(x, y, headings[i], "bps", scale, offsets[i]);
        }
        if (lawful) {
            losses(panel, best, heuristic);
        }
        return page.finished();
    }

    private static void losses(final HeatPanel panel, final Policy best, final PolicyAudit heuristic) {
        final double whole =
                heuristic.attribution().loss(heuristic.attribution().worst(0));
        final int y = HEAD + 2 * HeatPanel.HEIGHT;
        panel.draw(
                0,
                y,
                "Loss of the heuristic (brightest: most)",
                "lot bps/s",
                new ColourScale(0, whole),
                heuristic.attribution()::loss);
        panel.draw(
                HeatPanel.WIDTH,
                y,
                "Best takers (dark: sell, bright: buy)",
                "lots/s",
                takers(best),
                s -> best.takerBuyPerS(s) == best.takerSellPerS(s)
                        ? Double.NaN
                        : best.takerBuyPerS(s) - best.takerSellPerS(s));
    }

    private static ColourScale takers(final Policy best) {
        double most = 0;
        for (int s = 0; s < best.grid().states(); s++) {
            most = Math.max(most, Math.max(best.takerBuyPerS(s), best.takerSellPerS(s)));
        }
        return new ColourScale(-most, most);
    }

    private static ColourScale scale(final Policy best, final IntToDoubleFunction[] tables) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < best.grid().states(); s++) {
            for (final IntToDoubleFunction table : tables) {
                final double value = table.applyAsDouble(s);
                low = Double.isNaN(value) ? low : Math.min(low, value);
                high = Double.isNaN(value) ? high : Math.max(high, value);
            }
        }
        return low > high ? new ColourScale(0, 1) : new ColourScale(low, high);
    }

    private static void legend(final SvgPage page, final ColourScale scale) {
        page.text(50, 30, "start", "offset from the mid, bps; grey: no quote; red ring: here");
        for (int i = 0; i < STEPS; i++) {
            final double value = scale.low() + (scale.high() - scale.low()) * i / (STEPS - 1);
            page.cell(480 + 2 * i, 18, 2.3, 14, scale.colour(value), String.format(Locale.ROOT, "%.3g bps", value));
        }
        page.text(474, 30, "end", String.format(Locale.ROOT, "%.2f", scale.low()));
        page.text(486 + 2 * STEPS, 30, "start", String.format(Locale.ROOT, "%.2f", scale.high()));
    }
}
