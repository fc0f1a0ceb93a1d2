package io.halfspread.app.soak;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Progress;
import io.halfspread.app.console.StopSignals;
import io.halfspread.app.demo.DemoVenue;
import io.halfspread.app.demo.RealTimeHost;
import io.halfspread.app.live.LiveMarket;
import io.halfspread.app.live.LiveSession;
import io.halfspread.app.live.SessionHost;
import io.halfspread.app.live.SessionMode;
import io.halfspread.app.live.SurroundingHost;
import io.halfspread.app.replay.Verification;
import io.halfspread.app.tuning.TuningControl;
import io.halfspread.gateway.sign.SigningKey;
import io.halfspread.sim.exchange.Rule;
import io.halfspread.sim.server.SimNetwork;
import io.halfspread.sim.server.SimVenue;
import io.halfspread.sim.server.VenueConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One long session on the real clock, over real sockets, on a venue whose market moves many times as fast as its own: nothing
 * of what it holds may grow, and no heartbeat may be missed.
 */
public final class Endurance implements SurroundingHost {
    private static final double SECOND_NS = 1e9;
    private static final int KNOWN = 1_000;
    /** So that a minute of them stays within the venue's weight for an address. */
    private static final String ORDERS_PER_SECOND = "10";

    private final HalfspreadConfig config;
    private final EnduranceRequest request;
    private final String account;
    private final SimVenue venue;
    private final Violations violations = new Violations();
    private final EnduranceWatch watch;
    private final RealTimeHost host;
    private LiveSession session;

    private Endurance(
            final HalfspreadConfig config,
            final EnduranceRequest request,
            final String account,
            final SimVenue venue,
            final PrintStream out) {
        this.config = config;
        this.request = request;
        this.account = account;
        this.venue = venue;
        watch = new EnduranceWatch(
                venue,
                account,
                DemoVenue.sessionId(request.seed()),
                SoakLimits.of(config),
                (long) (request.sampleSeconds() * SECOND_NS),
                violations,
                out);
        host = new RealTimeHost(config, request.seed(), venue, (onDrop, cut) -> watch);
    }

    /**
     * Runs it.
     *
     * @param base    wiring; venue, account and places are the run's own
     * @param request what was asked for
     * @param build   version of this program
     * @param out     told of each sample
     * @param signals wishes to end; what was measured until then is judged
     * @return what it came to
     * @throws Failure when files cannot be written
     */
    public static EnduranceReport run(
            final HalfspreadConfig base,
            final EnduranceRequest request,
            final String build,
            final PrintStream out,
            final StopSignals signals) {
        final Path folder = LiveMarket.folder(base, "endurance");
        final String account;
        try (SigningKey key = DemoVenue.key(request.seed())) {
            account = key.addressText();
        }
        final String coin = base.assets().get(0);
        try (SimVenue venue = SimVenue.start(venue(request, coin, account))) {
            final HalfspreadConfig config = config(base, coin, venue.port(), folder);
            final Endurance endurance = new Endurance(config, request, account, venue, out);
            Files.createDirectories(folder.getParent());
            try (OutputStream file = Files.newOutputStream(folder.resolveSibling(folder.getFileName() + ".log"));
                    PrintStream log = new PrintStream(file, false, StandardCharsets.UTF_8)) {
                return endurance.run(folder, build, log, out, signals);
            }
        } catch (final IOException e) {
            throw Failure.environment(folder + ": cannot be written: " + e.getMessage());
        }
    }

    private EnduranceReport run(
            final Path folder,
            final String build,
            final PrintStream log,
            final PrintStream out,
            final StopSignals signals)
            throws IOException {
        try (watch) {
            new LiveMarket(config, build, log, signals)
                    .run(this, SessionMode.SIMULATED, folder, request.sessionSeconds(), () -> {});
        }
        final long endNs = (long) (request.seconds() * SECOND_NS);
        EnduranceJudge.judge(watch.samples(), violations, endNs);
        SessionEnd.check(SessionFacts.of(session), venue.ask(account).join(), violations, endNs);
        out.println("the capture is verified");
        final Verification verification = Verification.of(folder, new Progress(null, false, "verify"));
        if (!verification.ok()) {
            violations.add(
                    "the replay of the capture",
                    endNs,
                    verification.report().ok()
                            ? verification.difference()
                            : verification.report().problem());
        }
        final String outcome = OutcomeAudit.of(folder);
        if (outcome != null) {
            violations.add("one outcome a command", endNs, outcome);
        }
        final List<String> lines = violations.lines();
        final long bytes = size(folder);
        if (lines.isEmpty() && !request.keep()) {
            SoakFiles.delete(folder);
        }
        return new EnduranceReport(request, watch.samples(), lines, folder, bytes, verification.hash());
    }

    private static long size(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long sum = 0;
            for (final Path file : files.filter(Files::isRegularFile).toList()) {
                sum += Files.size(file);
            }
            return sum;
        }
    }

    /**
     * No request budget: at this pace an account would have none after minutes, and the session would stand still. Short
     * histories, which are full before memory is judged.
     */
    private static VenueConfig venue(final EnduranceRequest request, final String coin, final String account) {
        return VenueConfig.builder()
                .seed(request.seed())
                .network(SimNetwork.TESTNET)
                .account(account, DemoVenue.DEPOSIT_USDC * DemoVenue.DECIMAL8)
                .coin(coin)
                .speed(request.rate())
                .exchange(exchange -> exchange.without(Rule.ADDRESS_BUDGET)
                        .withLimits(exchange.limits().withHistory(KNOWN, KNOWN)))
                .build();
    }

    private static HalfspreadConfig config(
            final HalfspreadConfig base, final String coin, final int port, final Path folder) {
        final Path work = folder.resolveSibling(folder.getFileName() + "-tuning");
        return base.with(ConfigOption.MODE, "live")
                .with(ConfigOption.ASSET, coin)
                .with(ConfigOption.ACCOUNT, "none")
                .with(ConfigOption.DASHBOARD_ENABLED, "false")
                .with(ConfigOption.VENUE_NETWORK, "testnet")
                .with(ConfigOption.VENUE_URL, "http://127.0.0.1:" + port)
                .with(ConfigOption.STOP_CLOSE_POSITION, "true")
                .with(ConfigOption.BUDGET_MODE, "none")
                .with(ConfigOption.RISK_MAX_ORDERS, ORDERS_PER_SECOND)
                .with(ConfigOption.QUOTING_HALF_SPREAD, "1")
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
        watch.attach(wired);
        host.attach(wired, tuning);
    }
}
