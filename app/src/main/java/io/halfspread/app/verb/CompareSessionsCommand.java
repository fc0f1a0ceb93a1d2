package io.halfspread.app.verb;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Interruption;
import io.halfspread.app.console.Progress;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.replay.CrashedCapture;
import io.halfspread.app.replay.FillDelays;
import io.halfspread.app.replay.ReplayRequest;
import io.halfspread.app.replay.ReplayRun;
import io.halfspread.app.replay.TuningOptions;
import io.halfspread.app.report.SessionComparison;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.agent.ThreadingMode;
import io.halfspread.engine.replay.ReplayOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two sessions, or one recording under two parameter files. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description =
                "Two sessions side by side: the first quote that differs and why, then P&L and its split, fills gained"
                        + " and lost, markouts, versions.",
        footer = {
            "",
            "compare A B                                    two captures of the same coins",
            "compare CAPTURE_OR_FRAMES --params A --params B  one recording replayed under two parameter files",
            "compare CAPTURE_OR_FRAMES --params B             the same, A being the recording's own parameters",
            "",
            "Exit code 0 when they were compared, whether they differ or not."
        })
public final class CompareSessionsCommand implements Callable<Integer> {
    private static final int BOTH = 2;

    @Parameters(
            arity = "1..2",
            paramLabel = "CAPTURE",
            description = "Two captures; or one capture, or file of raw frames, with --params.")
    private List<Path> inputs;

    @Option(
            names = "--params",
            paramLabel = "FILE",
            description = "Parameters under which to replay the one recording; once or twice.")
    private List<Path> params = new ArrayList<>();

    @Option(
            names = "--asset",
            paramLabel = "COINS",
            description = "With --params: coins, separated by commas; else all configured.")
    private String assets;

    @Option(
            names = "--fills",
            paramLabel = "MODEL",
            description = "With --params: none, touch, queue or queue:optimistic; else fills.model.")
    private String fills;

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
    public CompareSessionsCommand(final Terminal terminal, final String build) {
        this.terminal = terminal;
        this.build = build;
    }

    @Override
    public Integer call() {
        final SessionComparison comparison;
        if (inputs.size() == BOTH) {
            if (!params.isEmpty() || assets != null || fills != null) {
                throw Failure.badInput("compare A B: --params, --asset and --fills go with one recording;"
                        + " accepted: compare CAPTURE_OR_FRAMES --params A --params B");
            }
            inputs.forEach(input -> CrashedCapture.recover(input, terminal.err()));
            comparison = SessionComparison.of(
                    inputs.get(0).toString(), inputs.get(0), inputs.get(1).toString(), inputs.get(1));
        } else {
            comparison = replayed();
        }
        if (output.json()) {
            terminal.out().println(JsonOutput.of(comparison.json()));
        } else {
            comparison.print(terminal.out());
        }
        terminal.out().flush();
        return 0;
    }

    private SessionComparison replayed() {
        if (params.isEmpty() || params.size() > BOTH) {
            throw Failure.badInput("compare " + inputs.get(0) + ": with one recording give --params once or twice;"
                    + " accepted: compare A B, or compare CAPTURE_OR_FRAMES --params A --params B");
        }
        CrashedCapture.recover(inputs.get(0), terminal.err());
        final Path first = params.size() == BOTH ? params.get(0) : null;
        final Path second = params.get(params.size() - 1);
        final Path folder = temporary();
        try (Interruption interruption = new Interruption()) {
            final Path a = replay(first, folder.resolve("a"), interruption);
            final Path b = replay(second, folder.resolve("b"), interruption);
            return SessionComparison.of(
                    first == null ? inputs.get(0).toString() : first.toString(), a, second.toString(), b);
        } finally {
            delete(folder);
        }
    }

    private Path replay(final Path file, final Path out, final Interruption interruption) {
        final HalfspreadConfig wiring = config.load();
        final ReplayRequest request = new ReplayRequest(
                inputs.get(0),
                wiring,
                assets == null ? null : HalfspreadConfig.coinList(assets),
                file == null ? null : TuningOptions.params(file),
                List.of(),
                ReplaySelection.fillChoice(fills == null ? wiring.text(ConfigOption.FILLS_MODEL) : fills),
                FillDelays.of(ConfigOption.FILLS_LATENCY.path(), wiring.text(ConfigOption.FILLS_LATENCY)),
                null,
                ThreadingMode.INVOKED,
                ReplayOptions.DEFAULT_BATCH,
                0,
                out);
        try (Progress progress = output.progress(terminal, "replay")) {
            new ReplayRun(request, build).run(progress, interruption::isRequested, null, null);
        }
        return out;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("halfspread-compare");
        } catch (final IOException e) {
            throw Failure.environment("compare: no temporary folder: " + e.getMessage());
        }
    }

    private void delete(final Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (final IOException e) {
            terminal.err().println("compare: " + folder + " could not be removed: " + e.getMessage());
        }
    }
}
