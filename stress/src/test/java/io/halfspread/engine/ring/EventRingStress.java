package io.halfspread.engine.ring;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * One thread writes three messages into a ring of two slots, another reads them twice, once behind the other: messages are whole, a
 * slot is not written again before the last reader gave it back, and the reader behind never sees more than the one before.
 */
@JCStressTest
@Outcome(id = "[0-3], 0, 0", expect = Expect.ACCEPTABLE, desc = "whole and in order")
@Outcome(expect = Expect.FORBIDDEN, desc = "torn, overtaken or out of order")
@State
public class EventRingStress {
    private static final int LENGTH = 64;

    private final EventRing ring = new EventRing(2);
    private final RingReader first = ring.newReader();
    private final RingReader behind = ring.newReader(first);
    private final Check ahead = new Check();
    private final Check later = new Check();

    /** Writes as far as there is room. */
    @Actor
    public void write() {
        for (int number = 0; number < 3; number++) {
            final MutableDirectBuffer slot = ring.claim();
            if (slot == null) {
                return;
            }
            for (int at = 0; at < LENGTH; at += Long.BYTES) {
                slot.putLong(at, number + 1);
            }
            ring.publish(LENGTH);
        }
    }

    /** Reads what is there, with both readers in turn: the one behind frees the slots. */
    @Actor
    public void read(final III_Result result) {
        int count = 0;
        for (int i = 0; i < 3; i++) {
            first.poll(ahead, 1);
            count += behind.poll(later, 1);
            if (behind.position() > first.position()) {
                later.wrong |= 4;
            }
        }
        result.r1 = count;
        result.r2 = ahead.wrong;
        result.r3 = later.wrong;
    }

    /** Looks at each message. */
    private static final class Check implements MessageHandler {
        private int wrong;

        @Override
        public void onMessage(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
            wrong |= length != LENGTH ? 1 : 0;
            for (int at = 0; at < LENGTH; at += Long.BYTES) {
                wrong |= buffer.getLong(offset + at) != sequence + 1 ? 2 : 0;
            }
        }
    }
}
