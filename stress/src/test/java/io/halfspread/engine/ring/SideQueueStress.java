package io.halfspread.engine.ring;

import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A cold thread offers two events while the ring's writer drains: each event comes whole, in order, once. */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "drained before the first")
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "the first alone")
@Outcome(id = "2, 0", expect = Expect.ACCEPTABLE, desc = "both, in order")
@Outcome(expect = Expect.FORBIDDEN, desc = "torn, out of order or twice")
@State
public class SideQueueStress implements EventPublisher {
    private static final int LENGTH = 48;

    private final SideQueue queue = new SideQueue(16 * EventRing.SLOT_LENGTH);
    private final UnsafeBuffer event = new UnsafeBuffer(new byte[LENGTH]);
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[EventRing.SLOT_LENGTH]);
    private int next = 1;
    private int wrong;

    /** Offers the events 1 and 2. */
    @Actor
    public void offer() {
        for (int number = 1; number <= 2; number++) {
            for (int at = 0; at < LENGTH; at += Long.BYTES) {
                event.putLong(at, number);
            }
            queue.offer(event, LENGTH);
        }
    }

    /** Drains once. */
    @Actor
    public void drain(final II_Result result) {
        result.r1 = queue.drain(this, 7);
        result.r2 = wrong;
    }

    @Override
    public MutableDirectBuffer claim() {
        return slot;
    }

    @Override
    public long publish(final int length) {
        wrong |= length != LENGTH ? 1 : 0;
        for (int at = 0; at < LENGTH; at += Long.BYTES) {
            wrong |= slot.getLong(at) != (at == 8 ? 7 : next) ? 2 : 0;
        }
        next++;
        return 0;
    }
}
