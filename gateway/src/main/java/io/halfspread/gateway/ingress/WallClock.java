package io.halfspread.gateway.ingress;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.time.Clock;
import java.time.Instant;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.NanoClock;

/**
 * Nanoseconds since the epoch that never run backwards: the wall clock once, at the start, and from there on the system's
 * monotonic clock. A wall clock set while the program runs is therefore not followed; one that is disciplined in small
 * steps is, because systems slew the monotonic clock along. For one thread.
 */
@HotPath
public final class WallClock implements EpochNanoClock {
    private static final long SECOND_NS = 1_000_000_000L;

    private final NanoClock monotonic;
    private final long offsetNs;
    private long lastNs;

    /**
     * Anchors a clock now.
     *
     * @param wall      read once
     * @param monotonic read for every time
     */
    public WallClock(final Clock wall, final NanoClock monotonic) {
        this.monotonic = monotonic;
        final long beforeNs = monotonic.nanoTime();
        final Instant anchor = wall.instant();
        final long afterNs = monotonic.nanoTime();
        offsetNs = anchor.getEpochSecond() * SECOND_NS + anchor.getNano() - (beforeNs + (afterNs - beforeNs) / 2);
        lastNs = Long.MIN_VALUE;
    }

    private WallClock(final NanoClock monotonic, final long offsetNs) {
        this.monotonic = monotonic;
        this.offsetNs = offsetNs;
        lastNs = Long.MIN_VALUE;
    }

    /**
     * The same time for another thread.
     *
     * @return a clock with the same anchor
     */
    @ColdPath("wiring")
    public WallClock twin() {
        return new WallClock(monotonic, offsetNs);
    }

    /**
     * A clock on the system's clocks.
     *
     * @return the clock, anchored now
     */
    @ColdPath("once")
    public static WallClock ofSystem() {
        return new WallClock(Clock.systemUTC(), System::nanoTime);
    }

    @Override
    public long nanoTime() {
        lastNs = Math.max(lastNs, monotonic.nanoTime() + offsetNs);
        return lastNs;
    }
}
