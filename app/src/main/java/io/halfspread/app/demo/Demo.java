package io.halfspread.app.demo;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.StopSignals;
import io.halfspread.app.live.LiveMarket;
import io.halfspread.app.live.SessionHost;
import io.halfspread.app.live.SessionMode;
import io.halfspread.app.live.SessionReport;
import io.halfspread.gateway.sign.SigningKey;
import io.halfspread.sim.faults.FaultPlan;
import io.halfspread.sim.server.SimVenue;
import io.halfspread.sim.server.VenueConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The whole product for a minute, without keys or network: a venue of our own, a session that trades on it over real
 * sockets, parameter files dropped while it runs, a connection lost, a report, and the replay of what was captured.
 */
public final class Demo {
    private static final double SECOND_NS = 1e9;
    private static final String POLL_MS = "100";
    private static final String REPORT_MS = "10000";

    private final HalfspreadConfig base;
    private final DemoRequest request;
    private final String build;

    /**
     * Prepares a demonstration.
     *
     * @param base    wiring; the venue, the account and the places of tuning files are the demonstration's own
     * @param request what was asked for
     * @param build   version of this program
     */
    public Demo(final HalfspreadConfig base, final DemoRequest request, final String build) {
        this.base = base;
        this.request = request;
        this.build = build;
    }

    /**
     * Runs it.
     *
     * @param err     where log lines go
     * @param signals wishes to end
     * @return what it came to
     * @throws Failure when the port is taken or files cannot be written
     */
    public SessionReport run(final PrintStream err, final StopSignals signals) {
        final Path folder = LiveMarket.folder(base, "demo");
        final Path work = folder.resolveSibling(folder.getFileName() + "-tuning");
        final Path params = ownParams(work);
        try (SimVenue venue = venue()) {
            final HalfspreadConfig config = config(venue.port(), work, params);
            final ScriptMaker script = (onDrop, cut) ->
                    new DemoScript(work.resolve("drops"), (long) (request.seconds() * SECOND_NS), onDrop, cut)::at;
            final SessionHost host = request.lockStep()
                    ? new LockStepHost(config, request.seed(), venue, script)
                    : new RealTimeHost(config, request.seed(), venue, script);
            return new LiveMarket(config, build, err, signals)
                    .run(host, SessionMode.SIMULATED, folder, request.seconds(), () -> {});
        }
    }

    /** A copy of the tuning file in force, so that the demonstration starts from it and never touches it. */
    private Path ownParams(final Path work) {
        final Path params = work.resolve("tuning_params.json");
        final Path given = Path.of(base.text(ConfigOption.PATHS_PARAMS));
        try {
            Files.createDirectories(work);
            if (Files.isRegularFile(given)) {
                Files.copy(given, params);
            }
        } catch (final IOException e) {
            throw Failure.environment(params + ": cannot be written: " + e.getMessage());
        }
        return params;
    }

    private SimVenue venue() {
        final String account;
        try (SigningKey key = DemoVenue.key(request.seed())) {
            account = key.addressText();
        }
        final VenueConfig config = DemoVenue.config(
                request.port(), request.seed(), base.assets(), account, request.lockStep(), FaultPlan.NONE);
        try {
            return request.lockStep() ? SimVenue.open(config) : SimVenue.start(config);
        } catch (final UncheckedIOException e) {
            throw Failure.environment("--port " + request.port() + ": " + e.getMessage());
        }
    }

    private HalfspreadConfig config(final int port, final Path work, final Path params) {
        return base.with(ConfigOption.MODE, "live")
                .with(ConfigOption.ACCOUNT, "none")
                .with(ConfigOption.VENUE_NETWORK, "testnet")
                .with(ConfigOption.VENUE_URL, "http://127.0.0.1:" + port)
                .with(ConfigOption.STOP_CLOSE_POSITION, "true")
                .with(ConfigOption.PATHS_PARAMS, params.toString())
                .with(ConfigOption.PATHS_DROPS, work.resolve("drops").toString())
                .with(ConfigOption.PATHS_LEDGER, work.resolve("ledger.yaml").toString())
                .with(ConfigOption.PATHS_CONTROL, work.resolve("control").toString())
                .with(ConfigOption.PATHS_LOCKS, work.resolve("locks").toString())
                .with(ConfigOption.PATHS_NONCES, work.resolve("nonces").toString())
                .with(ConfigOption.WARM_UP, "0")
                .with(ConfigOption.SOLVER_REPORT, REPORT_MS)
                .with(ConfigOption.TIMERS_PARAMS_POLL, POLL_MS);
    }
}
