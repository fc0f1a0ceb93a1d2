package io.halfspread.app.report;

import io.halfspread.app.replay.Markouts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/** The report's charts. */
final class Charts {
    private static final double SCALE = 1e8;

    private final long firstNs;
    private final long lastNs;

    Charts(final long firstNs, final long lastNs) {
        this.firstNs = firstNs;
        this.lastNs = lastNs;
    }

    /** Profit over time with its extremes in every window. */
    String equity(final List<Curve.Point> points) {
        final Axis axis = axis(points, List.of(Curve.Point::low, Curve.Point::high, point -> 0));
        return new Plot("Profit, USD", "high")
                .values(axis)
                .times(ticks())
                .area("range", x(points), y(points, axis, Curve.Point::low), y(points, axis, Curve.Point::high))
                .line("profit", x(points), y(points, axis, Curve.Point::equity), false)
                .html();
    }

    /** Profit of two sessions over time. */
    String equities(
            final String nameA, final List<Curve.Point> first, final String nameB, final List<Curve.Point> second) {
        final List<Curve.Point> both = new ArrayList<>(first);
        both.addAll(second);
        final Axis axis = axis(both, List.of(Curve.Point::equity, point -> 0));
        return new Plot("Profit, USD", "high")
                .legend("bid", nameA)
                .legend("ask", nameB)
                .values(axis)
                .times(ticks())
                .line("bid", x(first), y(first, axis, Curve.Point::equity), false)
                .line("ask", x(second), y(second, axis, Curve.Point::equity), false)
                .html();
    }

    /** Mid price with fills. */
    String price(final List<Curve.Point> points) {
        final List<Curve.Point> priced =
                points.stream().filter(point -> point.mid() > 0).toList();
        if (priced.isEmpty()) {
            return "";
        }
        final List<ToLongFunction<Curve.Point>> prices = List.of(
                Curve.Point::mid,
                point -> point.bought() > 0 ? point.boughtPx() : point.mid(),
                point -> point.sold() > 0 ? point.soldPx() : point.mid());
        final Axis axis = axis(priced, prices);
        final List<double[]> bought = new ArrayList<>();
        final List<double[]> sold = new ArrayList<>();
        for (final Curve.Point point : priced) {
            if (point.bought() > 0) {
                bought.add(new double[] {x(point), axis.share(point.boughtPx() / SCALE)});
            }
            if (point.sold() > 0) {
                sold.add(new double[] {x(point), axis.share(point.soldPx() / SCALE)});
            }
        }
        return new Plot("Mid price, USD", "high")
                .legend("bid", "bought")
                .legend("ask", "sold")
                .values(axis)
                .times(ticks())
                .line("price", x(priced), y(priced, axis, Curve.Point::mid), false)
                .dots("dot bid", bought)
                .dots("dot ask", sold)
                .html();
    }

    /** Position over time. */
    String position(final List<Curve.Point> points, final String coin) {
        final Axis axis = axis(points, List.of(Curve.Point::position, point -> 0));
        return new Plot("Position, " + coin, "low")
                .values(axis)
                .times(ticks())
                .line("position", x(points), y(points, axis, Curve.Point::position), true)
                .html();
    }

    /** Markouts by horizon and side, with their bands. */
    String markouts(final List<FillFigures.Row> rows) {
        double low = 0;
        double high = 0;
        for (final FillFigures.Row row : rows) {
            for (final Estimate estimate : row.markouts()) {
                if (estimate.mean() != null) {
                    final double band = estimate.band() == null ? 0 : estimate.band();
                    low = Math.min(low, estimate.mean() - band);
                    high = Math.max(high, estimate.mean() + band);
                }
            }
        }
        final Axis axis = Axis.around(low, high);
        final Plot plot = new Plot("Markouts of maker fills, bps", "low");
        for (final FillFigures.Row row : rows) {
            plot.legend(row.which().text(), row.which().words());
        }
        plot.values(axis);
        final int horizons = Markouts.horizons().size();
        for (int i = 0; i < horizons; i++) {
            plot.below((i + 0.5) / horizons, Markouts.horizons().get(i));
            for (final FillFigures.Row row : rows) {
                final Estimate estimate = row.markouts().get(i);
                if (estimate.mean() != null) {
                    final double at = (i + 0.5 + 0.12 * (row.which().ordinal() - 1)) / horizons;
                    if (estimate.band() != null) {
                        plot.upright(
                                "whisker " + row.which().text(),
                                at,
                                axis.share(estimate.mean() - estimate.band()),
                                axis.share(estimate.mean() + estimate.band()));
                    }
                    final List<double[]> dot = List.of(new double[] {at, axis.share(estimate.mean())});
                    plot.dots("dot " + row.which().text(), dot);
                }
            }
        }
        return plot.html();
    }

    /** Share of time by position. */
    String inventory(final PositionTimes.Distribution inventory, final String coin) {
        final List<PositionTimes.Bin> bins = inventory.bins();
        final double most =
                bins.stream().mapToDouble(PositionTimes.Bin::share).max().orElse(0);
        if (most == 0) {
            return "";
        }
        final Axis axis = new Axis(0, most * 104, Axis.around(0, most * 100).ticks(), most < 0.05 ? 1 : 0);
        final Plot plot = new Plot("Share of time by position in " + coin + ", %", "low").values(axis);
        for (int i = 0; i < bins.size(); i++) {
            plot.bar(
                    "fill",
                    (i + 0.08) / bins.size(),
                    (i + 0.92) / bins.size(),
                    0,
                    axis.share(bins.get(i).share() * 100));
        }
        return plot.below(0.5 / bins.size(), Words.plain(-inventory.largest()))
                .below(0.5, "flat")
                .below(1 - 0.5 / bins.size(), Words.plain(inventory.largest()))
                .html();
    }

    private List<TimeTicks.Tick> ticks() {
        return TimeTicks.of(firstNs, lastNs);
    }

    private double x(final Curve.Point point) {
        return lastNs > firstNs ? point.seconds() * 1e9 / (lastNs - firstNs) : 0;
    }

    private double[] x(final List<Curve.Point> points) {
        return points.stream().mapToDouble(this::x).toArray();
    }

    private static double[] y(
            final List<Curve.Point> points, final Axis axis, final ToLongFunction<Curve.Point> figure) {
        return points.stream()
                .mapToDouble(point -> axis.share(figure.applyAsLong(point) / SCALE))
                .toArray();
    }

    private static Axis axis(final List<Curve.Point> points, final List<ToLongFunction<Curve.Point>> figures) {
        final double[] all = figures.stream()
                .flatMap(figure -> points.stream().map(point -> figure.applyAsLong(point) / SCALE))
                .mapToDouble(Double::doubleValue)
                .toArray();
        return Axis.around(
                Arrays.stream(all).min().orElse(0), Arrays.stream(all).max().orElse(0));
    }
}
