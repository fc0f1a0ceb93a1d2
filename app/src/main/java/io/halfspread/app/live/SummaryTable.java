package io.halfspread.app.live;

import io.halfspread.app.report.Decimals;
import io.halfspread.app.report.Report;
import io.halfspread.engine.replay.ParamsVersion;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The summary of a session for a person. */
final class SummaryTable {
    private static final double NS_PER_US = 1e3;
    private static final int SHOWN_SHA = 12;

    private final PrintStream out;

    SummaryTable(final PrintStream out) {
        this.out = out;
    }

    void print(final SessionSummary summary) {
        line("session     %s, %.1f s", summary.mode().name().toLowerCase(Locale.ROOT), summary.seconds());
        for (final SessionSummary.Coin coin : summary.coins()) {
            line(
                    "%-11s position %s, pnl %s USD, fees %s USD, volume %s USD, %,d fills, %,d quotes",
                    coin.coin(),
                    Decimals.of(coin.position()).toPlainString(),
                    coin.pnl().toPlainString(),
                    Decimals.of(coin.fees()).toPlainString(),
                    Decimals.of(coin.volume()).toPlainString(),
                    coin.fills(),
                    coin.quotes());
        }
        if (summary.venue() != VenueFigures.UNKNOWN) {
            line("venue       %s", named(summary.venue().json(), ""));
        }
        line("markouts    %s", named(summary.markouts(), " bps"));
        line("latency     %s", latency(summary.latency()));
        for (final ParamsVersion version : summary.versions()) {
            line(
                    "parameters  version %d from %s, sha256 %s.., from event %,d on",
                    version.version(), version.source(), version.sha256().substring(0, SHOWN_SHA), version.sequence());
        }
        line("refused     %d parameter files; %d connections made again", summary.rejected(), summary.reconnects());
        summary.notes().forEach(note -> line("NOTE        %s", note));
        line("capture     %s", summary.capture());
        final Path html = summary.capture().resolve(Report.HTML);
        line(
                "report      %s",
                Files.exists(html) ? html : "not made yet: scripts/halfspread report " + summary.capture());
        if (summary.verified() == null) {
            line("hash        %s (not replayed yet: scripts/halfspread verify %s)", summary.hash(), summary.capture());
        } else {
            line("%s %s", summary.verified() ? "replay verified" : "REPLAY DIFFERS", summary.hash());
        }
        out.flush();
    }

    private static String latency(final Map<String, Object> latency) {
        if (latency.get("p50") == null) {
            return "none measured: no order left this process";
        }
        return latency.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("count"))
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%s %,.0f us",
                        entry.getKey(),
                        ((Number) entry.getValue()).longValue() / NS_PER_US))
                .collect(Collectors.joining(", "));
    }

    private static String named(final Map<String, Object> values, final String unit) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " " + text(entry.getValue(), unit))
                .collect(Collectors.joining(", "));
    }

    private static String text(final Object value, final String unit) {
        if (value == null) {
            return "unknown";
        }
        return value instanceof Double number ? String.format(Locale.ROOT, "%.2f%s", number, unit) : value + unit;
    }

    private void line(final String format, final Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
