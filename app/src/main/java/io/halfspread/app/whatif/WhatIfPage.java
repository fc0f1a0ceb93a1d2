package io.halfspread.app.whatif;

import io.halfspread.app.replay.ReplayReport;
import io.halfspread.app.report.Axis;
import io.halfspread.app.report.DeltaRow;
import io.halfspread.app.report.Divergence;
import io.halfspread.app.report.Estimate;
import io.halfspread.app.report.FillMatch;
import io.halfspread.app.report.Html;
import io.halfspread.app.report.Plot;
import io.halfspread.app.report.SessionComparison;
import io.halfspread.app.report.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** An answer as one HTML file without scripts and without anything from elsewhere. For one thread. */
final class WhatIfPage {
    private static final int DECIMALS = 4;
    private static final int LISTED = 20;

    private final WhatIfResult result;
    private final Html html;

    WhatIfPage(final WhatIfResult result) {
        this.result = result;
        html = Html.page("Halfspread what-if: " + result.change());
    }

    String html() {
        html.text("h1", "What if: " + result.change());
        html.raw("<p class=\"soft\">").words(result.compared()).raw("</p>\n");
        html.raw("<p class=\"note\">").words(result.verdict()).raw("</p>\n");
        if (result.unappliedDrops() > 0) {
            html.raw("<p class=\"note\">")
                    .words(result.unappliedDrops() + " drops lie after the last event and were not applied")
                    .raw("</p>\n");
        }
        navigation();
        if (result.coins().size() > 1) {
            section("All coins", null);
        }
        divergences();
        result.coins().forEach(coin -> section(coin, coin));
        curve();
        record();
        provenance();
        return html.endPage("The same figures as JSON beside this file, or <code>halfspread what-if .. --json</code>.");
    }

    private void navigation() {
        html.raw("<nav>");
        result.coins()
                .forEach(coin -> html.raw("<a href=\"#")
                        .words(coin)
                        .raw("\">")
                        .words(coin)
                        .raw("</a>"));
        html.raw("<a href=\"#proof\">proof</a></nav>\n");
    }

    private void divergences() {
        html.raw("<section><h2>First quotes that differ</h2>\n");
        final List<Divergence> all = result.rules().get(0).comparison().divergences();
        if (all.isEmpty()) {
            html.text("p", "None: every quote is the same.");
        }
        for (final Divergence divergence : all) {
            html.raw("<h3>")
                    .words(divergence.coin() + ", " + Words.time(divergence.eventNs()) + " UTC")
                    .raw("</h3>\n<p>")
                    .words(WhatIf.BASELINE + ": " + SessionComparison.quotes(divergence.first()))
                    .raw("<br>")
                    .words(WhatIf.CHANGE + ": " + SessionComparison.quotes(divergence.second()))
                    .raw("</p>\n<ul>");
            divergence.causes().forEach(cause -> html.text("li", cause));
            html.raw("</ul>\n");
        }
        html.raw("</section>\n");
    }

    private void section(final String title, final String coin) {
        html.raw("<section id=\"")
                .words(coin == null ? "all" : coin)
                .raw("\"><h2>")
                .words(title)
                .raw("</h2>\n<div class=\"tiles\">\n");
        for (final RuleResult rule : result.rules()) {
            final Estimate delta = rule.comparison().profitDelta(coin);
            html.tile("change less baseline, USD, " + rule.name(), Words.band(delta, DECIMALS), sign(delta))
                    .tile(
                            "fills gained, lost, " + rule.name(),
                            "+" + rule.comparison().gained(coin).count() + ", −"
                                    + rule.comparison().lost(coin).count(),
                            0);
        }
        html.raw("</div>\n").raw(result.rules().get(0).comparison().equityChart(coin));
        figures(coin);
        for (final RuleResult rule : result.rules()) {
            html.text(
                    "h3",
                    "Fills, " + rule.name() + ": "
                            + SessionComparison.kept(
                                    rule.comparison().kept(coin),
                                    rule.comparison().repriced(coin)));
            fills("gained", rule, rule.comparison().gained(coin));
            fills("lost", rule, rule.comparison().lost(coin));
        }
        html.raw("</section>\n");
    }

    /** Good and bad are only what stands out of its band. */
    private static int sign(final Estimate delta) {
        return delta.band() == null || Math.abs(delta.mean()) <= delta.band() ? 0 : (int) Math.signum(delta.mean());
    }

    private void figures(final String coin) {
        final List<String> heads = new ArrayList<>(List.of("figure"));
        for (final String side : List.of(WhatIf.BASELINE, WhatIf.CHANGE, "difference")) {
            result.rules().forEach(rule -> heads.add(side + ", " + rule.name()));
        }
        html.table("", heads);
        final List<List<DeltaRow>> byRule = result.rules().stream()
                .map(rule -> rule.comparison().rows(coin))
                .toList();
        for (int i = 0; i < byRule.get(0).size(); i++) {
            final int at = i;
            final List<String> cells =
                    new ArrayList<>(List.of(byRule.get(0).get(at).name().replace('_', ' ')));
            byRule.forEach(rows -> cells.add(number(rows.get(at).first())));
            byRule.forEach(rows -> cells.add(number(rows.get(at).second())));
            byRule.forEach(rows -> cells.add(number(rows.get(at).delta())));
            html.row(cells);
        }
        html.endTable();
    }

    private static String number(final Number value) {
        return value instanceof Long whole ? Words.count(whole).replace('-', '−') : Words.fixed(value, DECIMALS);
    }

    private void fills(final String what, final RuleResult rule, final FillMatch.Some some) {
        if (some.count() == 0) {
            return;
        }
        html.table(
                some.count() + " fills " + what + ", " + rule.name() + ", " + Words.fixed(some.volume(), 2) + " USD",
                List.of("cause", "fills", "USD"));
        some.causes()
                .forEach(cause ->
                        html.row(List.of(cause.cause(), Words.count(cause.count()), Words.fixed(cause.volume(), 2))));
        html.endTable()
                .raw("<details><summary>")
                .words(some.count() > LISTED ? "the first " + LISTED : "all of them")
                .raw("</summary>\n")
                .table("", List.of("time", "coin", "side", "size", "price", "why"));
        some.list().stream().limit(LISTED).forEach(this::fill);
        html.endTable().raw("</details>\n");
    }

    private void fill(final Map<String, Object> fill) {
        html.raw("<tr><td>").words(Words.time((Long) fill.get("venue_ns"))).raw("</td>");
        for (final String member : List.of("asset", "side", "size", "px")) {
            html.raw("<td>").words(String.valueOf(fill.get(member))).raw("</td>");
        }
        html.raw("<td class=\"free text\">")
                .words(String.valueOf(fill.get("why")))
                .raw("</td></tr>\n");
    }

    private void curve() {
        if (result.curve().isEmpty()) {
            return;
        }
        html.raw("<section id=\"latency\"><h2>Profit by added latency</h2>\n");
        html.raw(chart(
                "Profit, USD, by milliseconds added to every command: all coins",
                List.of(LatencyPoint::baseline, LatencyPoint::change)));
        html.table(
                "USD, 95 % bands over minutes; " + result.rules().get(0).model().text(),
                List.of("added ms", "baseline", "change", "difference", "fills, baseline", "fills, change"));
        for (final LatencyPoint point : result.curve()) {
            html.row(List.of(
                    point.addedMs().toPlainString(),
                    Words.band(point.baseline(), DECIMALS),
                    Words.band(point.change(), DECIMALS),
                    Words.band(point.delta(), DECIMALS),
                    Words.count(point.fills().get(0)),
                    Words.count(point.fills().get(1))));
        }
        html.endTable();
        for (final String coin : result.coins()) {
            html.raw(chart(
                    coin,
                    List.of(
                            point -> point.byCoin().get(coin).get(0),
                            point -> point.byCoin().get(coin).get(1))));
        }
        html.raw("</section>\n");
    }

    private String chart(final String title, final List<Function<LatencyPoint, Estimate>> sides) {
        double low = 0;
        double high = 0;
        for (final LatencyPoint point : result.curve()) {
            for (final Function<LatencyPoint, Estimate> side : sides) {
                final Estimate estimate = side.apply(point);
                final double band = estimate.band() == null ? 0 : estimate.band();
                low = Math.min(low, estimate.mean() - band);
                high = Math.max(high, estimate.mean() + band);
            }
        }
        final Axis axis = Axis.around(low, high);
        final Plot plot = new Plot(title, "low")
                .legend("bid", WhatIf.BASELINE)
                .legend("ask", WhatIf.CHANGE)
                .values(axis);
        final int points = result.curve().size();
        for (int i = 0; i < points; i++) {
            final LatencyPoint point = result.curve().get(i);
            plot.below((i + 0.5) / points, point.addedMs().toPlainString() + " ms");
            for (int j = 0; j < sides.size(); j++) {
                final Estimate estimate = sides.get(j).apply(point);
                final String style = j == 0 ? "bid" : "ask";
                final double at = (i + 0.46 + 0.08 * j) / points;
                if (estimate.band() != null) {
                    plot.upright(
                            "whisker " + style,
                            at,
                            axis.share(estimate.mean() - estimate.band()),
                            axis.share(estimate.mean() + estimate.band()));
                }
                plot.dots("dot " + style, List.of(new double[] {at, axis.share(estimate.mean())}));
            }
        }
        return plot.html();
    }

    private void record() {
        if (result.record() == null) {
            return;
        }
        html.raw("<section id=\"model\"><h2>The model against the record, nothing changed</h2>\n<p>")
                .words(result.record().kept(null) + " fills in both, "
                        + result.record().lost(null).count() + " recorded that the model has not, "
                        + result.record().gained(null).count() + " that it adds")
                .raw("</p>\n")
                .table("", List.of("figure", WhatIf.RECORDED, WhatIf.BASELINE, "difference"));
        result.record()
                .rows(null)
                .forEach(row -> html.row(List.of(
                        row.name().replace('_', ' '), number(row.first()), number(row.second()), number(row.delta()))));
        html.endTable().raw("</section>\n");
    }

    private void provenance() {
        html.raw("<section id=\"proof\"><h2>Proof</h2>\n<div class=\"wide\"><table><tbody>\n");
        fact("input", String.valueOf(result.request().unchanged().input().getFileName()));
        fact("proof", result.proof().words());
        fact("build", result.build());
        fact("latency", result.request().unchanged().delays().text());
        for (final RuleResult rule : result.rules()) {
            fact(
                    "baseline, " + rule.model().text(),
                    ReplayReport.hex(rule.baseline().summary().hash()));
            fact(
                    "change, " + rule.model().text(),
                    ReplayReport.hex(rule.change().summary().hash()));
        }
        result.request()
                .changed()
                .drops()
                .forEach(drop -> fact(
                        drop.source().name(), "sha256 " + drop.source().sha256().hex()));
        html.endTable().raw("</section>\n");
    }

    private void fact(final String name, final String value) {
        html.raw("<tr><td>")
                .words(name)
                .raw("</td><td class=\"hash\">")
                .words(value)
                .raw("</td></tr>\n");
    }
}
