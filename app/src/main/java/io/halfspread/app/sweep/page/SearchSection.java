package io.halfspread.app.sweep.page;

import io.halfspread.app.hjb.plot.ColourScale;
import io.halfspread.app.hjb.plot.Markup;
import io.halfspread.app.report.Axis;
import io.halfspread.app.report.Html;
import io.halfspread.app.report.Plot;
import io.halfspread.app.report.Words;
import io.halfspread.app.sweep.judge.HeatMap;
import io.halfspread.app.sweep.judge.Judgement;
import io.halfspread.app.sweep.judge.Sensitivity;
import java.util.Arrays;
import java.util.List;

/** How the objective depends on the parameters. */
final class SearchSection {
    private static final double NORMAL_95 = 1.959963984540054;

    private final Html html;
    private final Judgement judgement;

    SearchSection(final Html html, final Judgement judgement) {
        this.html = html;
        this.judgement = judgement;
    }

    void write() {
        html.raw("<section id=\"search\"><h2>What the parameters do</h2>\n");
        shares();
        html.raw("<div class=\"two\">");
        judgement.sensitivity().forEach(this::response);
        html.raw("</div>\n");
        if (!judgement.heatMaps().isEmpty()) {
            html.text("h3", "Objective over pairs of parameters")
                    .text(
                            "p",
                            "Each cell is the mean over all sets in it, whatever their other values; the brighter, the "
                                    + "better. Empty cells were not tried.")
                    .raw("<div class=\"two\">");
            judgement.heatMaps().forEach(this::heatMap);
            html.raw("</div>\n");
        }
        html.raw("</section>\n");
    }

    private void shares() {
        final List<Sensitivity> all = judgement.sensitivity();
        final Axis axis = new Axis(0, 100, List.of(0.0, 25.0, 50.0, 75.0, 100.0), 0);
        final Plot plot = new Plot(
                        "Share of the objective's variance that each parameter accounts for by itself, %", "low")
                .values(axis);
        for (int i = 0; i < all.size(); i++) {
            final double at = (i + 0.5) / all.size();
            plot.bar(
                    "fill",
                    at - 0.3 / all.size(),
                    at + 0.3 / all.size(),
                    0,
                    all.get(i).share());
            if (!Double.isNaN(all.get(i).low())) {
                plot.upright("whisker ask", at, all.get(i).low(), all.get(i).high());
            }
            plot.below(at, Integer.toString(i + 1));
        }
        html.raw(plot.html());
        html.table("", List.of("", "parameter", "share", "95 % range"));
        for (int i = 0; i < all.size(); i++) {
            html.raw("<tr><td>" + (i + 1) + "</td><td class=\"text\">")
                    .words(all.get(i).parameter())
                    .raw("</td><td>")
                    .words(Words.percent(all.get(i).share()))
                    .raw("</td><td>")
                    .words(
                            Double.isNaN(all.get(i).low())
                                    ? Words.NONE
                                    : Words.percent(all.get(i).low()) + " to "
                                            + Words.percent(all.get(i).high()))
                    .raw("</td></tr>\n");
        }
        html.endTable();
    }

    private void response(final Sensitivity sensitivity) {
        final Whiskers whiskers = new Whiskers();
        sensitivity.parts().forEach(part -> whiskers.add(part.label(), "bid", part.mean(), NORMAL_95 * part.error()));
        html.raw(whiskers.html("Objective by " + sensitivity.parameter()));
    }

    private void heatMap(final HeatMap map) {
        final double[] known = Arrays.stream(map.means())
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
        final ColourScale scale = new ColourScale(
                Arrays.stream(known).min().orElse(0), Arrays.stream(known).max().orElse(0));
        html.raw("<div class=\"wide\"><table class=\"heat\"><caption>")
                .words(map.up() + " upwards, " + map.across() + " to the right")
                .raw("</caption><tbody>\n");
        for (int row = map.rows().size() - 1; row >= 0; row--) {
            html.raw("<tr><th scope=\"row\">").words(map.rows().get(row)).raw("</th>");
            for (int column = 0; column < map.columns().size(); column++) {
                cell(scale, map.means()[row][column], map.counts()[row][column]);
            }
            html.raw("</tr>\n");
        }
        html.raw("<tr><th></th>");
        map.columns()
                .forEach(label -> html.raw("<th scope=\"col\">").words(label).raw("</th>"));
        html.raw("</tr></tbody></table></div>\n");
    }

    private void cell(final ColourScale scale, final double mean, final int count) {
        if (count == 0) {
            html.raw("<td></td>");
            return;
        }
        html.raw("<td style=\"background:" + scale.colour(mean) + ";color:"
                        + (scale.bright(mean) ? "#000" : "#fff") + "\" title=\""
                        + Markup.escaped(count + " set" + (count == 1 ? "" : "s")) + "\">")
                .words(Texts.brief(mean))
                .raw("</td>");
    }
}
