package io.halfspread.app.report;

import io.halfspread.app.hjb.plot.Markup;
import java.util.List;

/**
 * One chart as inline SVG that stretches with the page; its labels are text of the page, so that they keep their size. Places are
 * shares: 0 left and below, 1 right and above. For one thread.
 */
public final class Plot {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 250;

    private final StringBuilder drawn = new StringBuilder();
    private final StringBuilder labels = new StringBuilder();
    private final StringBuilder legend = new StringBuilder();
    private final String title;
    private final String size;

    /**
     * An empty chart.
     *
     * @param title its title
     * @param size  "high" or "low"
     */
    public Plot(final String title, final String size) {
        this.title = title;
        this.size = size;
    }

    /**
     * Horizontal lines with their values.
     *
     * @param axis the values
     * @return this
     */
    public Plot values(final Axis axis) {
        for (final double tick : axis.ticks()) {
            final double at = axis.share(tick);
            horizontal(at, tick == 0 ? "zero" : "grid");
            labels.append("<span class=\"y\" style=\"bottom:")
                    .append(number(100 * at))
                    .append("%\">")
                    .append(Words.fixed(tick, axis.decimals()))
                    .append("</span>");
        }
        return this;
    }

    /**
     * Times below.
     *
     * @param ticks their places
     * @return this
     */
    public Plot times(final List<TimeTicks.Tick> ticks) {
        for (final TimeTicks.Tick tick : ticks) {
            path("grid", "M" + x(tick.share()) + " 0V" + HEIGHT);
            below(tick.share(), tick.label());
        }
        return this;
    }

    /**
     * A label below.
     *
     * @param share place, 0 left, 1 right
     * @param label its text
     * @return this
     */
    public Plot below(final double share, final String label) {
        final String where = share > 0.93 ? "x end" : share < 0.07 ? "x begin" : "x";
        labels.append("<span class=\"")
                .append(where)
                .append("\" style=\"left:")
                .append(number(100 * share))
                .append("%\">")
                .append(Markup.escaped(label))
                .append("</span>");
        return this;
    }

    /**
     * Says what a style stands for.
     *
     * @param style style of the page
     * @param words what it stands for
     * @return this
     */
    public Plot legend(final String style, final String words) {
        legend.append("<span class=\"key ")
                .append(style)
                .append("\">")
                .append(Markup.escaped(words))
                .append("</span>");
        return this;
    }

    /**
     * A line through points in order.
     *
     * @param style style of the page
     * @param x     places
     * @param y     heights
     * @param steps whether it goes on level until the next point
     * @return this
     */
    public Plot line(final String style, final double[] x, final double[] y, final boolean steps) {
        final StringBuilder path = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            if (i == 0) {
                path.append('M').append(x(x[i])).append(' ').append(y(y[i]));
            } else if (steps) {
                path.append('H').append(x(x[i])).append('V').append(y(y[i]));
            } else {
                path.append('L').append(x(x[i])).append(' ').append(y(y[i]));
            }
        }
        path(style, path.toString());
        return this;
    }

    /**
     * The area between two curves.
     *
     * @param style style of the page
     * @param x     places
     * @param low   heights of the lower curve
     * @param high  heights of the upper curve
     * @return this
     */
    public Plot area(final String style, final double[] x, final double[] low, final double[] high) {
        final StringBuilder path = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            path.append(i == 0 ? 'M' : 'L').append(x(x[i])).append(' ').append(y(high[i]));
        }
        for (int i = x.length - 1; i >= 0; i--) {
            path.append('L').append(x(x[i])).append(' ').append(y(low[i]));
        }
        path(style, path.append('Z').toString());
        return this;
    }

    /**
     * Round dots, whatever the page's width.
     *
     * @param style  style of the page
     * @param places place and height of each
     * @return this
     */
    public Plot dots(final String style, final List<double[]> places) {
        final StringBuilder path = new StringBuilder();
        for (final double[] place : places) {
            path.append('M').append(x(place[0])).append(' ').append(y(place[1])).append("h.01");
        }
        path(style, path.toString());
        return this;
    }

    /**
     * A bar from one height to another.
     *
     * @param style style of the page
     * @param left  where it begins
     * @param right where it ends
     * @param from  one height
     * @param to    the other height
     * @return this
     */
    public Plot bar(final String style, final double left, final double right, final double from, final double to) {
        path(style, "M" + x(left) + " " + y(from) + "V" + y(to) + "H" + x(right) + "V" + y(from) + "Z");
        return this;
    }

    /**
     * A vertical line.
     *
     * @param style style of the page
     * @param at    place
     * @param from  one height
     * @param to    the other height
     * @return this
     */
    public Plot upright(final String style, final double at, final double from, final double to) {
        path(style, "M" + x(at) + " " + y(from) + "V" + y(to));
        return this;
    }

    /**
     * The finished figure.
     *
     * @return markup
     */
    public String html() {
        return "<figure class=\"plot " + size + "\"><figcaption>" + Markup.escaped(title) + legend
                + "</figcaption><div class=\"area\"><svg role=\"img\" aria-label=\"" + Markup.escaped(title)
                + "\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" preserveAspectRatio=\"none\">" + drawn + "</svg>"
                + labels + "</div></figure>\n";
    }

    private void horizontal(final double at, final String style) {
        path(style, "M0 " + y(at) + "H" + WIDTH);
    }

    private void path(final String style, final String path) {
        if (!path.isEmpty()) {
            drawn.append("<path class=\"")
                    .append(style)
                    .append("\" d=\"")
                    .append(path)
                    .append("\"/>");
        }
    }

    private static String x(final double share) {
        return number(WIDTH * share);
    }

    private static String y(final double share) {
        return number(HEIGHT * (1 - share));
    }

    /** One digit after the point at most. */
    private static String number(final double value) {
        final long tenths = Math.round(value * 10);
        return tenths % 10 == 0
                ? Long.toString(tenths / 10)
                : (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }
}
