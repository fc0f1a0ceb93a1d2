package io.halfspread.app.verb;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Interruption;
import io.halfspread.app.console.Progress;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.replay.CrashedCapture;
import io.halfspread.app.replay.DecisionLog;
import io.halfspread.app.replay.FillChoice;
import io.halfspread.app.replay.ReplayReport;
import io.halfspread.app.replay.ReplayRequest;
import io.halfspread.app.replay.ReplayResult;
import io.halfspread.app.replay.ReplayRun;
import io.halfspread.app.replay.ReplayTable;
import io.halfspread.app.replay.WatchedTuning;
import io.halfspread.app.report.ReplayStudy;
import io.halfspread.app.report.Report;
import io.halfspread.app.report.RunFacts;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.agent.ThreadingMode;
import io.halfspread.engine.replay.Recorder;
import io.halfspread.engine.replay.ReplayOptions;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.engine.solver.SolverDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.SystemNanoClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the engine over a capture or over raw frames. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Run the engine over a capture, or directly over raw frames, as fast as it goes.")
public final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CAPTURE_OR_FRAMES", description = "A capture folder, or a file of raw frames.")
    private Path input;

    @Option(
            names = "--band",
            negatable = true,
            description = "With queue: run the pessimistic and the optimistic rule and report both; done unless --speed"
                    + " or --watch is given.")
    private Boolean band;

    @Option(names = "--threading", paramLabel = "MODE", description = "dedicated, shared or invoked (default).")
    private ThreadingMode threading = ThreadingMode.INVOKED;

    @Option(names = "--batch", paramLabel = "N", description = "Most events the engine handles in one step.")
    private int batch = ReplayOptions.DEFAULT_BATCH;

    @Option(names = "--speed", paramLabel = "max|N", description = "As fast as it goes, or N times real time.")
    private String speed = "max";

    @Option(names = "--out", paramLabel = "DIR", description = "Record the replay in a capture.")
    private Path out;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Write the report to FILE (HTML) and the same as JSON beside it; with --out it is made anyway,"
                            + " in DIR.")
    private Path report;

    @Option(
            names = "--watch",
            description = "With --speed N: apply tuning_params.json and config/drops of this folder as they change.")
    private boolean watch;

    @Mixin
    private CoinOptions coins;

    @Mixin
    private ChangeOptions change;

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
    public ReplayCommand(final Terminal terminal, final String build) {
        this.terminal = terminal;
        this.build = build;
    }

    @Override
    public Integer call() {
        final HalfspreadConfig wiring = config.load();
        final ReplayRequest request = request(wiring);
        CrashedCapture.recover(request.input(), terminal.err());
        try (Interruption interruption = new Interruption();
                WatchedTuning tuning = watch ? watched(wiring) : null) {
            final ReplayStudy study = new ReplayStudy();
            final ReplayResult pessimistic = run(
                    tuning == null ? request : request.withParams(tuning.first()),
                    interruption,
                    tuning == null ? null : tuning.queue(),
                    report == null || out != null ? null : study.watch());
            final ReplayResult result = isBand(pessimistic, request) && !interruption.isRequested()
                    ? pessimistic.withOptimistic(
                            run(request.withFills(FillChoice.QUEUE_OPTIMISTIC), interruption, null, null))
                    : pessimistic;
            warn(result);
            report(result, study);
            if (output.json()) {
                terminal.out().println(JsonOutput.of(ReplayReport.json(result)));
            } else {
                ReplayTable.print(result, terminal.out());
            }
            terminal.out().flush();
            return result.lost() == null ? 0 : Failure.ENVIRONMENT;
        }
    }

    /** The report of what was recorded is made from the record, of what was not while it ran. */
    private void report(final ReplayResult result, final ReplayStudy study) {
        if (result.out() == null && report == null) {
            return;
        }
        final Path file = report == null ? result.out().resolve(Report.HTML) : report;
        try {
            if (result.out() == null) {
                final HalfspreadConfig wiring = config.load();
                study.report(result, build, input, wiring.sha256().hex()).write(report);
            } else {
                Files.writeString(
                        result.out().resolve(RunFacts.FILE), JsonOutput.of(ReplayStudy.facts(result, input)) + "\n");
                final Report recorded = Report.of(result.out());
                recorded.writeInto(result.out());
                if (report != null) {
                    recorded.write(report);
                }
            }
        } catch (final IOException e) {
            throw Failure.environment(file + ": the report cannot be written: " + e.getMessage());
        }
        terminal.err().println("replay: report " + file);
    }

    private ReplayResult run(
            final ReplayRequest request,
            final Interruption interruption,
            final SideQueue liveDrops,
            final Recorder observer) {
        final DecisionLog decisions = request.speed() == 0
                ? null
                : new DecisionLog(
                        terminal.err()::println,
                        SystemNanoClock.INSTANCE,
                        TimeUnit.MILLISECONDS.toNanos(request.config().integer(ConfigOption.LOG_DECISIONS)),
                        request.assets() == null ? List.of() : request.assets());
        try (Progress progress = output.progress(terminal, "replay", request.speed() == 0)) {
            return new ReplayRun(request, build)
                    .run(
                            progress,
                            interruption::isRequested,
                            decisions,
                            liveDrops,
                            new SolverDesk(request.config().solver()),
                            observer);
        }
    }

    private boolean isBand(final ReplayResult result, final ReplayRequest request) {
        return result.fills() == FillChoice.QUEUE && request.speed() == 0 && !Boolean.FALSE.equals(band);
    }

    private WatchedTuning watched(final HalfspreadConfig wiring) {
        if (speed() == 0 || change.tunes()) {
            throw Failure.badInput("--watch: needs --speed N, and goes neither with --params nor with --drop");
        }
        if (Files.isDirectory(input)) {
            throw Failure.badInput("--watch: accepted with raw frames; a capture takes --drop");
        }
        return new WatchedTuning(wiring, terminal.err()::println);
    }

    private ReplayRequest request(final HalfspreadConfig wiring) {
        if (batch < 1) {
            throw Failure.badInput("--batch " + batch + ": accepted: 1 or more");
        }
        final ReplayRequest request = fills.delaying(change.changing(ReplayRequest.of(input, wiring)
                        .withAssets(coins.coins())
                        .asking(fills.modelOrRecord()))
                .running(threading, batch, speed())
                .into(out));
        if (Boolean.TRUE.equals(band) && (request.modelled() != FillChoice.QUEUE || request.speed() != 0)) {
            throw Failure.badInput("--band: goes with --fills queue and --speed max");
        }
        return request;
    }

    private double speed() {
        if (speed.equals("max")) {
            return 0;
        }
        try {
            final double times = Double.parseDouble(speed);
            if (times > 0 && times <= 1e9) {
                return times;
            }
        } catch (final NumberFormatException e) {
            // Falls through to the one answer.
        }
        throw Failure.badInput("--speed " + speed + ": accepted: max, or a number above 0 (times real time)");
    }

    private void warn(final ReplayResult result) {
        if (result.frames() != null && result.frames().refused().count() > 0) {
            terminal.err()
                    .println("replay: " + result.frames().refused().count() + " lines refused, the first: "
                            + result.frames().refused().listed().get(0).describe());
        }
        if (result.summary().unappliedDrops() > 0) {
            terminal.err()
                    .println("replay: " + result.summary().unappliedDrops()
                            + " --drop lie after the last event and were not applied");
        }
        if (result.lost() != null) {
            terminal.err().println("replay: " + result.lost());
        }
    }
}
