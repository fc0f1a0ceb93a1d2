package io.halfspread.app.live;

import io.halfspread.app.tuning.TuningControl;
import java.util.function.Consumer;

/** A host around another one that looks on: what it does not say itself, the inner one says. */
public interface SurroundingHost extends SessionHost {
    /**
     * The host that does the work.
     *
     * @return the inner host, always the same
     */
    SessionHost inner();

    @Override
    default SessionRuntime runtime() {
        return inner().runtime();
    }

    @Override
    default long seed() {
        return inner().seed();
    }

    @Override
    default VenueAccess access(final SessionMode mode, final Consumer<String> log) {
        return inner().access(mode, log);
    }

    @Override
    default SessionPump pump() {
        return inner().pump();
    }

    @Override
    default void attach(final LiveSession session, final TuningControl tuning) {
        inner().attach(session, tuning);
    }

    @Override
    default void onTick(final long elapsedNs) {
        inner().onTick(elapsedNs);
    }
}
