package io.halfspread.app.soak;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.StopSignals;
import io.halfspread.app.demo.DemoVenue;
import io.halfspread.app.demo.LockStepHost;
import io.halfspread.app.live.LiveMarket;
import io.halfspread.app.live.LiveSession;
import io.halfspread.app.live.SessionHost;
import io.halfspread.app.live.SessionMode;
import io.halfspread.app.live.SessionReport;
import io.halfspread.app.live.SurroundingHost;
import io.halfspread.app.tuning.TuningControl;
import io.halfspread.codec.event.TradingMode;
import io.halfspread.gateway.sign.SigningKey;
import io.halfspread.sim.faults.FaultPlan;
import io.halfspread.sim.faults.FaultRule;
import io.halfspread.sim.faults.InjectedFault;
import io.halfspread.sim.server.AccountTruth;
import io.halfspread.sim.server.SimVenue;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * One session on a venue where things go wrong, on a virtual clock. Faults come in the first three quarters; in every other
 * run the session is told to kill while they do. Then there is time to come to rest, and an orderly stop.
 */
final class SoakRun implements SurroundingHost {
    private static final double FAULTS_SHARE = 0.75;
    private static final double KILL_SHARE = 0.6;
    private static final double SECOND_NS = 1e9;
    private static final long MS_PER_S = 1000;
    private static final long STARTED_MS = 2000;

    private final HalfspreadConfig config;
    private final FaultPlan plan;
    private final long seed;
    private final double seconds;
    private final Path folder;
    private final String account;
    private final SimVenue venue;
    private final LockStepHost host;
    private final SoakLimits limits;
    private final UnaryOperator<AccountTruth> facts;
    private final Violations violations = new Violations();
    private final FaultWatch faults = new FaultWatch();
    private final FeedWatch feed;
    private LiveSession session;
    private Invariants invariants;
    private boolean killed;

    private SoakRun(
            final HalfspreadConfig config,
            final FaultPlan plan,
            final long seed,
            final double seconds,
            final Path folder,
            final String account,
            final SimVenue venue,
            final UnaryOperator<AccountTruth> facts) {
        this.config = config;
        this.plan = plan;
        this.seed = seed;
        this.seconds = seconds;
        this.folder = folder;
        this.account = account;
        this.venue = venue;
        this.facts = facts;
        host = new LockStepHost(config, seed, venue, (onDrop, cut) -> this::tick);
        limits = SoakLimits.of(config);
        feed = new FeedWatch(limits, violations);
    }

    /**
     * Runs one.
     *
     * @param base    wiring
     * @param plan    what goes wrong
     * @param seed    of everything
     * @param seconds how long on the virtual clock
     * @param folder  capture to make
     * @param build   version of this program
     * @param log     takes log lines
     * @param signals wishes to end
     * @param facts   changes what the venue says of the account before it is compared, to see that it is noticed
     */
    static SoakResult run(
            final HalfspreadConfig base,
            final FaultPlan plan,
            final long seed,
            final double seconds,
            final Path folder,
            final String build,
            final PrintStream log,
            final StopSignals signals,
            final UnaryOperator<AccountTruth> facts) {
        final String account;
        try (SigningKey key = DemoVenue.key(seed)) {
            account = key.addressText();
        }
        final FaultPlan bounded = between(plan, STARTED_MS, (long) (seconds * FAULTS_SHARE * MS_PER_S));
        try (SimVenue venue =
                SimVenue.open(DemoVenue.config(0, seed, base.assets().subList(0, 1), account, true, bounded))) {
            final HalfspreadConfig config = config(base, venue.port(), folder);
            return new SoakRun(config, plan, seed, seconds, folder, account, venue, facts).run(build, log, signals);
        }
    }

    private SoakResult run(final String build, final PrintStream log, final StopSignals signals) {
        try {
            final SessionReport report = new LiveMarket(config, build, log, signals)
                    .run(this, SessionMode.SIMULATED, folder, seconds, () -> {});
            end(report);
        } catch (final RuntimeException e) {
            violations.add("the session goes on", 0, String.valueOf(e.getMessage()));
        }
        return new SoakResult(
                plan.name(),
                seed,
                faults.end(),
                facts.apply(venue.truth(account)).fillCount(),
                session == null ? 0 : session.signs().resyncs(),
                violations.lines(),
                folder);
    }

    private void end(final SessionReport report) {
        final long endNs = (long) (seconds * SECOND_NS);
        final AccountTruth truth = facts.apply(venue.truth(account));
        if (!report.ok()) {
            violations.add("the replay of the capture", endNs, String.join("; ", report.notes()));
        }
        SessionEnd.check(SessionFacts.of(session), truth, violations, endNs);
        if (truth.position(0) == 0 && !report.difference().isEmpty()) {
            violations.add("the venue's ledger", endNs, report.difference());
        }
        final String outcome = OutcomeAudit.of(folder);
        if (outcome != null) {
            violations.add("one outcome a command", endNs, outcome);
        }
    }

    private void tick(final long elapsedNs) {
        final AccountTruth truth = facts.apply(venue.truth(account));
        final List<InjectedFault> injected = venue.faults();
        final long nowNs = host.pump().nowNs();
        invariants.check(truth, elapsedNs);
        feed.check(venue.lastBookMs(), TimeUnit.NANOSECONDS.toMillis(nowNs), truth.openOrders(), injected, elapsedNs);
        final boolean stands = !truth.openOrders().isEmpty();
        final boolean safe = invariants.agrees() && session.signs().open() == 0 && (session.isReady() || !stands);
        faults.tick(injected, nowNs, safe, stands, session.signs().troubles());
        if (!killed && seed % 2 == 1 && elapsedNs >= seconds * KILL_SHARE * SECOND_NS) {
            killed = session.mode(TradingMode.KILL);
            invariants.killed(elapsedNs);
        }
    }

    /** A session that cannot ask at its start says so and ends: that is not what is looked at here. */
    private static FaultPlan between(final FaultPlan plan, final long startMs, final long endMs) {
        return new FaultPlan(
                plan.name(),
                plan.rules().stream()
                        .map(rule -> new FaultRule(
                                rule.kind(),
                                rule.chance(),
                                rule.everyMs(),
                                rule.shortMs(),
                                rule.longMs(),
                                rule.channels(),
                                Math.max(rule.fromMs(), startMs),
                                Math.min(rule.untilMs(), endMs)))
                        .toList());
    }

    /** Reviews come often, so that a short session has several; solves come never: they decide nothing here. */
    private static HalfspreadConfig config(final HalfspreadConfig base, final int port, final Path folder) {
        final Path work = folder.resolveSibling(folder.getFileName() + "-tuning");
        return base.with(ConfigOption.MODE, "live")
                .with(ConfigOption.ASSET, base.assets().get(0))
                .with(ConfigOption.ACCOUNT, "none")
                .with(ConfigOption.VENUE_NETWORK, "testnet")
                .with(ConfigOption.VENUE_URL, "http://127.0.0.1:" + port)
                .with(ConfigOption.STOP_CLOSE_POSITION, "true")
                .with(ConfigOption.ACCOUNT_REVIEW, "5000")
                .with(ConfigOption.QUOTING_HALF_SPREAD, "1")
                .with(ConfigOption.QUOTING_MAX_BPS_DIFF, "0.5")
                .with(ConfigOption.CAPTURE_SEGMENT, "1")
                .with(ConfigOption.SOLVER_INTERVAL, "600000")
                .with(ConfigOption.SOLVER_REPORT, "3600000")
                .with(ConfigOption.SOLVER_DRIFT, "1000")
                .with(
                        ConfigOption.PATHS_PARAMS,
                        work.resolve("tuning_params.json").toString())
                .with(ConfigOption.PATHS_DROPS, work.resolve("drops").toString())
                .with(ConfigOption.PATHS_LEDGER, work.resolve("ledger.yaml").toString())
                .with(ConfigOption.PATHS_NONCES, work.resolve("nonces").toString());
    }

    @Override
    public SessionHost inner() {
        return host;
    }

    @Override
    public void attach(final LiveSession wired, final TuningControl tuning) {
        session = wired;
        invariants = new Invariants(SessionFacts.of(wired), limits, violations);
        host.attach(wired, tuning);
    }
}
