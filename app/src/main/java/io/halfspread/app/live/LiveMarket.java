package io.halfspread.app.live;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.StopSignals;
import io.halfspread.app.replay.FillChoice;
import io.halfspread.app.replay.FillDelays;
import io.halfspread.app.tuning.TuningControl;
import io.halfspread.engine.replay.FillModel;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.agrona.concurrent.EpochNanoClock;

/** The verb run: one session as configured, on the system's clock. */
public final class LiveMarket {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

    private final HalfspreadConfig config;
    private final String build;
    private final StopSignals signals;
    private final LogLines log;

    /**
     * Prepares a session.
     *
     * @param config  wiring, options already over it
     * @param build   version of this program
     * @param err     where log lines go
     * @param signals wishes to end
     */
    public LiveMarket(
            final HalfspreadConfig config, final String build, final PrintStream err, final StopSignals signals) {
        this.config = config;
        this.build = build;
        this.signals = signals;
        log = new LogLines(err);
    }

    /**
     * Runs it.
     *
     * @param seconds   how long, 0 until stopped
     * @param onQuoting told once, when the first order is acknowledged
     * @return what it came to
     * @throws Failure when it cannot start
     */
    public SessionReport run(final double seconds, final Runnable onQuoting) {
        final SessionMode mode = mode(config);
        final SessionRuntime runtime = SessionRuntime.of(config);
        final EpochNanoClock clock = runtime.clocks().get();
        try (VenueAccess access = access(mode, runtime);
                TuningControl tuning = TuningControl.of(config, log)) {
            final SessionPreparation.Prepared prepared = new SessionPreparation(config, mode, access, log).prepare();
            final long startNs = clock.nanoTime();
            final SessionPlan plan = new SessionPlan(
                    mode,
                    config,
                    access,
                    prepared.assets(),
                    URI.create(access.baseUrl()).getHost(),
                    prepared.settings(),
                    startNs,
                    startNs,
                    mode.trades() ? null : fills(startNs),
                    SessionFolder.next(
                            Path.of(config.text(ConfigOption.CAPTURE_FOLDER)),
                            mode == SessionMode.PAPER ? "paper" : "run",
                            Instant.now()),
                    build);
            Banner.lines(plan).forEach(log);
            log.print();
            final LiveSession session = new LiveSession(plan, runtime, tuning, log);
            return new SessionReport(new LiveRun(
                            session,
                            new RealPump(session, clock),
                            mode.trades() ? new AccountFigures(access, plan.coins(), log) : null,
                            signals::isRequested,
                            signals::isUrgent,
                            log)
                    .run(seconds, onQuoting, elapsedNs -> {}));
        } finally {
            log.print();
        }
    }

    private VenueAccess access(final SessionMode mode, final SessionRuntime runtime) {
        try {
            return mode.trades()
                    ? VenueAccess.withKey(config, runtime.clocks().get(), log)
                    : VenueAccess.withoutKey(config, "");
        } catch (final IllegalArgumentException e) {
            throw Failure.badInput("--venue-url: " + e.getMessage());
        }
    }

    private FillModel fills(final long seed) {
        return FillChoice.of(config.text(ConfigOption.FILLS_MODEL))
                .model(FillDelays.of(ConfigOption.FILLS_LATENCY.path(), config.text(ConfigOption.FILLS_LATENCY)), seed);
    }

    /** A venue on this machine is a simulated one. */
    static SessionMode mode(final HalfspreadConfig config) {
        if (config.text(ConfigOption.MODE).equals("paper")) {
            return SessionMode.PAPER;
        }
        return isSimulated(config) ? SessionMode.SIMULATED : SessionMode.LIVE;
    }

    private static boolean isSimulated(final HalfspreadConfig config) {
        if (config.isNone(ConfigOption.VENUE_URL)) {
            return false;
        }
        try {
            return THIS_MACHINE.contains(String.valueOf(
                    URI.create(config.text(ConfigOption.VENUE_URL)).getHost()));
        } catch (final IllegalArgumentException e) {
            throw Failure.badInput("address " + config.text(ConfigOption.VENUE_URL)
                    + ": accepted: http://HOST[:PORT] or https://HOST[:PORT]");
        }
    }
}
