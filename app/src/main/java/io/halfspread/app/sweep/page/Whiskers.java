package io.halfspread.app.sweep.page;

import io.halfspread.app.report.Axis;
import io.halfspread.app.report.Plot;
import java.util.ArrayList;
import java.util.List;

/** A chart of figures side by side, each with its error bar. For one thread. */
final class Whiskers {
    /** Labels that fit side by side on a page. */
    private static final int MOST_LABELS = 12;

    private record Mark(String label, String style, double value, double half) {}

    private final List<Mark> marks = new ArrayList<>();

    Whiskers add(final String label, final String style, final double value, final double half) {
        marks.add(new Mark(label, style, value, Double.isFinite(half) ? half : 0));
        return this;
    }

    String html(final String title) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (final Mark mark : marks) {
            if (Double.isFinite(mark.value)) {
                low = Math.min(low, mark.value - mark.half);
                high = Math.max(high, mark.value + mark.half);
            }
        }
        if (low > high) {
            return "";
        }
        final Axis axis = Axis.around(low, high);
        final Plot plot = new Plot(title, "low").values(axis);
        final int every = (marks.size() + MOST_LABELS - 1) / MOST_LABELS;
        for (int i = 0; i < marks.size(); i++) {
            final Mark mark = marks.get(i);
            final double at = (i + 0.5) / marks.size();
            if (i % every == 0) {
                plot.below(at, mark.label);
            }
            if (!Double.isFinite(mark.value)) {
                continue;
            }
            if (mark.half > 0) {
                plot.upright(
                        "whisker " + mark.style,
                        at,
                        axis.share(mark.value - mark.half),
                        axis.share(mark.value + mark.half));
            }
            plot.dots("dot " + mark.style, List.of(new double[] {at, axis.share(mark.value)}));
        }
        return plot.html();
    }
}
