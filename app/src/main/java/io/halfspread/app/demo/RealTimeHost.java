package io.halfspread.app.demo;

import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.live.LiveSession;
import io.halfspread.app.live.RealPump;
import io.halfspread.app.live.SessionHost;
import io.halfspread.app.live.SessionMode;
import io.halfspread.app.live.SessionPump;
import io.halfspread.app.live.SessionRuntime;
import io.halfspread.app.live.VenueAccess;
import io.halfspread.app.tuning.TuningControl;
import io.halfspread.gateway.rest.WeightBudget;
import io.halfspread.sim.server.SimVenue;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** A session with a simulated venue on the system's clock: the venue has a thread of its own, the session those that are configured. */
public final class RealTimeHost implements SessionHost {
    private final HalfspreadConfig config;
    private final long seed;
    private final SessionRuntime runtime;
    private final RealPump pump;
    private final LongConsumer script;

    /**
     * Prepares a session.
     *
     * @param config wiring, with its places and the venue's address
     * @param seed   of key and session
     * @param venue  runs already
     * @param script makes the script of the session
     */
    public RealTimeHost(
            final HalfspreadConfig config, final long seed, final SimVenue venue, final ScriptMaker script) {
        this.config = config;
        this.seed = seed;
        runtime = SessionRuntime.of(config);
        pump = new RealPump(runtime.clocks().get());
        this.script = script.make(() -> {}, venue::dropOneConnection);
    }

    @Override
    public SessionRuntime runtime() {
        return runtime;
    }

    @Override
    public long seed() {
        return DemoVenue.sessionId(seed);
    }

    @Override
    public VenueAccess access(final SessionMode mode, final Consumer<String> log) {
        return VenueAccess.withKey(config, DemoVenue.key(seed), runtime.clocks().get(), WeightBudget.ofVenue());
    }

    @Override
    public SessionPump pump() {
        return pump;
    }

    @Override
    public void attach(final LiveSession session, final TuningControl tuning) {
        pump.attach(session);
    }

    @Override
    public void onTick(final long elapsedNs) {
        script.accept(elapsedNs);
    }
}
