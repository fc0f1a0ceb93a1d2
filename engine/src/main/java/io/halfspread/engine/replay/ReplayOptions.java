package io.halfspread.engine.replay;

import io.halfspread.engine.agent.ThreadingMode;
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
 */
public record ReplayOptions(
        ThreadingMode threading,
        int batch,
        double speed,
        MessageHandler observer,
        SideQueue liveDrops,
        Recorder recorder) {
    /** Most events the engine handles in one step unless said otherwise. */
    public static final int DEFAULT_BATCH = 256;

    /**
     * As fast as it goes, on the caller's thread, not recorded.
     *
     * @return the options
     */
    public static ReplayOptions defaults() {
        return new ReplayOptions(ThreadingMode.INVOKED, DEFAULT_BATCH, 0, null, null, null);
    }
}
