package io.halfspread.app.live;

import io.halfspread.app.tuning.TuningControl;
import java.util.function.Consumer;

/** Where a session runs: on the system's clock against a venue somewhere, or beside a venue of our own. */
public interface SessionHost {
    /**
     * Clock and threads.
     *
     * @return the runtime, always the same
     */
    SessionRuntime runtime();

    /**
     * A number that no other session shares: seeds its order ids, waits and masks.
     *
     * @return any number but 0
     */
    long seed();

    /**
     * Opens the way to the venue.
     *
     * @param mode who answers orders
     * @param log  gets lines for people
     * @return the access, to be closed
     */
    VenueAccess access(SessionMode mode, Consumer<String> log);

    /**
     * What lets the session go on while somebody waits.
     *
     * @return the pump, always the same
     */
    SessionPump pump();

    /**
     * Told of the session before it starts.
     *
     * @param session wired, not started
     * @param tuning  its parameters
     */
    void attach(LiveSession session, TuningControl tuning);

    /**
     * Told again and again how long the session runs.
     *
     * @param elapsedNs time since its start on its own clock
     */
    void onTick(long elapsedNs);
}
