package io.halfspread.app.demo;

import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.live.LiveSession;
import io.halfspread.app.live.SessionHost;
import io.halfspread.app.live.SessionMode;
import io.halfspread.app.live.SessionPump;
import io.halfspread.app.live.SessionRuntime;
import io.halfspread.app.live.VenueAccess;
import io.halfspread.app.live.Warmth;
import io.halfspread.app.tuning.TuningControl;
import io.halfspread.engine.agent.Idling;
import io.halfspread.engine.agent.ThreadPlacement;
import io.halfspread.engine.agent.ThreadingMode;
import io.halfspread.gateway.rest.WeightBudget;
import io.halfspread.gateway.session.ConnectionBudget;
import io.halfspread.sim.server.SimVenue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.agrona.LangUtil;

/** A demonstration on a virtual clock: venue and session are stepped by the thread that runs it. */
public final class LockStepHost implements SessionHost {
    private static final long LOOK_NS = TimeUnit.SECONDS.toNanos(20);

    private final HalfspreadConfig config;
    private final long seed;
    private final VirtualClock clock = new VirtualClock();
    private final SimVenue venue;
    private final LockStep lockStep;
    private final SessionRuntime runtime;
    private final LongConsumer script;
    private TuningControl tuning;

    /**
     * Prepares a demonstration.
     *
     * @param config wiring, with its places and the venue's address
     * @param seed   of key and session
     * @param venue  holds its messages; closed by the caller
     * @param script makes the script of the session
     */
    public LockStepHost(
            final HalfspreadConfig config, final long seed, final SimVenue venue, final ScriptMaker script) {
        this.config = config;
        this.seed = seed;
        this.venue = venue;
        lockStep = new LockStep(clock, venue);
        runtime = new SessionRuntime(
                () -> clock,
                ThreadingMode.INVOKED,
                Idling.SPIN,
                told -> ThreadPlacement.ANYWHERE,
                Warmth.NONE,
                false,
                new ConnectionBudget(
                        ConnectionBudget.VENUE_PER_MINUTE, ConnectionBudget.VENUE_AT_ONCE, lockStep::mayDial),
                new ConnectionBudget(
                        ConnectionBudget.VENUE_PER_MINUTE, ConnectionBudget.VENUE_AT_ONCE, lockStep::mayDial));
        this.script = script.make(this::takeDrop, this::cut);
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
        final VenueAccess access = VenueAccess.withKey(config, DemoVenue.key(seed), clock, WeightBudget.unlimited());
        lockStep.attach(access);
        return access;
    }

    @Override
    public SessionPump pump() {
        return lockStep;
    }

    @Override
    public void attach(final LiveSession session, final TuningControl control) {
        tuning = control;
        lockStep.attach(session);
    }

    @Override
    public void onTick(final long elapsedNs) {
        script.accept(elapsedNs);
    }

    /**
     * Lets time pass for the venue alone, as while the process of the session stands still. On the thread that steps both.
     *
     * @param ns how long
     */
    public void freeze(final long ns) {
        lockStep.freeze(ns);
    }

    /** The watcher looks at real files in real time, while the session's time stands still. */
    private void takeDrop() {
        final long deadlineNs = System.nanoTime() + LOOK_NS;
        while (tuning.queue().isEmpty()) {
            if (System.nanoTime() > deadlineNs) {
                throw new IllegalStateException("a dropped file was not noticed within 20 s");
            }
            try {
                tuning.watcher().doWork();
            } catch (final Exception e) {
                LangUtil.rethrowUnchecked(e);
            }
        }
        lockStep.settle();
    }

    private void cut() {
        venue.dropOneConnection();
        lockStep.settle();
    }
}
