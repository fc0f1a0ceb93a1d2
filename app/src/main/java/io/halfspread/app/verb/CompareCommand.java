package io.halfspread.app.verb;

import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Interruption;
import io.halfspread.app.console.Progress;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.replay.CrashedCapture;
import io.halfspread.app.replay.ReplayReport;
import io.halfspread.app.replay.ReplayRequest;
import io.halfspread.app.replay.ReplayResult;
import io.halfspread.app.replay.ReplayRun;
import io.halfspread.app.replay.TradeStudy;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.replay.InstrumentResult;
import io.halfspread.engine.solver.SolverDesk;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Replays the same market once for each quote source, under the same fill model, and puts the results side by side. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Replay once for each quote source under the same fill model: P&L, inventory, fills, markouts.",
        footer = {
            "",
            "One recording is one sample: differences of a few fills mean nothing. Markouts are the mid's move in our favour",
            "after maker fills, bps of the price, mean over fills."
        })
public final class CompareCommand implements Callable<Integer> {
    private static final double DECIMAL8 = 1e8;

    @Mixin
    private ReplaySelection selection;

    @Option(
            names = "--sources",
            split = ",",
            paramLabel = "SOURCES",
            description = "Quote sources, separated by commas; else heuristic, hjb, blend, glft.")
    private List<QuoteChoice> sources = List.of(QuoteChoice.values());

    @Mixin
    private ConfigOptions config;

    @Mixin
    private OutputOptions output;

    private final Terminal terminal;
    private final String build;

    /**
     * Creates the verb.
     *
     * @param terminal its streams
     * @param build    version of this program
     */
    public CompareCommand(final Terminal terminal, final String build) {
        this.terminal = terminal;
        this.build = build;
    }

    @Override
    public Integer call() {
        final HalfspreadConfig wiring = config.load();
        final List<Row> rows = new ArrayList<>();
        try (Interruption interruption = new Interruption()) {
            for (final QuoteChoice source : sources) {
                rows.addAll(run(wiring, source, interruption));
            }
        }
        if (output.json()) {
            terminal.out().println(JsonOutput.of(json(rows)));
        } else {
            print(rows, terminal.out());
        }
        terminal.out().flush();
        return 0;
    }

    private List<Row> run(final HalfspreadConfig wiring, final QuoteChoice source, final Interruption interruption) {
        final ReplayRequest request = selection.request(wiring, source.source());
        CrashedCapture.recover(request.input(), terminal.err());
        final TradeStudy study = new TradeStudy();
        final ReplayResult result;
        try (Progress progress = output.progress(terminal, source.text())) {
            result = new ReplayRun(request, build)
                    .run(
                            progress,
                            interruption::isRequested,
                            null,
                            null,
                            new SolverDesk(wiring.solver()),
                            study.watch());
        }
        final List<Row> rows = new ArrayList<>();
        final List<InstrumentResult> instruments = result.summary().instruments();
        for (int i = 0; i < instruments.size(); i++) {
            if (instruments.get(i).decisions() > 0) {
                rows.add(new Row(
                        source.text(),
                        ReplayReport.hex(result.summary().hash()),
                        instruments.get(i),
                        study.figures(i)));
            }
        }
        return rows;
    }

    private static Map<String, Object> json(final List<Row> rows) {
        final Map<String, Object> bySource = new LinkedHashMap<>();
        for (final Row row : rows) {
            @SuppressWarnings("unchecked")
            final Map<String, Object> coins = (Map<String, Object>)
                    bySource.computeIfAbsent(row.source(), unused -> new LinkedHashMap<String, Object>());
            final InstrumentResult result = row.result();
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("hash", row.hash());
            json.put("pnl", result.pnlUsd());
            json.put("fees", result.fees() / DECIMAL8);
            json.put("position", result.position() / DECIMAL8);
            json.put("volume", result.volume() / DECIMAL8);
            json.put("quotes", result.quotes());
            json.putAll(row.figures().json());
            coins.put(result.coin(), json);
        }
        return bySource;
    }

    private static void print(final List<Row> rows, final PrintStream out) {
        out.println(String.format(
                Locale.ROOT,
                "%-6s %-10s %10s %9s %11s %6s %6s %10s %10s %8s %8s %8s %7s",
                "coin",
                "source",
                "pnl USD",
                "fees",
                "volume USD",
                "maker",
                "taker",
                "mean |q|",
                "max |q|",
                "1s bps",
                "5s bps",
                "30s bps",
                "table"));
        rows.stream()
                .map(row -> row.result().coin())
                .distinct()
                .forEach(coin -> rows.stream()
                        .filter(row -> row.result().coin().equals(coin))
                        .forEach(row -> out.println(line(row))));
    }

    private static String line(final Row row) {
        final InstrumentResult result = row.result();
        final TradeStudy.Figures figures = row.figures();
        return String.format(
                Locale.ROOT,
                "%-6s %-10s %10.4f %9.4f %11.0f %6d %6d %10.2f %10.2f %8s %8s %8s %6.1f%%",
                result.coin(),
                row.source(),
                result.pnlUsd(),
                result.fees() / DECIMAL8,
                result.volume() / DECIMAL8,
                figures.makerFills(),
                figures.takerFills(),
                figures.meanAbsInventoryUsd(),
                figures.maxAbsInventoryUsd(),
                bps(figures.markouts().get("1s")),
                bps(figures.markouts().get("5s")),
                bps(figures.markouts().get("30s")),
                figures.byPolicyShare() * 100);
    }

    private static String bps(final Object value) {
        return value instanceof Double number ? String.format(Locale.ROOT, "%.3f", number) : "-";
    }

    /** One source's result for one coin. */
    private record Row(String source, String hash, InstrumentResult result, TradeStudy.Figures figures) {}
}
