package io.halfspread.app.live;

import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.tuning.TuningControl;
import java.util.function.Consumer;

/** A session on the system's clock, against a venue somewhere. */
final class RealHost implements SessionHost {
    private final HalfspreadConfig config;
    private final SessionRuntime runtime;
    private final RealPump pump;
    private final long seed;

    RealHost(final HalfspreadConfig config) {
        this.config = config;
        runtime = SessionRuntime.of(config);
        pump = new RealPump(runtime.clocks().get());
        seed = pump.nowNs();
    }

    @Override
    public SessionRuntime runtime() {
        return runtime;
    }

    @Override
    public long seed() {
        return seed;
    }

    @Override
    public VenueAccess access(final SessionMode mode, final Consumer<String> log) {
        try {
            return mode.trades()
                    ? VenueAccess.withKey(config, runtime.clocks().get(), log)
                    : VenueAccess.withoutKey(config, "");
        } catch (final IllegalArgumentException e) {
            throw Failure.badInput("--venue-url: " + e.getMessage());
        }
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
        // Nothing is due by time here.
    }
}
