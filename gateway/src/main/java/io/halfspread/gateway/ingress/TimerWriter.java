package io.halfspread.gateway.ingress;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.TimerEncoder;
import io.halfspread.engine.ring.EventPublisher;
import org.agrona.MutableDirectBuffer;

/**
 * Writes timers at the multiples of 100 ms since the epoch, each before any event that is not earlier. Multiples that pass
 * in one go are written one by one; those that find the ring full are left out and counted. For the one thread that writes
 * the ring.
 */
@HotPath
final class TimerWriter {
    private static final long INTERVAL_NS = 100_000_000L;
    private static final int ALL = 65535;
    private static final long NOT_STARTED = Long.MIN_VALUE;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final TimerEncoder timer = new TimerEncoder();
    private final EventPublisher publisher;
    private long nextNs = NOT_STARTED;
    private long written;
    private long missed;

    TimerWriter(final EventPublisher publisher) {
        this.publisher = publisher;
    }

    /** Writes what is due; without room, only counts it. */
    int write(final long nowNs, final boolean room) {
        if (nextNs == NOT_STARTED) {
            nextNs = after(nowNs);
        }
        final long before = written;
        boolean writable = room;
        while (nextNs <= nowNs) {
            final MutableDirectBuffer slot = writable ? publisher.claim() : null;
            if (slot == null) {
                writable = false;
                final long resumeNs = after(nowNs);
                missed += (resumeNs - nextNs) / INTERVAL_NS;
                nextNs = resumeNs;
                break;
            }
            timer.wrapAndApplyHeader(slot, 0, header)
                    .ingestNs(nextNs)
                    .venueNs(TimerEncoder.venueNsNullValue())
                    .instrument(ALL);
            publisher.publish(timer.limit());
            written++;
            nextNs += INTERVAL_NS;
        }
        return (int) (written - before);
    }

    long written() {
        return written;
    }

    long missed() {
        return missed;
    }

    private static long after(final long ns) {
        return Math.floorDiv(ns, INTERVAL_NS) * INTERVAL_NS + INTERVAL_NS;
    }
}
