package io.halfspread.app.live;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.StopSignals;
import io.halfspread.app.demo.DemoVenue;
import io.halfspread.app.demo.LockStepHost;
import io.halfspread.app.tuning.TuningControl;
import io.halfspread.codec.action.ActionBatch;
import io.halfspread.codec.action.ActionMsgpack;
import io.halfspread.codec.action.PostEnvelope;
import io.halfspread.codec.action.Signature;
import io.halfspread.gateway.sign.ActionSigner;
import io.halfspread.sim.exchange.Rule;
import io.halfspread.sim.server.AccountTruth;
import io.halfspread.sim.server.SimNetwork;
import io.halfspread.sim.server.SimVenue;
import io.halfspread.sim.server.VenueConfig;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.agrona.ExpandableArrayBuffer;

/** A whole session and its venue on a virtual clock over real sockets, with a script of the test's own. */
final class Rehearsal implements SurroundingHost {
    static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long SEED = 7;
    private static final long DECIMAL8 = 100_000_000L;

    /** What happens at a time; asked again and again. */
    interface Script {
        void at(Rehearsal rehearsal, long elapsedNs) throws Exception;
    }

    private final LockStepHost host;
    private final SimVenue venue;
    private final String account;
    private final Script script;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private AccountTruth last;
    private LiveSession session;
    private SessionReport report;

    /** A venue that grants its dead man's switch to everybody. */
    static VenueConfig.Builder granting(final VenueConfig.Builder venue) {
        return venue.exchange(rules -> rules.without(Rule.SCHEDULE_VOLUME));
    }

    private Rehearsal(final LockStepHost host, final SimVenue venue, final String account, final Script script) {
        this.host = host;
        this.venue = venue;
        this.account = account;
        this.script = script;
    }

    /** Runs a session of a length, at a venue as the demonstration's, and gives what is left to look at. */
    static Rehearsal run(
            final Path folder,
            final double seconds,
            final Map<ConfigOption, String> options,
            final UnaryOperator<VenueConfig.Builder> atVenue,
            final Script script) {
        final String account;
        try (var key = DemoVenue.key(SEED)) {
            account = key.addressText();
        }
        final VenueConfig.Builder wanted = VenueConfig.builder()
                .seed(SEED)
                .network(SimNetwork.TESTNET)
                .account(account, DemoVenue.DEPOSIT_USDC * DECIMAL8)
                .coin("HYPE")
                .heldFrames(true);
        try (SimVenue venue = SimVenue.open(atVenue.apply(wanted).build());
                StopSignals signals = new StopSignals()) {
            HalfspreadConfig config = HalfspreadConfig.load(
                            Path.of(System.getProperty("halfspread.home"), "config", "halfspread.yaml"))
                    .with(ConfigOption.VENUE_URL, "http://127.0.0.1:" + venue.port())
                    .with(ConfigOption.CAPTURE_SEGMENT, "1")
                    .with(ConfigOption.SOLVER_INTERVAL, "600000")
                    .with(ConfigOption.SOLVER_DRIFT, "1000")
                    .with(ConfigOption.QUOTING_HALF_SPREAD, "1")
                    .with(
                            ConfigOption.PATHS_PARAMS,
                            folder.resolve("tuning_params.json").toString())
                    .with(ConfigOption.PATHS_DROPS, folder.resolve("drops").toString())
                    .with(
                            ConfigOption.PATHS_LEDGER,
                            folder.resolve("ledger.yaml").toString())
                    .with(ConfigOption.PATHS_NONCES, folder.resolve("nonces").toString());
            for (final Map.Entry<ConfigOption, String> option : options.entrySet()) {
                config = config.with(option.getKey(), option.getValue());
            }
            final Rehearsal rehearsal = new Rehearsal(
                    new LockStepHost(config, SEED, venue, (onDrop, cut) -> elapsedNs -> {}), venue, account, script);
            rehearsal.report = new LiveMarket(
                            config, "test", new PrintStream(rehearsal.log, true, StandardCharsets.UTF_8), signals)
                    .run(rehearsal, SessionMode.SIMULATED, folder.resolve("capture"), seconds, () -> {});
            rehearsal.last = venue.truth(account);
            return rehearsal;
        }
    }

    LiveSession session() {
        return session;
    }

    SessionReport report() {
        return report;
    }

    /** What the venue itself knows, now or at the end. */
    AccountTruth truth() {
        return last == null ? venue.truth(account) : last;
    }

    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    long logged(final String words) {
        return log().lines().filter(line -> line.contains(words)).count();
    }

    /** The session's process stands still. */
    void freeze(final long ns) {
        host.freeze(ns);
    }

    /** The account's position moves by something that is no fill and that nobody is told. */
    void move(final long size, final long px) {
        venue.move(account, 0, size, px);
    }

    /** Somebody else acts for the same account with the same key. */
    String actBehindItsBack(final Consumer<ActionBatch> action) throws Exception {
        final ActionBatch batch = new ActionBatch(8);
        action.accept(batch);
        final VenueAccess access = session.trading().access();
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(4096);
        final long nonce = access.nonces().next();
        final Signature signature = new Signature();
        new ActionSigner(access.key(), access.network())
                .sign(
                        buffer,
                        0,
                        ActionMsgpack.encode(batch, buffer, 0),
                        nonce,
                        null,
                        ActionSigner.NO_EXPIRY,
                        signature);
        final byte[] body =
                new byte[PostEnvelope.encodeExchange(batch, nonce, signature, null, PostEnvelope.NO_EXPIRY, buffer, 0)];
        buffer.getBytes(0, body);
        return host.pump()
                .blocking(() -> new String(access.exchange().post(body).body(), StandardCharsets.UTF_8));
    }

    @Override
    public SessionHost inner() {
        return host;
    }

    @Override
    public void attach(final LiveSession wired, final TuningControl tuning) {
        session = wired;
        host.attach(wired, tuning);
    }

    @Override
    public void onTick(final long elapsedNs) {
        try {
            script.at(this, elapsedNs);
        } catch (final RuntimeException e) {
            throw e;
        } catch (final Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
