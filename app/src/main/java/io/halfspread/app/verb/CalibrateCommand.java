package io.halfspread.app.verb;

import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Interruption;
import io.halfspread.app.console.Progress;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.hjb.CalibrationLog;
import io.halfspread.app.hjb.CalibrationReport;
import io.halfspread.app.replay.CrashedCapture;
import io.halfspread.app.replay.OrderedWatch;
import io.halfspread.app.replay.ReplayRequest;
import io.halfspread.app.replay.ReplayRun;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.solver.SolverDesk;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Calibrates the market model along a record and reports it, with the gap over time. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description =
                "Calibrate the market model of each coin along a capture or raw frames, solve it every few seconds, and"
                        + " report the last model with its standard errors and the gap over time.",
        footer = {
            "",
            "--model COIN prints that coin's last model alone, as hjb solve, explain and suggest read it:",
            "  halfspread hjb calibrate frames.gz --model BTC | halfspread hjb explain",
            "A capture of a session reports the models recorded in it; market data is replayed with the configured fill model."
        })
public final class CalibrateCommand implements Callable<Integer> {
    @Mixin
    private ReplaySelection selection;

    @Option(names = "--model", paramLabel = "COIN", description = "Print this coin's last model only, as JSON.")
    private String modelCoin;

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
    public CalibrateCommand(final Terminal terminal, final String build) {
        this.terminal = terminal;
        this.build = build;
    }

    @Override
    public Integer call() {
        final HalfspreadConfig wiring = config.load();
        final ReplayRequest request = selection.request(wiring, null);
        CrashedCapture.recover(request.input(), terminal.err());
        final CalibrationLog log = new CalibrationLog();
        try (Interruption interruption = new Interruption();
                Progress progress = output.progress(terminal, "calibrate")) {
            new ReplayRun(request, build)
                    .run(
                            progress,
                            interruption::isRequested,
                            null,
                            null,
                            new SolverDesk(wiring.solver().forAll()),
                            new OrderedWatch(log, (buffer, offset, length, sequence) -> {}));
        }
        print(log);
        terminal.out().flush();
        return 0;
    }

    private void print(final CalibrationLog log) {
        if (modelCoin != null) {
            terminal.out().println(JsonOutput.of(CalibrationReport.model(named(log), log.params())));
        } else if (output.json()) {
            terminal.out().println(JsonOutput.of(CalibrationReport.json(log)));
        } else {
            CalibrationReport.print(log, terminal.out());
        }
    }

    private CalibrationLog.CoinModel named(final CalibrationLog log) {
        return log.coins().stream()
                .filter(coin -> coin.coin().equals(modelCoin) && coin.latest() != null)
                .findFirst()
                .orElseThrow(() -> Failure.badInput("--model " + modelCoin + ": no model of it; accepted: "
                        + log.coins().stream()
                                .filter(coin -> coin.latest() != null)
                                .map(CalibrationLog.CoinModel::coin)
                                .collect(Collectors.joining(", "))));
    }
}
