package io.halfspread.app.verb;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.StopSignals;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.live.AccountGuard;
import io.halfspread.app.status.SessionFinder;
import io.halfspread.app.watchdog.Watchdog;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.capture.CaptureReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Cancels a session's orders when the session falls silent. */
@Command(
        name = "watchdog",
        mixinStandardHelpOptions = true,
        description =
                "Watch a session's capture grow; when its process is gone, or nothing was added for a while, cancel every"
                        + " order of the account in its coins. PRIVATE_KEY must be another agent's key than the session's."
                        + " Exit code 0 when the session ended in order, 1 when it was lost.")
public final class WatchdogCommand implements Callable<Integer> {
    private static final double LEAST_S = 1;
    private static final double MOST_S = 600;
    private static final double SECOND_NS = 1e9;
    private static final long GRACE_MS = 1000;

    @Parameters(paramLabel = "CAPTURE", arity = "0..1", description = "The session's capture; else the one that runs.")
    private Path capture;

    @Option(
            names = "--silence",
            paramLabel = "S",
            description = "Seconds without a new record after which the session counts as lost; else 5.")
    private double silence = 5;

    @Mixin
    private VenueOptions venue;

    @Mixin
    private ConfigOptions config;

    @Mixin
    private OutputOptions output;

    private final Terminal terminal;

    /**
     * Creates the verb.
     *
     * @param terminal its streams
     */
    public WatchdogCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!(silence >= LEAST_S && silence <= MOST_S)) {
            throw Failure.badInput("--silence " + silence + ": accepted: 1 to 600");
        }
        final HalfspreadConfig wiring = venue.over(config.load());
        final Path folder =
                capture == null ? SessionFinder.newest(Path.of(wiring.text(ConfigOption.CAPTURE_FOLDER))) : capture;
        try (StopSignals signals = new StopSignals();
                AccountGuard guard = AccountGuard.open(wiring, coins(folder), terminal.err()::println)
                        .checked()) {
            final Watchdog watchdog = new Watchdog(
                    folder,
                    guard,
                    (long) (silence * SECOND_NS),
                    TimeUnit.MILLISECONDS.toNanos(wiring.integer(ConfigOption.ORDERS_EXPIRE_AFTER) + GRACE_MS),
                    terminal.err()::println,
                    signals::isRequested);
            terminal.out().println("watching " + folder);
            terminal.out().flush();
            final boolean inOrder = watchdog.run();
            result(inOrder, watchdog.cancelled(), guard.account());
            return inOrder ? 0 : Failure.CHECK_FAILED;
        }
    }

    private void result(final boolean inOrder, final int cancelled, final String account) {
        if (output.json()) {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("ok", inOrder);
            json.put("account", account);
            json.put("cancelled", cancelled);
            terminal.out().println(JsonOutput.of(json));
            terminal.out().flush();
        }
    }

    private static List<String> coins(final Path folder) {
        try (CaptureReader reader = CaptureReader.open(folder)) {
            return reader.manifest().identity().instruments();
        }
    }
}
