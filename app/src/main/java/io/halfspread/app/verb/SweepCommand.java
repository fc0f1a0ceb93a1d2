package io.halfspread.app.verb;

import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Home;
import io.halfspread.app.console.Interruption;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.replay.FillChoice;
import io.halfspread.app.replay.FillDelays;
import io.halfspread.app.replay.TuningOptions;
import io.halfspread.app.sweep.SweepRequest;
import io.halfspread.app.sweep.SweepResult;
import io.halfspread.app.sweep.SweepRun;
import io.halfspread.app.sweep.judge.Goal;
import io.halfspread.app.sweep.judge.JudgeSettings;
import io.halfspread.app.sweep.space.SearchMethod;
import io.halfspread.app.sweep.space.SearchPlan;
import io.halfspread.app.sweep.space.Space;
import io.halfspread.codec.event.SessionKind;
import io.halfspread.codec.text.JsonOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries many parameter sets on many captures and says what to believe. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description =
                "Replay many parameter sets over captures, compare them, and say whether the best one is more than"
                        + " luck. Goes on where it was ended. docs/sweep.md.")
public final class SweepCommand implements Callable<Integer> {
    private static final String DEFAULT_SPACE = "config/spaces/seven.json";
    private static final long SECOND_NS = 1_000_000_000L;

    @Parameters(
            arity = "1..*",
            paramLabel = "CAPTURE_OR_FRAMES",
            description = "Capture folders, folders of captures, or files of raw frames.")
    private List<Path> inputs;

    @Option(
            names = "--space",
            paramLabel = "FILE",
            description = "What to vary; else " + DEFAULT_SPACE + ", the seven tuning parameters.")
    private Path space;

    @Option(names = "--method", paramLabel = "METHOD", description = "grid, random, sobol (default), halving or cmaes.")
    private SearchMethod method = SearchMethod.SOBOL;

    @Option(names = "--sets", paramLabel = "N", description = "Most sets to try besides the default (default 100).")
    private int sets = 100;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all draws (default 1).")
    private long seed = 1;

    @Option(
            names = "--objective",
            paramLabel = "METRICS",
            description = "What to make large: metrics with weights (default pnl), like 'pnl - 0.5*drawdown'.")
    private String objective = "pnl";

    @Option(
            names = "--constraint",
            paramLabel = "METRIC<=V",
            description = "What has to hold, like 'drawdown<=5'; >= too; repeatable.")
    private List<String> constraints = new ArrayList<>();

    @Option(
            names = "--asset",
            paramLabel = "COINS",
            description = "Coins, separated by commas; else those of the configuration that the first capture holds.")
    private String assets;

    @Option(
            names = "--params",
            paramLabel = "FILE",
            description = "Tuning parameters of the default set; else the built-in ones.")
    private Path params;

    @Mixin
    private FillOptions fills;

    @Option(
            names = "--max-gap",
            paramLabel = "SECONDS",
            description = "A capture with a longer time without market data of a coin is left out (default 120).")
    private int mostGapSeconds = 120;

    @Option(names = "--threads", paramLabel = "N", description = "Replays at a time (default: a core each).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--engine", paramLabel = "NAME", description = "local (default) or spark: docs/scaling.md.")
    private String engine = SweepRequest.Where.LOCAL;

    @Option(names = "--master", paramLabel = "URL", description = "With --engine spark: its master.")
    private String master;

    @Option(
            names = "--store",
            paramLabel = "URI",
            description = "With --engine spark: where captures are laid for workers, a folder or URI that all read.")
    private String store;

    @Option(
            names = "--resamples",
            paramLabel = "N",
            description = "Bootstrap resamples for error bars (default " + JudgeSettings.RESAMPLES + ").")
    private int resamples = JudgeSettings.RESAMPLES;

    @Option(
            names = "-o",
            paramLabel = "DIR",
            description = "Where everything is kept; an ended sweep goes on (default: a new folder in sweeps/).")
    private Path folder;

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
    public SweepCommand(final Terminal terminal, final String build) {
        this.terminal = terminal;
        this.build = build;
    }

    @Override
    public Integer call() {
        final SweepRequest request = request();
        try (Interruption interruption = new Interruption()) {
            final SweepResult result = new SweepRun(
                            request,
                            build,
                            interruption::isRequested,
                            step -> output.progressOf(terminal, step, step.equals("sweep") ? "replays" : "events"))
                    .run();
            if (output.json()) {
                terminal.out().println(JsonOutput.of(result.json()));
            } else {
                result.print(terminal.out());
            }
            terminal.out().flush();
            return 0;
        }
    }

    private SweepRequest request() {
        final HalfspreadConfig wiring = config.load();
        if (threads < 1 || threads > 1024) {
            throw Failure.badInput("--threads " + threads + ": accepted: 1 to 1024");
        }
        if (mostGapSeconds < 1) {
            throw Failure.badInput("--max-gap " + mostGapSeconds + ": accepted: 1 or more seconds");
        }
        if (engine.equals(SweepRequest.Where.LOCAL) && (master != null || store != null)) {
            throw Failure.badInput((master != null ? "--master" : "--store") + ": goes with --engine spark");
        }
        if (!engine.equals(SweepRequest.Where.LOCAL) && !engine.equals("spark")) {
            throw Failure.badInput("--engine " + engine + ": accepted: local, spark");
        }
        final FillChoice choice = fills.model() == null ? FillChoice.QUEUE : fills.model();
        final FillDelays delays = fills.delays(wiring, choice);
        return new SweepRequest(
                inputs,
                folder == null ? Path.of("sweeps", name()) : folder,
                Space.read(space == null ? Home.path().resolve(DEFAULT_SPACE) : space),
                new SearchPlan(method, sets, seed),
                Goal.of(objective, constraints),
                new JudgeSettings(seed, resamples, JudgeSettings.SPLITS, 0, method.steered()),
                new SweepRequest.Replays(
                        text(config.file()),
                        assets == null ? null : coins(wiring),
                        TuningOptions.params(params),
                        choice,
                        delays.text(),
                        mostGapSeconds * SECOND_NS),
                new SweepRequest.Where(engine, threads, master, store));
    }

    /** Coins asked for; an unknown one is named before anything is read. */
    private List<String> coins(final HalfspreadConfig wiring) {
        final List<String> coins = HalfspreadConfig.coinList(assets);
        wiring.session(SessionKind.REPLAY, coins);
        return coins;
    }

    private static String text(final Path file) {
        try {
            return Files.readString(file);
        } catch (final IOException e) {
            throw Failure.badInput(file + ": cannot be read: " + e.getMessage());
        }
    }

    private static String name() {
        return DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(ZonedDateTime.now(ZoneOffset.UTC));
    }
}
