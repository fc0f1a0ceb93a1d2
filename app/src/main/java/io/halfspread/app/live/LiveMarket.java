package io.halfspread.app.live;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.StopSignals;
import io.halfspread.app.dashboard.Dashboard;
import io.halfspread.app.dashboard.DashboardFacts;
import io.halfspread.app.dashboard.Steering;
import io.halfspread.app.replay.FillChoice;
import io.halfspread.app.replay.FillDelays;
import io.halfspread.app.tuning.TuningControl;
import io.halfspread.engine.replay.FillModel;
import io.halfspread.engine.settings.SessionSettings;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.agrona.CloseHelper;

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
     * Runs it on the system's clock.
     *
     * @param seconds   how long, 0 until stopped
     * @param onQuoting told once, when the first order is acknowledged
     * @return what it came to
     * @throws Failure when it cannot start
     */
    public SessionReport run(final double seconds, final Runnable onQuoting) {
        final SessionMode mode = mode(config);
        final Path folder = folder(config, mode == SessionMode.PAPER ? "paper" : "run");
        try (SessionControl control = SessionControl.of(config, log)) {
            CrashedCaptures.recover(Path.of(config.text(ConfigOption.CAPTURE_FOLDER)), log);
            return run(new RealHost(config), mode, folder, control, seconds, onQuoting);
        } finally {
            log.print();
        }
    }

    /**
     * Runs it where a host says.
     *
     * @param host      clock, threads, way to the venue
     * @param mode      who answers orders
     * @param folder    capture to make
     * @param seconds   how long, 0 until stopped
     * @param onQuoting told once, when the first order is acknowledged
     * @return what it came to
     * @throws Failure when it cannot start
     */
    public SessionReport run(
            final SessionHost host,
            final SessionMode mode,
            final Path folder,
            final double seconds,
            final Runnable onQuoting) {
        try (SessionControl control = steers(host) ? SessionControl.of(config, log) : null) {
            return run(host, mode, folder, control, seconds, onQuoting);
        }
    }

    @SuppressWarnings("try") // the lock and the listener are held, not asked
    private SessionReport run(
            final SessionHost host,
            final SessionMode mode,
            final Path folder,
            final SessionControl control,
            final double seconds,
            final Runnable onQuoting) {
        Dashboard dashboard = null;
        try (VenueAccess access = host.access(mode, log);
                TuningControl tuning = TuningControl.of(config, log)) {
            if (control != null) {
                control.lockAccount(access);
            }
            final SessionPreparation.Prepared prepared = prepare(host, mode, access);
            final SessionPlan plan = new SessionPlan(
                    mode,
                    config,
                    access,
                    prepared.assets(),
                    URI.create(access.baseUrl()).getHost(),
                    control == null ? prepared.settings() : carrying(prepared.settings(), control),
                    host.seed(),
                    host.seed(),
                    mode.trades() ? null : fills(host.seed()),
                    folder,
                    build,
                    control);
            Banner.lines(plan).forEach(log);
            log.print();
            final LiveSession session = new LiveSession(plan, host.runtime(), tuning, log);
            host.attach(session, tuning);
            dashboard = dashboard(session, host.runtime());
            log.print();
            final LiveRun run = new LiveRun(
                    session,
                    host.pump(),
                    mode.trades() ? new AccountFigures(access, plan.coins(), log) : null,
                    signals::isRequested,
                    signals::isUrgent,
                    log);
            final SessionSummary summary = run.run(seconds, onQuoting, host::onTick);
            return new SessionReport(summary, run.captureStopped());
        } finally {
            CloseHelper.close(dashboard);
            log.print();
        }
    }

    /** Whether a session beside a venue of our own is steered: by its page, when that may. */
    private boolean steers(final SessionHost host) {
        return host.runtime().sideThreads()
                && config.flag(ConfigOption.DASHBOARD_ENABLED)
                && config.flag(ConfigOption.DASHBOARD_CONTROL);
    }

    /** The page of a session whose side threads run; null where none is wanted or its port cannot be had. */
    private Dashboard dashboard(final LiveSession session, final SessionRuntime runtime) {
        if (!runtime.sideThreads() || !config.flag(ConfigOption.DASHBOARD_ENABLED)) {
            return null;
        }
        final SessionPlan plan = session.plan();
        final boolean steers = config.flag(ConfigOption.DASHBOARD_CONTROL) && plan.control() != null;
        return Dashboard.start(
                (int) config.integer(ConfigOption.DASHBOARD_PORT),
                new DashboardFacts(
                        plan.mode().name().toLowerCase(Locale.ROOT),
                        plan.source(),
                        plan.access().network().name().toLowerCase(Locale.ROOT),
                        plan.access().account(),
                        build,
                        plan.folder().toString(),
                        plan.coins(),
                        LiveSession.CONNECTIONS),
                session.newFeed(),
                steers ? new Steering(plan.control().folder(), Path.of(config.text(ConfigOption.PATHS_DROPS))) : null,
                log);
    }

    /** A loss limit of the day counts what earlier sessions of the day lost. */
    private static SessionSettings carrying(final SessionSettings settings, final SessionControl control) {
        if (settings.safety().maxDailyLossUsd() == Long.MIN_VALUE) {
            return settings;
        }
        return settings.with(settings.safety().carrying(control.carriedPnlUsd()));
    }

    private SessionPreparation.Prepared prepare(
            final SessionHost host, final SessionMode mode, final VenueAccess access) {
        try {
            return host.pump().blocking(() -> new SessionPreparation(config, mode, access, log).prepare());
        } catch (final RuntimeException e) {
            throw e;
        } catch (final Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A new folder for a capture, named by the time.
     *
     * @param config names the folder of captures
     * @param what   first part of the name
     * @return a folder that does not exist yet
     */
    public static Path folder(final HalfspreadConfig config, final String what) {
        return SessionFolder.next(Path.of(config.text(ConfigOption.CAPTURE_FOLDER)), what, Instant.now());
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
