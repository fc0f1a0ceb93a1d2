package io.halfspread.app.replay;

import io.halfspread.app.explain.ReasonWords;
import io.halfspread.codec.decimal.DecimalText;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.engine.replay.InstrumentResult;
import io.halfspread.engine.replay.ReplaySummary;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The result of a replay for a person. */
public final class ReplayTable {
    private static final double DECIMAL8 = 1e8;
    private static final double SECOND_NS = 1e9;
    private static final int TOP_REASONS = 6;

    private ReplayTable() {}

    /**
     * Prints a result.
     *
     * @param result what a replay gave
     * @param out    where
     */
    public static void print(final ReplayResult result, final PrintStream out) {
        final ReplaySummary summary = result.summary();
        final double elapsed = summary.elapsedNs() / SECOND_NS;
        line(out, "events      %,d in %.2f s (%,.0f/s)", summary.inputs(), elapsed, summary.inputs() / elapsed);
        line(out, "inputs      %s", kinds(summary.inputsByTemplate()));
        line(out, "outputs     %s", kinds(summary.outputsByTemplate()));
        summary.versions()
                .forEach(version -> line(
                        out,
                        "parameters  version %d from %s, sha256 %s.., from event %,d on",
                        version.version(),
                        version.source(),
                        version.sha256().substring(0, 12),
                        version.sequence()));
        if (summary.skippedAccountEvents() > 0) {
            line(
                    out,
                    "skipped     %,d recorded account events: the fill model answered",
                    summary.skippedAccountEvents());
        }
        if (result.fills().isQueue()) {
            line(
                    out,
                    "fills       %s, latency %s",
                    result.fills().text(),
                    result.delays().text());
        }
        out.println();
        if (result.optimistic() == null) {
            instruments(out, ReplayReport.shown(result));
        } else {
            out.println("cancels come from behind us (pessimistic):");
            instruments(out, ReplayReport.shown(result));
            out.println();
            out.println("cancels come from ahead of us (optimistic):");
            instruments(out, ReplayReport.shown(result.optimistic()));
        }
        out.println();
        reasons(out, ReplayReport.reasons(ReplayReport.shown(result)));
        if (result.out() != null) {
            line(out, "capture     %s", result.out());
        }
        line(out, "hash        %s", ReplayReport.hex(summary.hash()));
    }

    private static void instruments(final PrintStream out, final List<InstrumentResult> instruments) {
        line(
                out,
                "%-8s %14s %12s %12s %14s %8s %8s",
                "asset",
                "position",
                "pnl USD",
                "fees USD",
                "volume USD",
                "fills",
                "quotes");
        for (final InstrumentResult instrument : instruments) {
            line(
                    out,
                    "%-8s %14s %12.4f %12.4f %14.2f %,8d %,8d",
                    instrument.coin(),
                    DecimalText.print(instrument.position()),
                    instrument.pnlUsd(),
                    instrument.fees() / DECIMAL8,
                    instrument.volume() / DECIMAL8,
                    instrument.fills(),
                    instrument.quotes());
        }
    }

    private static void reasons(final PrintStream out, final Map<QuoteReason, Long> reasons) {
        final long total = reasons.values().stream().mapToLong(Long::longValue).sum();
        String title = "why";
        for (final Map.Entry<QuoteReason, Long> entry : reasons.entrySet().stream()
                .sorted(Map.Entry.<QuoteReason, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(TOP_REASONS)
                .toList()) {
            line(
                    out,
                    "%-11s %,10d %5.1f %%  %-18s %s",
                    title,
                    entry.getValue(),
                    100.0 * entry.getValue() / total,
                    entry.getKey().name().toLowerCase(Locale.ROOT),
                    ReasonWords.of(entry.getKey()));
            title = "";
        }
    }

    private static String kinds(final long[] counts) {
        return ReplayReport.byKind(counts).entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%,d %s", (Long) entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static void line(final PrintStream out, final String format, final Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
