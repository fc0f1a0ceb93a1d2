package io.halfspread.app.verb;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.StopSignals;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.soak.Endurance;
import io.halfspread.app.soak.EnduranceReport;
import io.halfspread.app.soak.EnduranceRequest;
import io.halfspread.app.soak.PlanFiles;
import io.halfspread.app.soak.Soak;
import io.halfspread.app.soak.SoakReport;
import io.halfspread.app.soak.SoakRequest;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs sessions on venues where things go wrong and checks what must hold. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description =
                "Sessions on a simulated venue where things go wrong, on a virtual clock, one after the other; after"
                        + " each tick and at the end the session is compared with the venue. Exit code 1 when an invariant broke.")
public final class SoakCommand implements Callable<Integer> {
    private static final int MOST_RUNS = 1_000_000;
    private static final double MOST_SECONDS = 86_400;
    private static final double USUAL_MINUTES = 60;
    private static final double SHORTEST_MINUTES = 0.2;
    private static final double MOST_MINUTES = 1440;

    @Option(
            names = "--faults",
            paramLabel = "PLANS",
            description =
                    "Plans that take turns, separated by commas: built-in names or files; else all built-in ones.")
    private String faults = "wire,sockets,requests,orders,market,everything";

    @Option(names = "--runs", paramLabel = "N", description = "How many sessions; else 12.")
    private int runs = 12;

    @Option(names = "--seconds", paramLabel = "N", description = "Length of each on its virtual clock; else 60.")
    private double seconds = 60;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the first; each further one takes the next; else 1.")
    private long seed = 1;

    @Option(
            names = "--endurance",
            description =
                    "Instead: one session on the real clock, without faults, on a market that moves many times as fast as the"
                            + " venue's; memory, allocation and heartbeats are told every minute and judged at the end.")
    private boolean endurance;

    @Option(names = "--minutes", paramLabel = "N", description = "With --endurance: how long; else 60.")
    private Double minutes;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "With --endurance: multiple of the venue's rate of messages, 1 to 50; else 50.")
    private Integer rate;

    @Option(names = "--keep", description = "Keep the captures of good runs too.")
    private boolean keep;

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
    public SoakCommand(final Terminal terminal, final String build) {
        this.terminal = terminal;
        this.build = build;
    }

    @Override
    public Integer call() {
        if (endurance) {
            return endure();
        }
        if (minutes != null || rate != null) {
            throw Failure.badInput((minutes != null ? "--minutes" : "--rate") + ": accepted with --endurance only");
        }
        if (runs < 1 || runs > MOST_RUNS) {
            throw Failure.badInput("--runs " + runs + ": accepted: 1 to " + MOST_RUNS);
        }
        if (!(seconds >= SoakRequest.SHORTEST && seconds <= MOST_SECONDS)) {
            throw Failure.badInput("--seconds " + seconds + ": accepted: 20 to 86400");
        }
        final SoakRequest request = new SoakRequest(
                Arrays.stream(faults.split(",")).map(PlanFiles::read).toList(), runs, seconds, seed, keep);
        try (StopSignals signals = new StopSignals()) {
            final SoakReport report = new Soak(config.load(), request, build).run(terminal.err(), signals);
            report.print(terminal.out(), output.json());
            return report.ok() ? 0 : Failure.CHECK_FAILED;
        }
    }

    private int endure() {
        final double length = minutes == null ? USUAL_MINUTES : minutes;
        final int multiple = rate == null ? EnduranceRequest.MOST_RATE : rate;
        if (!(length >= SHORTEST_MINUTES && length <= MOST_MINUTES)) {
            throw Failure.badInput("--minutes " + length + ": accepted: 0.2 to 1440");
        }
        if (multiple < 1 || multiple > EnduranceRequest.MOST_RATE) {
            throw Failure.badInput("--rate " + multiple + ": accepted: 1 to " + EnduranceRequest.MOST_RATE);
        }
        try (StopSignals signals = new StopSignals()) {
            final EnduranceReport report = Endurance.run(
                    config.load(), new EnduranceRequest(length, multiple, seed, keep), build, terminal.err(), signals);
            report.print(terminal.out(), output.json());
            return report.ok() ? 0 : Failure.CHECK_FAILED;
        }
    }
}
