package io.halfspread.app.sweep.page;

import io.halfspread.app.report.Html;
import io.halfspread.app.report.Words;
import io.halfspread.app.sweep.judge.JudgedSet;
import io.halfspread.app.sweep.judge.Judgement;
import io.halfspread.app.sweep.judge.Metric;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What to believe: the sentence, the winner beside the default, the tests, the best sets. */
final class VerdictSection {
    private final Html html;
    private final Judgement judgement;

    VerdictSection(final Html html, final Judgement judgement) {
        this.html = html;
        this.judgement = judgement;
    }

    void write() {
        final Judgement.Sample sample = judgement.sample();
        html.raw("<p class=\"soft\">")
                .words(String.format(
                        Locale.ROOT,
                        "%,d sets, %,d over all of the time, %,d within the constraints; %,d capture%s, %,d blocks of %s; "
                                + "objective: %s%s",
                        sample.tried(),
                        sample.full(),
                        sample.kept(),
                        sample.captures(),
                        sample.captures() == 1 ? "" : "s",
                        sample.blocks(),
                        Words.duration(sample.blockNs() / 1e9),
                        judgement.goal().objective().text(),
                        judgement.goal().constraints().isEmpty()
                                ? ""
                                : "; constraints: "
                                        + String.join(
                                                ", ",
                                                judgement.goal().constraints().stream()
                                                        .map(Object::toString)
                                                        .toList())))
                .raw("</p>\n<nav><a href=\"#best\">best sets</a> <a href=\"#tests\">tests</a> "
                        + "<a href=\"#search\">parameters</a> <a href=\"#risk\">risk</a> "
                        + "<a href=\"#time\">stability</a> <a href=\"#provenance\">provenance</a></nav>\n")
                .raw("<p class=\"note verdict\"><b>")
                .words(judgement.verdict().sentence())
                .raw("</b><br>")
                .words(judgement.verdict().forward())
                .raw("</p>\n");
        judgement
                .verdict()
                .cautions()
                .forEach(
                        caution -> html.raw("<p class=\"note\">").words(caution).raw("</p>\n"));
        tiles();
        beside();
        best();
        tests();
    }

    private void tiles() {
        final JudgedSet winner = judgement.winner();
        html.raw("<div class=\"tiles\">\n")
                .tile("profit of the " + winnerName() + ", USD", Texts.usd(winner.pnl()), 0)
                .tile("profit of the default, USD", Texts.usd(judgement.base().pnl()), 0)
                .tile(
                        "gain on the same blocks, USD",
                        Texts.usd(winner.gain()),
                        judgement.verdict().distinguishable() ? 1 : 0)
                .tile(
                        "chance of luck, all sets counted",
                        Texts.p(judgement.check().chosen()),
                        0)
                .tile(
                        "chosen before, judged after, USD",
                        Texts.usd(judgement.forward().gain()),
                        0)
                .tile(
                        "deflated Sharpe ratio of the gain",
                        Words.fixed(judgement.ofGain().probability(), 3),
                        0)
                .raw(
                        "</div>\n<p class=\"soft\">± is half of a 95 % band. The gain of the best of many is too large on "
                                + "average, because it was chosen for being large; what was chosen before and judged after is not.</p>\n");
    }

    private String winnerName() {
        return judgement.winner().candidate().isBase()
                ? "winner (the default)"
                : "winner, " + Texts.set(judgement.winner().candidate());
    }

    private void beside() {
        html.raw("<section><h2>Winner beside default</h2>\n<div class=\"two\"><div>");
        html.table("", List.of("figure", "default", "winner", "difference", "unit"));
        for (final Metric metric : Metric.values()) {
            final double base = metric.of(judgement.base().totals());
            final double winner = metric.of(judgement.winner().totals());
            html.row(List.of(
                    metric.text().replace('_', ' '),
                    Texts.figure(base),
                    Texts.figure(winner),
                    Texts.figure(winner - base),
                    metric.unit()));
        }
        html.endTable().raw("</div><div>");
        html.table("what differs", List.of("parameter", "value"));
        judgement.winner().candidate().values().forEach((name, value) -> html.row(List.of(name, shown(value))));
        html.endTable().raw("</div></div></section>\n");
    }

    private static String shown(final Object value) {
        return value instanceof Double number ? Texts.figure(number) : String.valueOf(value);
    }

    private void best() {
        html.raw("<section id=\"best\"><h2>The best sets</h2>\n");
        final Whiskers profits = new Whiskers()
                .add(
                        "0",
                        "ask",
                        judgement.base().pnl().value(),
                        judgement.base().pnl().half());
        final Whiskers gains = new Whiskers();
        judgement.best().stream().filter(set -> !set.candidate().isBase()).forEach(set -> {
            final String name = Long.toString(set.candidate().index());
            profits.add(name, "bid", set.pnl().value(), set.pnl().half());
            gains.add(name, "bid", set.gain().value(), set.gain().half());
        });
        html.raw("<div class=\"two\">")
                .raw(profits.html("Profit, USD, by set; 0 is the default"))
                .raw(gains.html("Gain above the default on the same blocks, USD, by set"))
                .raw("</div>\n");
        final Set<String> names = new LinkedHashSet<>();
        judgement.best().forEach(set -> names.addAll(set.candidate().values().keySet()));
        final List<String> heads = new ArrayList<>(List.of(
                "set", "objective", "profit, USD", "gain, USD", "drawdown, USD", "mean position, USD", "fills"));
        heads.addAll(names);
        html.table("", heads);
        for (final JudgedSet set : judgement.best()) {
            final List<String> cells = new ArrayList<>(List.of(
                    Texts.set(set.candidate()) + (set.violation() > 0 ? " *" : ""),
                    Texts.figure(set.score()),
                    Texts.usd(set.pnl()),
                    set.candidate().isBase() ? Words.NONE : Texts.usd(set.gain()),
                    Words.fixed(set.totals().drawdown(), 2),
                    Words.fixed(set.totals().positionUsd(), 2),
                    Words.count(set.totals().makerFills() + set.totals().takerFills())));
            names.forEach(name -> cells.add(
                    set.candidate().values().containsKey(name)
                            ? shown(set.candidate().values().get(name))
                            : Words.NONE));
            html.row(cells);
        }
        html.endTable();
        if (judgement.best().stream().anyMatch(set -> set.violation() > 0)) {
            html.text("p", "* breaks a constraint");
        }
        html.raw("</section>\n");
    }

    private void tests() {
        html.raw("<section id=\"tests\"><h2>Is it luck?</h2>\n<div class=\"two\"><div>");
        html.table("chance that luck makes the best of all look this good", List.of("figure", "p"))
                .row(List.of(
                        "the winner, by Hansen's test",
                        Texts.p(judgement.check().chosen())))
                .row(List.of(
                        "Hansen's test of the best", Texts.p(judgement.check().consistent())))
                .row(List.of("its lower bound", Texts.p(judgement.check().lower())))
                .row(List.of("its upper bound", Texts.p(judgement.check().upper())))
                .row(List.of("White's reality check", Texts.p(judgement.check().white())))
                .endTable()
                .raw("</div><div>");
        html.table("deflated Sharpe ratio, by block", List.of("figure", "of the gain", "of the profit"))
                .row(List.of(
                        "Sharpe ratio of the winner",
                        Words.fixed(judgement.ofGain().sharpe(), 4),
                        Words.fixed(judgement.ofProfit().sharpe(), 4)))
                .row(List.of(
                        "that luck gives the best",
                        Words.fixed(judgement.ofGain().luck(), 4),
                        Words.fixed(judgement.ofProfit().luck(), 4)))
                .row(List.of(
                        "trials, independent ones",
                        Words.fixed(judgement.ofGain().independent(), 1),
                        Words.fixed(judgement.ofProfit().independent(), 1)))
                .row(List.of(
                        "skewness",
                        Words.fixed(judgement.ofGain().skewness(), 2),
                        Words.fixed(judgement.ofProfit().skewness(), 2)))
                .row(List.of(
                        "kurtosis",
                        Words.fixed(judgement.ofGain().kurtosis(), 2),
                        Words.fixed(judgement.ofProfit().kurtosis(), 2)))
                .row(List.of(
                        "probability of more than luck",
                        Words.fixed(judgement.ofGain().probability(), 3),
                        Words.fixed(judgement.ofProfit().probability(), 3)))
                .endTable()
                .raw(
                        "</div></div>\n<p class=\"soft\">The deflated ratio takes the spread of the sets' ratios for luck. Where "
                                + "many sets are truly worse than others it is too small; the p-values are not.</p>\n");
        new ForwardTable(html, judgement.forward()).write();
        html.raw("</section>\n");
    }
}
