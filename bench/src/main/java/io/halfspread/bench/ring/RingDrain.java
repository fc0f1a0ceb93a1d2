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

/** An event ring and a second thread that reads it. */
@State(Scope.Thread)
public class RingDrain {
    private static final int MESSAGE_LENGTH = 64;
    private static final int BATCH = 256;

    private final EventRing ring = new EventRing(EventRing.DEFAULT_SLOTS);
    private final RingReader reader = ring.newReader();
    private final MessageHandler add = this::add;
    private SpinningThread other;
    private long sum;

    /** Starts the reading thread. */
    @Setup(Level.Trial)
    public void start() {
        other = SpinningThread.start(() -> reader.poll(add, BATCH) > 0);
    }

    /**
     * Stops the reading thread.
     *
     * @throws InterruptedException when the benchmark is interrupted
     */
    @TearDown(Level.Trial)
    public void stop() throws InterruptedException {
        other.stop();
    }

    void publish(final long value) {
        MutableDirectBuffer slot = ring.claim();
        while (slot == null) {
            Thread.onSpinWait();
            slot = ring.claim();
        }
        slot.putLong(0, value);
        ring.publish(MESSAGE_LENGTH);
    }

    private void add(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        sum += buffer.getLong(offset);
    }
}
