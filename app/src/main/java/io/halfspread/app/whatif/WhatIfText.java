package io.halfspread.app.whatif;

import io.halfspread.app.replay.ReplayReport;
import io.halfspread.app.report.DeltaRow;
import io.halfspread.app.report.Estimate;
import io.halfspread.app.report.FillMatch;
import io.halfspread.app.report.SessionComparison;
import io.halfspread.app.report.Words;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An answer for a person. For one thread. */
public final class WhatIfText {
    private static final int DECIMALS = 4;

    private final WhatIfResult result;
    private final PrintStream out;

    /**
     * Prepares to print.
     *
     * @param result the answer
     * @param out    where
     */
    public WhatIfText(final WhatIfResult result, final PrintStream out) {
        this.result = result;
        this.out = out;
    }

    /** Prints it. */
    public void print() {
        line("input       %s", result.request().unchanged().input());
        line("proof       %s", result.proof().words());
        for (final RuleResult rule : result.rules()) {
            line(
                    "baseline    %s: hash %s, %,d events",
                    rule.model().text(),
                    ReplayReport.hex(rule.baseline().summary().hash()),
                    rule.baseline().summary().inputs());
        }
        line("change      %s", result.change());
        line("compared    %s", result.compared());
        final long skipped = result.rules().get(0).change().summary().skippedAccountEvents();
        if (skipped > 0) {
            line("skipped     %,d recorded account events: the fill model answered", skipped);
        }
        result.rules().get(0).comparison().printDivergence(out);
        out.println();
        table();
        out.println();
        result.rules().forEach(this::fills);
        record();
        curve();
        out.println();
        line("verdict     %s", result.verdict());
        line("elapsed     %.2f s", result.elapsedNs() / 1e9);
    }

    private void table() {
        final List<String> head = new ArrayList<>();
        final List<String> names = new ArrayList<>();
        for (final String side : List.of(WhatIf.BASELINE, WhatIf.CHANGE, "difference")) {
            for (final RuleResult rule : result.rules()) {
                head.add(side);
                names.add(rule.name());
            }
        }
        row("coin", "figure", head);
        row("", "", names);
        if (result.coins().size() > 1) {
            rows("all", null);
        }
        result.coins().forEach(coin -> rows(coin, coin));
    }

    private void rows(final String label, final String coin) {
        final List<List<DeltaRow>> byRule = result.rules().stream()
                .map(rule -> rule.comparison().rows(coin))
                .toList();
        for (int i = 0; i < byRule.get(0).size(); i++) {
            final int at = i;
            final List<String> cells = new ArrayList<>();
            byRule.forEach(rows -> cells.add(number(rows.get(at).first())));
            byRule.forEach(rows -> cells.add(number(rows.get(at).second())));
            byRule.forEach(rows -> cells.add(number(rows.get(at).delta())));
            row(label, byRule.get(0).get(at).name(), cells);
            if (at == 0) {
                final List<String> bands = new ArrayList<>();
                result.rules().forEach(rule -> bands.add(""));
                result.rules().forEach(rule -> bands.add(""));
                result.rules().forEach(rule -> bands.add(band(rule.comparison().profitDelta(coin))));
                row(label, "  95 % band", bands);
            }
        }
    }

    private static String band(final Estimate estimate) {
        return estimate.band() == null ? "-" : "+/- " + number(estimate.band());
    }

    private void row(final String coin, final String figure, final List<String> cells) {
        final StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-6s %-21s", coin, figure));
        cells.forEach(cell -> text.append(String.format(Locale.ROOT, " %13s", cell)));
        line("%s", text.toString().stripTrailing());
    }

    static String number(final Number value) {
        return value == null
                ? "-"
                : value instanceof Long whole
                        ? Words.count(whole)
                        : Words.fixed(value, DECIMALS).replace('−', '-');
    }

    private void fills(final RuleResult rule) {
        line(
                "fills, %s: %s",
                rule.name(),
                SessionComparison.kept(
                        rule.comparison().kept(null), rule.comparison().repriced(null)));
        some("gained", rule.comparison().gained(null));
        some("lost", rule.comparison().lost(null));
    }

    private void some(final String what, final FillMatch.Some some) {
        line("  %-9s %,d fills, %s USD", what, some.count(), Words.fixed(some.volume(), 2));
        some.causes()
                .forEach(cause ->
                        line("    %6d %12s USD  %s", cause.count(), Words.fixed(cause.volume(), 2), cause.cause()));
        if (!some.list().isEmpty()) {
            line(
                    "    such as: %s %s %s %s at %s: %s",
                    Words.time((Long) some.list().get(0).get("venue_ns")),
                    some.list().get(0).get("asset"),
                    some.list().get(0).get("side"),
                    some.list().get(0).get("size"),
                    some.list().get(0).get("px"),
                    some.list().get(0).get("why"));
        }
    }

    private void record() {
        if (result.record() == null) {
            return;
        }
        out.println();
        final DeltaRow profit = result.record().rows(null).get(0);
        line(
                "model       recorded profit %s USD, baseline %s USD: the model makes %s of it (%s); %,d fills in both, %,d recorded"
                        + " fills the model has not, %,d it adds",
                number(profit.first()),
                number(profit.second()),
                number(profit.delta()),
                result.rules().get(0).model().text(),
                result.record().kept(null),
                result.record().lost(null).count(),
                result.record().gained(null).count());
    }

    private void curve() {
        if (result.curve().isEmpty()) {
            return;
        }
        out.println();
        line(
                "profit by milliseconds added to every command (%s), USD:",
                result.rules().get(0).model().text());
        line("%10s %26s %26s %26s %8s %8s", "added ms", "baseline", "change", "difference", "fills", "fills");
        for (final LatencyPoint point : result.curve()) {
            line(
                    "%10s %26s %26s %26s %,8d %,8d",
                    plain(point.addedMs()),
                    estimate(point.baseline()),
                    estimate(point.change()),
                    estimate(point.delta()),
                    point.fills().get(0),
                    point.fills().get(1));
        }
    }

    private static String plain(final BigDecimal ms) {
        return ms.toPlainString();
    }

    private static String estimate(final Estimate estimate) {
        return number(estimate.mean()) + (estimate.band() == null ? "" : " +/- " + number(estimate.band()));
    }

    private void line(final String format, final Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
