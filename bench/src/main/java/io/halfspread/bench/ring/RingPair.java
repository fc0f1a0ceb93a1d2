package io.halfspread.bench.ring;

import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.MessageHandler;
import io.halfspread.engine.ring.RingReader;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Two rings and a second thread that answers every message of the first on the second. */
@State(Scope.Thread)
public class RingPair {
    private static final int MESSAGE_LENGTH = 64;
    private static final int BATCH = 64;

    private final EventRing there = new EventRing(EventRing.DEFAULT_SLOTS);
    private final EventRing back = new EventRing(EventRing.DEFAULT_SLOTS);
    private final RingReader thereReader = there.newReader();
    private final RingReader backReader = back.newReader();
    private final MessageHandler answer = this::answer;
    private final MessageHandler keep = this::keep;
    private SpinningThread other;
    private long received;

    /** Starts the answering thread. */
    @Setup(Level.Trial)
    public void start() {
        other = SpinningThread.start(() -> thereReader.poll(answer, BATCH) > 0);
    }

    /**
     * Stops the answering thread.
     *
     * @throws InterruptedException when the benchmark is interrupted
     */
    @TearDown(Level.Trial)
    public void stop() throws InterruptedException {
        other.stop();
    }

    long roundTrip(final long value) {
        publish(there, value);
        while (backReader.poll(keep, 1) == 0) {
            Thread.onSpinWait();
        }
        return received;
    }

    private static void publish(final EventRing ring, final long value) {
        MutableDirectBuffer slot = ring.claim();
        while (slot == null) {
            Thread.onSpinWait();
            slot = ring.claim();
        }
        slot.putLong(0, value);
        ring.publish(MESSAGE_LENGTH);
    }

    private void answer(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        publish(back, buffer.getLong(offset));
    }

    private void keep(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        received = buffer.getLong(offset);
    }
}
