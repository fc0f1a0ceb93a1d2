package io.halfspread.app.hjb.plot;

import io.halfspread.engine.hjb.FillRates;
import io.halfspread.engine.hjb.HjbModel;
import io.halfspread.engine.hjb.Policy;
import java.util.List;
import java.util.Locale;

/**
 * How often a quote fills against how deep it lies, the rate on a logarithmic axis: straight lines in the model, points where
 * orders were counted, and where the best quotes lie now.
 */
public final class IntensityPlot {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 480;
    private static final int LEFT = 80;
    private static final int RIGHT = 770;
    private static final int TOP = 60;
    private static final int BOTTOM = 420;
    private static final int TICKS = 6;
    private static final double SHOWN_DECAYS = 8;
    private static final String BID = "#1f77b4";
    private static final String ASK = "#ff7f0e";

    private final SvgPage page = new SvgPage(WIDTH, HEIGHT, "Fill intensity against depth");
    private final double deepest;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;

    private IntensityPlot(final double deepest) {
        this.deepest = deepest;
    }

    /**
     * Draws.
     *
     * @param model   whose lines
     * @param best    the best policy
     * @param current the current state
     * @param counted points, empty lists when nothing was counted
     * @return an SVG document
     */
    public static String of(final HjbModel model, final Policy best, final int current, final DepthCounts counted) {
        final FillRates fills = model.fills();
        final double shallow = Math.min(fills.bidDecayPerBps(), fills.askDecayPerBps());
        double deepest = Math.min(model.limits().maxOffsetBps(), SHOWN_DECAYS / shallow);
        for (final DepthCounts.Point point : both(counted)) {
            deepest = point.perS() > 0 ? Math.max(deepest, point.depthBps()) : deepest;
        }
        final IntensityPlot plot = new IntensityPlot(Math.max(deepest, 1e-3));
        plot.fit(model, counted);
        plot.draw(model, best, current, counted);
        return plot.page.finished();
    }

    private static List<DepthCounts.Point> both(final DepthCounts counted) {
        return java.util.stream.Stream.concat(counted.bid().stream(), counted.ask().stream())
                .toList();
    }

    private void fit(final HjbModel model, final DepthCounts counted) {
        for (final boolean bid : new boolean[] {true, false}) {
            include(log(model, bid, 0));
            include(log(model, bid, deepest));
        }
        for (final DepthCounts.Point point : both(counted)) {
            include(Math.log10(point.perS()));
        }
    }

    private void include(final double value) {
        if (Double.isFinite(value)) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
    }

    private static double log(final HjbModel model, final boolean bid, final double depthBps) {
        final FillRates fills = model.fills();
        final double rate = bid ? fills.bidRatePerS() : fills.askRatePerS();
        final double decay = bid ? fills.bidDecayPerBps() : fills.askDecayPerBps();
        return Math.log10(rate) - decay * depthBps / Math.log(10);
    }

    private void draw(final HjbModel model, final Policy best, final int current, final DepthCounts counted) {
        page.heading(LEFT, 26, "Fill intensity against depth");
        page.text(
                LEFT,
                46,
                "start",
                String.format(
                        Locale.ROOT,
                        "blue: our bid, %.4g/s exp(-%.4g d); orange: our ask, %.4g/s exp(-%.4g d); at signal 0; dashed: best quotes here",
                        model.fills().bidRatePerS(),
                        model.fills().bidDecayPerBps(),
                        model.fills().askRatePerS(),
                        model.fills().askDecayPerBps()));
        axes();
        side(model, true, BID, counted.bid());
        side(model, false, ASK, counted.ask());
        quote(best.quotesBid(current), best.bidOffsetBps(current), BID);
        quote(best.quotesAsk(current), best.askOffsetBps(current), ASK);
    }

    private void axes() {
        page.frame(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP);
        for (int i = 0; i <= TICKS; i++) {
            final double depth = deepest * i / TICKS;
            page.text(x(depth), BOTTOM + 18, "middle", String.format(Locale.ROOT, "%.3g", depth));
            final double log = lowest + (highest - lowest) * i / TICKS;
            page.text(LEFT - 8, y(log) + 4, "end", String.format(Locale.ROOT, "%.3g", Math.pow(10, log)));
        }
        page.text((LEFT + RIGHT) / 2.0, BOTTOM + 40, "middle", "depth from the mid, bps");
        page.text(LEFT - 8, TOP - 8, "end", "fills/s");
    }

    private void side(
            final HjbModel model, final boolean bid, final String colour, final List<DepthCounts.Point> points) {
        page.line(x(0), y(log(model, bid, 0)), x(deepest), y(log(model, bid, deepest)), colour, false);
        for (final DepthCounts.Point point : points) {
            if (point.perS() > 0 && point.depthBps() >= 0) {
                page.dot(
                        x(point.depthBps()),
                        y(Math.log10(point.perS())),
                        Math.max(2, Math.min(7, 1 + Math.log10(1 + point.count()))),
                        colour,
                        String.format(
                                Locale.ROOT,
                                "%.4g bps: %.4g/s, %.0f orders",
                                point.depthBps(),
                                point.perS(),
                                point.count()));
            }
        }
    }

    private void quote(final boolean quoted, final double offsetBps, final String colour) {
        if (quoted && offsetBps >= 0 && offsetBps <= deepest) {
            page.line(x(offsetBps), TOP, x(offsetBps), BOTTOM, colour, true);
        }
    }

    private double x(final double depthBps) {
        return LEFT + (RIGHT - LEFT) * depthBps / deepest;
    }

    private double y(final double log) {
        return BOTTOM - (BOTTOM - TOP) * (highest > lowest ? (log - lowest) / (highest - lowest) : 0.5);
    }
}
