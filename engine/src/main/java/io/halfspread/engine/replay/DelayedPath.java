package io.halfspread.engine.replay;

/**
 * One way of a connection: what is sent later never arrives earlier. Delays are drawn from a distribution by a counter under
 * a seed, so the same messages at the same times arrive at the same times. For one thread.
 */
final class DelayedPath {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final Latency latency;
    private final boolean immediate;
    private long state;
    private long lastNs = Long.MIN_VALUE;

    DelayedPath(final Latency latency, final long seed) {
        this.latency = latency;
        this.immediate = latency.isNone();
        this.state = seed;
    }

    /** A path without delay. */
    static DelayedPath immediate() {
        return new DelayedPath(Latency.none(), 0);
    }

    boolean isImmediate() {
        return immediate;
    }

    /** When that arrives which is sent now. */
    long arrivalNs(final long nowNs) {
        if (immediate) {
            return nowNs;
        }
        lastNs = Math.max(lastNs, nowNs + latency.drawNs(nextBits()));
        return lastNs;
    }

    /** The next number of the SplitMix64 sequence. */
    private long nextBits() {
        state += GOLDEN_GAMMA;
        long bits = state;
        bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
        return bits ^ bits >>> 31;
    }
}
