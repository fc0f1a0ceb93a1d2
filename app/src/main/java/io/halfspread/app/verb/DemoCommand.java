package io.halfspread.app.verb;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.StopSignals;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.demo.Demo;
import io.halfspread.app.demo.DemoRequest;
import io.halfspread.app.live.SessionReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the whole product without keys or network. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "The whole product for a minute, without keys or network: a simulated venue, a session on it,"
                + " parameter drops, a lost connection, a report, the replay verified.")
public final class DemoCommand implements Callable<Integer> {
    private static final double MAX_SECONDS = 1e6;
    private static final int MAX_PORT = 65_535;

    @Option(names = "--seconds", paramLabel = "N", description = "How long; else 60.")
    private double seconds = 60;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the market; else 6.")
    private long seed = 6;

    @Option(names = "--port", paramLabel = "P", description = "Port of the venue on 127.0.0.1; else any free one.")
    private int port;

    @Option(
            names = "--lock-step",
            description = "Venue and session on one thread and a virtual clock: the same seed, the same hash.")
    private boolean lockStep;

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
    public DemoCommand(final Terminal terminal, final String build) {
        this.terminal = terminal;
        this.build = build;
    }

    @Override
    public Integer call() {
        if (!(seconds > 0 && seconds <= MAX_SECONDS)) {
            throw Failure.badInput("--seconds " + seconds + ": accepted: above 0 up to 1e6");
        }
        if (port < 0 || port > MAX_PORT) {
            throw Failure.badInput("--port " + port + ": accepted: 0 to 65535");
        }
        try (StopSignals signals = new StopSignals()) {
            final SessionReport report = new Demo(
                            dashboard.over(config.load()), new DemoRequest(seconds, seed, port, lockStep), build)
                    .run(terminal.err(), signals);
            report.print(terminal.out(), output.json());
            if (!report.difference().isEmpty() && !signals.isUrgent()) {
                throw Failure.checkFailed("demo: " + report.difference());
            }
            return report.ok() ? 0 : Failure.CHECK_FAILED;
        }
    }
}
