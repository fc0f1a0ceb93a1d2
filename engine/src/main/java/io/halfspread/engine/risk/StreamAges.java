package io.halfspread.engine.risk;

import io.halfspread.codec.contract.HotPath;

/**
 * When each stream of one instrument was heard last. A stream that was never heard is not missed; one that was heard and is
 * silent for longer than its limit is. Engine thread only.
 */
@HotPath
public final class StreamAges {
    /** Best bid and offer. */
    public static final int BBO = 0;
    /** Five-level book. */
    public static final int FAST_BOOK = 1;
    /** Twenty-level book. */
    public static final int DEEP_BOOK = 2;
    /** Mark and oracle price. */
    public static final int CONTEXT = 3;
    /** Number of streams. */
    public static final int COUNT = 4;
    /** No stream. */
    public static final int NONE = -1;

    private static final long NEVER = Long.MIN_VALUE;

    private final long[] heardNs = {NEVER, NEVER, NEVER, NEVER};
    private final boolean[] silent = new boolean[COUNT];
    private int silentCount;

    /** Nothing heard yet. */
    public StreamAges() {}

    /**
     * A stream was heard.
     *
     * @param stream which
     * @param nowNs  event time
     * @return true when it had been silent for too long
     */
    public boolean heard(final int stream, final long nowNs) {
        heardNs[stream] = nowNs;
        if (!silent[stream]) {
            return false;
        }
        silent[stream] = false;
        silentCount--;
        return true;
    }

    /**
     * Looks for a stream that has fallen silent since the last look; one at a time.
     *
     * @param limitsNs longest silence by stream; 0 for no limit
     * @param nowNs    event time
     * @return the stream, or {@link #NONE}
     */
    public int fallenSilent(final long[] limitsNs, final long nowNs) {
        for (int stream = 0; stream < COUNT; stream++) {
            if (limitsNs[stream] > 0
                    && !silent[stream]
                    && heardNs[stream] != NEVER
                    && nowNs - heardNs[stream] >= limitsNs[stream]) {
                silent[stream] = true;
                silentCount++;
                return stream;
            }
        }
        return NONE;
    }

    /**
     * Whether a stream is silent for too long.
     *
     * @return true until it is heard again
     */
    public boolean anySilent() {
        return silentCount > 0;
    }

    /**
     * Age of a stream that was heard.
     *
     * @param stream which
     * @param nowNs  event time
     * @return ns since it was heard last
     */
    public long ageNs(final int stream, final long nowNs) {
        return nowNs - heardNs[stream];
    }
}
