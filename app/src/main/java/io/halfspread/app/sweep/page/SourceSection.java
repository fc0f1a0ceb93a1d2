package io.halfspread.app.sweep.page;

import io.halfspread.app.report.Html;
import io.halfspread.app.sweep.judge.Judgement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What it was computed from, and how to read it. */
final class SourceSection {
    private final Html html;
    private final Judgement judgement;
    private final SweepFacts facts;

    SourceSection(final Html html, final Judgement judgement, final SweepFacts facts) {
        this.html = html;
        this.judgement = judgement;
        this.facts = facts;
    }

    void write() {
        html.raw("<section id=\"provenance\"><h2>Provenance</h2>\n");
        lines("Captures", facts.captures());
        lines("Left out", facts.leftOut());
        final Map<String, String> all = new LinkedHashMap<>(facts.provenance());
        all.put("seed of the tests", Long.toString(judgement.settings().seed()));
        all.put("resamples", Integer.toString(judgement.settings().resamples()));
        all.put("mean length of a resampled run", judgement.sample().runLength() + " blocks");
        html.raw("<div class=\"wide\"><table><tbody>\n");
        all.forEach((name, value) -> html.raw("<tr><td>")
                .words(name)
                .raw("</td><td class=\"hash\">")
                .words(value)
                .raw("</td></tr>\n"));
        html.endTable().raw("<details><summary>How to read this</summary><dl>\n");
        notes().forEach((name, meaning) -> html.text("dt", name).text("dd", meaning));
        html.raw("</dl></details></section>\n");
    }

    private void lines(final String name, final List<String> lines) {
        if (!lines.isEmpty()) {
            html.text("h3", name).raw("<ul>");
            lines.forEach(line -> html.text("li", line));
            html.raw("</ul>\n");
        }
    }

    private static Map<String, String> notes() {
        final Map<String, String> notes = new LinkedHashMap<>();
        notes.put(
                "Error bars",
                "Stationary bootstrap of blocks of time within each capture; gains are differences on the same blocks, so "
                        + "what moved both sets alike cancels.");
        notes.put(
                "Chance of luck",
                "Hansen's test of superior predictive ability (2005) over all sets at once: how often, were no set better "
                        + "than the default, the best of them would look as good as the winner.");
        notes.put(
                "Reality check",
                "White's (2000): the same without dividing by each set's own error; one noisy set makes it blunt.");
        notes.put(
                "Deflated Sharpe ratio",
                "Bailey and Lopez de Prado (2014): probability that the winner's ratio is above what the best of as many "
                        + "independent trials shows by luck. Their number is counted from the mean correlation of the sets.");
        notes.put(
                "Chosen before, judged after",
                "The time in equal parts; before each but the first, the set with the most profit so far is chosen.");
        notes.put(
                "Share of variance",
                "First order, by parts of the parameter's range, less what chance puts there; interactions are not in it.");
        return notes;
    }
}
