package io.halfspread.app.verb;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Interruption;
import io.halfspread.app.console.Progress;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.replay.CrashedCapture;
import io.halfspread.app.replay.FillChoice;
import io.halfspread.app.replay.ReplayRequest;
import io.halfspread.app.replay.SharedInput;
import io.halfspread.app.replay.TuningOptions;
import io.halfspread.app.report.SessionComparison;
import io.halfspread.app.report.TracedReplay;
import io.halfspread.codec.text.JsonOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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

    @Mixin
    private CoinOptions coins;

    @Mixin
    private FillOptions fills;

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
            if (!params.isEmpty() || coins.coins() != null || fills.model() != null) {
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
        final Path input = inputs.get(0);
        CrashedCapture.recover(input, terminal.err());
        final HalfspreadConfig wiring = config.load();
        final FillChoice asked = fills.model();
        final ReplayRequest request = fills.delaying(ReplayRequest.of(input, wiring)
                .withAssets(coins.coins())
                .asking(asked == null ? FillChoice.of(wiring.text(ConfigOption.FILLS_MODEL)) : asked));
        final Path first = params.size() == BOTH ? params.get(0) : null;
        final Path second = params.get(params.size() - 1);
        try (Interruption interruption = new Interruption();
                Progress progress = output.progress(terminal, "replay")) {
            final SharedInput shared = SharedInput.of(request, progress, interruption::isRequested);
            return SessionComparison.of(
                    replay(request, first, shared, progress, interruption)
                            .as("A", first == null ? input.toString() : first.toString()),
                    replay(request, second, shared, progress, interruption).as("B", second.toString()),
                    true);
        }
    }

    private TracedReplay replay(
            final ReplayRequest request,
            final Path file,
            final SharedInput shared,
            final Progress progress,
            final Interruption interruption) {
        return TracedReplay.run(
                request.withParams(file == null ? null : TuningOptions.params(file)),
                build,
                shared,
                progress,
                interruption::isRequested);
    }
}
