package io.halfspread.app.verb;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.StopSignals;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.live.LiveMarket;
import io.halfspread.app.live.SessionReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a market: live, on paper, or at a simulated venue. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Make a market, live or on paper; the key comes from PRIVATE_KEY. Ctrl-C ends it in order.")
public final class RunCommand implements Callable<Integer> {
    private static final double MAX_SECONDS = 1e9;

    @Mixin
    private VenueOptions venue;

    @Option(
            names = "--params",
            paramLabel = "FILE",
            description = "Whole-set tuning file to watch; else as configured.")
    private String params;

    @Option(names = "--mode", paramLabel = "MODE", description = "live or paper; else as configured.")
    private String mode;

    @Option(
            names = "--budget",
            paramLabel = "MODE",
            description = "venue or none (a test venue without request limits); else as configured.")
    private String budget;

    @Option(
            names = "--fills",
            paramLabel = "MODEL",
            description = "Who fills paper orders: touch, queue, queue:optimistic or none; else as configured.")
    private String fills;

    @Option(names = "--seconds", paramLabel = "N", description = "How long; else until interrupted.")
    private double seconds;

    @Option(
            names = "--close-position",
            negatable = true,
            description = "Close the position at the end; else as configured.")
    private Boolean closePosition;

    @Mixin
    private DashboardOptions dashboard;

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
    public RunCommand(final Terminal terminal, final String build) {
        this.terminal = terminal;
        this.build = build;
    }

    @Override
    public Integer call() {
        if (!(seconds >= 0 && seconds <= MAX_SECONDS)) {
            throw Failure.badInput("--seconds " + seconds + ": accepted: above 0 up to 1e9");
        }
        final HalfspreadConfig wiring = wiring();
        try (StopSignals signals = new StopSignals()) {
            final SessionReport report =
                    new LiveMarket(wiring, build, terminal.err(), signals).run(seconds, this::sayQuoting);
            report.print(terminal.out(), output.json());
            if (report.captureStopped()) {
                return Failure.ENVIRONMENT;
            }
            return report.ok() ? 0 : Failure.CHECK_FAILED;
        }
    }

    private void sayQuoting() {
        terminal.out().println("quoting");
        terminal.out().flush();
    }

    private HalfspreadConfig wiring() {
        HalfspreadConfig wiring = dashboard.over(venue.over(config.load()));
        wiring = VenueOptions.with(wiring, ConfigOption.PATHS_PARAMS, params);
        wiring = VenueOptions.with(wiring, ConfigOption.MODE, mode);
        wiring = VenueOptions.with(wiring, ConfigOption.BUDGET_MODE, budget);
        wiring = VenueOptions.with(wiring, ConfigOption.FILLS_MODEL, fills);
        return closePosition == null ? wiring : wiring.with(ConfigOption.STOP_CLOSE_POSITION, closePosition.toString());
    }
}
