package io.halfspread.app.sweep.page;

import io.halfspread.app.report.Axis;
import io.halfspread.app.report.Html;
import io.halfspread.app.report.Plot;
import io.halfspread.app.report.Words;
import io.halfspread.app.sweep.judge.Judgement;
import io.halfspread.app.sweep.judge.ParetoFront;
import io.halfspread.app.sweep.judge.Stability;
import java.util.ArrayList;
import java.util.List;

/** Profit against risk, and the winner at different times. */
final class RiskSection {
    private static final int LISTED = 12;

    private final Html html;
    private final Judgement judgement;

    RiskSection(final Html html, final Judgement judgement) {
        this.html = html;
        this.judgement = judgement;
    }

    void write() {
        html.raw("<section id=\"risk\"><h2>Profit against risk</h2>\n<div class=\"two\">");
        judgement
                .fronts()
                .forEach(front -> html.raw("<div>").raw(scatter(front)).raw("</div>"));
        html.raw("</div>\n<div class=\"two\">");
        judgement.fronts().forEach(this::table);
        html.raw("</div></section>\n");
        stability();
    }

    private String scatter(final ParetoFront front) {
        final String unit = front.risk().unit();
        final List<ParetoFront.Point> points = front.points();
        final Axis up = axis(points.stream().mapToDouble(ParetoFront.Point::pnl).toArray());
        final Axis right =
                axis(points.stream().mapToDouble(ParetoFront.Point::risk).toArray());
        final Plot plot = new Plot(
                        "Profit, USD, against " + front.risk().text().replace('_', ' ')
                                + (unit.isEmpty() ? "" : ", " + unit),
                        "high")
                .legend("both", "all sets")
                .legend("bid", "none better in both")
                .legend("ask", "default")
                .values(up);
        for (final double tick : right.ticks()) {
            plot.upright("grid", right.share(tick), 0, 1);
            plot.below(right.share(tick), Words.fixed(tick, right.decimals()));
        }
        final List<double[]> others = new ArrayList<>();
        final List<double[]> best = new ArrayList<>();
        final List<double[]> base = new ArrayList<>();
        for (final ParetoFront.Point point : points) {
            final double[] place = {right.share(point.risk()), up.share(point.pnl())};
            (point.onFront() ? best : others).add(place);
            if (point.candidate() == 0) {
                base.add(place);
            }
        }
        return plot.dots("dot small both", others)
                .line(
                        "bid",
                        best.stream().mapToDouble(place -> place[0]).toArray(),
                        best.stream().mapToDouble(place -> place[1]).toArray(),
                        true)
                .dots("dot bid", best)
                .dots("dot ask", base)
                .html();
    }

    private static Axis axis(final double... values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (final double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return Axis.around(low, high);
    }

    private void table(final ParetoFront front) {
        html.raw("<div>");
        html.table(
                "none better in both" + (front.front().size() > LISTED ? ": the last " + LISTED : ""),
                List.of("set", front.risk().text().replace('_', ' '), "profit, USD"));
        final int from = Math.max(0, front.front().size() - LISTED);
        for (final ParetoFront.Point point :
                front.front().subList(from, front.front().size())) {
            html.row(List.of(Texts.set(point.candidate()), Words.fixed(point.risk(), 2), Words.signed(point.pnl(), 2)));
        }
        html.endTable().raw("</div>");
    }

    private void stability() {
        final Stability stability = judgement.stability();
        html.raw("<section id=\"time\"><h2>Stability of the optimum</h2>\n<p>")
                .words(
                        Double.isNaN(stability.correlation())
                                ? "One " + stability.kind() + ": nothing to compare."
                                : "Rank correlation of the sets' profit between two "
                                        + (stability.kind().equals("quarter") ? "quarters" : stability.kind() + "s")
                                        + ", mean: " + Words.fixed(stability.correlation(), 2)
                                        + " (1: the same order always, 0: no relation).")
                .raw("</p>\n");
        final Whiskers gains = new Whiskers();
        stability
                .stretches()
                .forEach(stretch -> gains.add(
                        stretch.name(),
                        "bid",
                        stretch.gain().value(),
                        stretch.gain().half()));
        html.raw(gains.html("Gain of the winner above the default, USD, by " + stability.kind()));
        html.table(
                "",
                List.of(
                        stability.kind(),
                        "blocks",
                        "best set in it",
                        "rank of the winner",
                        "rank of the default",
                        "gain of the winner, USD"));
        for (final Stability.Stretch stretch : stability.stretches()) {
            html.row(List.of(
                    stretch.name(),
                    Words.count(stretch.blocks()),
                    Texts.set(stretch.best()),
                    Words.count(stretch.rank()),
                    Words.count(stretch.base()),
                    Texts.usd(stretch.gain())));
        }
        html.endTable().raw("</section>\n");
    }
}
