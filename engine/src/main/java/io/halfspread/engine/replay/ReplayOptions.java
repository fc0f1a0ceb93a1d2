package io.halfspread.engine.replay;

import io.halfspread.engine.agent.Idling;
import io.halfspread.engine.agent.ThreadPlacement;
import io.halfspread.engine.agent.ThreadingMode;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.MessageHandler;
import io.halfspread.engine.ring.SideQueue;

/**
 * How a replay runs; none of it changes what it computes, but live drops.
 *
 * @param threading which threads step the agents
 * @param batch     most events the engine handles in one step
 * @param speed     times real time, 0 for as fast as it goes
 * @param observer  gets every output on the thread that writes the ring, or null
 * @param liveDrops parameter events that come while it runs, or null
 * @param recorder  records the session, or null
 * @param idling    what threads do without work
 * @param placement where threads run
 * @param ringSlots slots of either ring, a power of two, at least 1,024
 */
public record ReplayOptions(
        ThreadingMode threading,
        int batch,
        double speed,
        MessageHandler observer,
        SideQueue liveDrops,
        Recorder recorder,
        Idling idling,
        ThreadPlacement placement,
        int ringSlots) {
    /** Most events the engine handles in one step unless said otherwise. */
    public static final int DEFAULT_BATCH = 256;

    /**
     * Threads wherever the system puts them, backing off, rings of the default size, nothing live.
     *
     * @param threading which threads step the agents
     * @param batch     most events the engine handles in one step
     * @param speed     times real time, 0 for as fast as it goes
     * @param recorder  records the session, or null
     * @return the options
     */
    public static ReplayOptions on(
            final ThreadingMode threading, final int batch, final double speed, final Recorder recorder) {
        return new ReplayOptions(
                threading,
                batch,
                speed,
                null,
                null,
                recorder,
                Idling.BACKOFF,
                ThreadPlacement.ANYWHERE,
                EventRing.DEFAULT_SLOTS);
    }

    /**
     * As fast as it goes, on the caller's thread, not recorded.
     *
     * @return the options
     */
    public static ReplayOptions defaults() {
        return on(ThreadingMode.INVOKED, DEFAULT_BATCH, 0, null);
    }
}
