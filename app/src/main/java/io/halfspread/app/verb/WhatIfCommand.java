package io.halfspread.app.verb;

import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Interruption;
import io.halfspread.app.console.Progress;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.replay.CrashedCapture;
import io.halfspread.app.replay.FillChoice;
import io.halfspread.app.replay.ReplayRequest;
import io.halfspread.app.whatif.WhatIf;
import io.halfspread.app.whatif.WhatIfRequest;
import io.halfspread.app.whatif.WhatIfResult;
import io.halfspread.app.whatif.WhatIfText;
import io.halfspread.codec.text.JsonOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a recorded session again with a change, and says what it would have made of it. */
@Command(
        name = "what-if",
        mixinStandardHelpOptions = true,
        description =
                "Prove a session, or take recorded market data as it is, then replay it with and without a change and"
                        + " compare: the first quote that differs and why, profit and its split, fills gained and lost each"
                        + " with its cause, markouts, inventory, requests.",
        footer = {
            "",
            "what-if CAPTURE --drop 600=config/presets/volatile.json   another file after ten minutes",
            "what-if FRAMES --asset HYPE --params FILE                 another file from the first event on",
            "what-if FRAMES --asset HYPE --quote-source blend          another quote source",
            "what-if FRAMES --asset HYPE --latency-curve 0,5,10,20,50,100   profit by added milliseconds",
            "",
            "Both sides are filled by the same model (--fills; else queue, under its pessimistic and its optimistic rule).",
            "Of a recorded session the record answers until the first drop. docs/what-if.md.",
            "",
            "Exit code 0 when it was answered, 1 when the capture does not verify, 2 for bad input, 3 when interrupted."
        })
public final class WhatIfCommand implements Callable<Integer> {
    private static final int MOST_POINTS = 20;

    @Parameters(paramLabel = "CAPTURE_OR_FRAMES", description = "A capture folder, or a file of raw frames.")
    private Path input;

    @Mixin
    private ChangeOptions change;

    @Mixin
    private CoinOptions coins;

    @Mixin
    private FillOptions fills;

    @Option(
            names = "--latency-curve",
            paramLabel = "MS,MS,...",
            description = "With queue: also the profit with so many milliseconds added to every command.")
    private String latencyCurve;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write the report to FILE (HTML) and the same as JSON beside it.")
    private Path report;

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
    public WhatIfCommand(final Terminal terminal, final String build) {
        this.terminal = terminal;
        this.build = build;
    }

    @Override
    public Integer call() {
        final WhatIfRequest request = request(config.load());
        if (report != null
                && report.toAbsolutePath().getParent() != null
                && !Files.isDirectory(report.toAbsolutePath().getParent())) {
            throw Failure.badInput("--report " + report + ": no such folder");
        }
        CrashedCapture.recover(input, terminal.err());
        final WhatIfResult result;
        try (Interruption interruption = new Interruption();
                Progress progress = output.progress(terminal, "what-if")) {
            result = new WhatIf(request, build).run(progress, interruption::isRequested);
        }
        warn(result);
        write(result);
        if (output.json()) {
            terminal.out().println(JsonOutput.of(result.json()));
        } else {
            new WhatIfText(result, terminal.out()).print();
        }
        terminal.out().flush();
        return 0;
    }

    private WhatIfRequest request(final HalfspreadConfig wiring) {
        final FillChoice model = fills.model();
        final ReplayRequest unchanged = fills.delaying(ReplayRequest.of(input, wiring)
                        .withAssets(coins.coins())
                        .asking(model == null ? FillChoice.QUEUE : model))
                .asking(null);
        if (latencyCurve != null && model != null && !model.isQueue()) {
            throw Failure.badInput(
                    "--latency-curve: goes with --fills queue or queue:optimistic, not with " + model.text());
        }
        return new WhatIfRequest(unchanged, change.changing(unchanged), model, addedMs());
    }

    private List<BigDecimal> addedMs() {
        final List<BigDecimal> added = new ArrayList<>();
        if (latencyCurve == null) {
            return added;
        }
        for (final String ms : latencyCurve.split(",", -1)) {
            if (!ms.strip().matches("[0-9]{1,7}(\\.[0-9]{1,6})?") || added.size() == MOST_POINTS) {
                throw Failure.badInput("--latency-curve " + latencyCurve + ": accepted: 1 to " + MOST_POINTS
                        + " numbers of milliseconds, separated by commas, such as 0,5,10,20,50,100");
            }
            added.add(new BigDecimal(ms.strip()));
        }
        return added;
    }

    private void warn(final WhatIfResult result) {
        if (result.frames() != null && result.frames().refused().count() > 0) {
            terminal.err()
                    .println("what-if: " + result.frames().refused().count() + " lines refused, the first: "
                            + result.frames().refused().listed().get(0).describe());
        }
        if (result.unappliedDrops() > 0) {
            terminal.err()
                    .println("what-if: " + result.unappliedDrops() + " of "
                            + result.request().changed().drops().size()
                            + " --drop lie after the last event and were not applied");
        }
        if (!result.request().hasChange()) {
            terminal.err()
                    .println(
                            "what-if: no change given, both sides are the same; --drop, --params or --quote-source make one");
        }
    }

    private void write(final WhatIfResult result) {
        if (report == null) {
            return;
        }
        try {
            result.write(report);
        } catch (final IOException e) {
            throw Failure.environment(report + ": the report cannot be written: " + e.getMessage());
        }
        terminal.err().println("what-if: report " + report);
    }
}
