package io.halfspread.app.live;

import io.halfspread.app.view.HopHistogram;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.engine.ring.MessageHandler;
import io.halfspread.engine.ring.RingReader;
import java.nio.ByteOrder;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.broadcast.BroadcastBufferDescriptor;
import org.agrona.concurrent.broadcast.BroadcastReceiver;
import org.agrona.concurrent.broadcast.BroadcastTransmitter;

/**
 * Watches both rings: counts everything, and copies it to a broadcast buffer for observers, who may lose but never hold
 * anybody up. It runs beside the journal.
 */
final class SessionTap implements Agent {
    private static final int INPUT = 1;
    private static final int OUTPUT = 2;
    private static final int KIND_BITS = 2;
    private static final long NONE = Long.MIN_VALUE;
    private static final int SEQUENCE_MASK = (1 << 28) - 1;
    private static final int BROADCAST_BYTES = 1 << 21;
    private static final int BATCH = 256;

    private final RingReader inputs;
    private final RingReader outputs;
    private final SessionTally tally;
    private final EpochNanoClock clock;
    private final HopHistogram recorded = new HopHistogram();
    private final UnsafeBuffer memory = new UnsafeBuffer(
            BufferUtil.allocateDirectAligned(BROADCAST_BYTES + BroadcastBufferDescriptor.TRAILER_LENGTH, 64));
    private final BroadcastTransmitter transmitter = new BroadcastTransmitter(memory);
    private final MessageHandler onInput = this::onInput;
    private final MessageHandler onOutput = this::onOutput;
    private long oldestNs = NONE;

    /**
     * Watches two rings.
     *
     * @param inputs  reader of the input ring
     * @param outputs reader of the output ring
     * @param tally   counts
     * @param clock   the session's clock, for this thread
     */
    SessionTap(
            final RingReader inputs, final RingReader outputs, final SessionTally tally, final EpochNanoClock clock) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.tally = tally;
        this.clock = clock;
    }

    /** From an input's arrival until it was recorded and broadcast; once for each batch, of its oldest. */
    HopHistogram recorded() {
        return recorded;
    }

    /** Whether a broadcast message is an input of the engine; else it is an output. */
    static boolean isInput(final int typeId) {
        return (typeId & (1 << KIND_BITS) - 1) == INPUT;
    }

    /**
     * Sequence of a broadcast message in its ring: the type has its low bits.
     *
     * @param typeId   type of the message
     * @param expected the sequence that comes when nothing was lost; what is lost is less than 2^28 messages
     */
    static long sequence(final int typeId, final long expected) {
        return expected + ((typeId >>> KIND_BITS) - expected & SEQUENCE_MASK);
    }

    private static int typeId(final int kind, final long sequence) {
        return (int) (sequence & SEQUENCE_MASK) << KIND_BITS | kind;
    }

    /** A reader of what is broadcast from now on, for one thread. */
    BroadcastReceiver newReceiver() {
        return new BroadcastReceiver(memory);
    }

    @Override
    public int doWork() {
        // What these inputs answer was published before them: read first, so that no answer is seen before its command.
        final int waiting = (int) Math.min(BATCH, inputs.backlog());
        int work = 0;
        int read;
        do {
            read = outputs.poll(onOutput, BATCH);
            work += read;
        } while (read == BATCH);
        if (waiting == 0) {
            return work;
        }
        oldestNs = NONE;
        final int taken = inputs.poll(onInput, waiting);
        if (oldestNs != NONE) {
            recorded.record(clock.nanoTime() - oldestNs);
        }
        return work + taken;
    }

    @Override
    public void onClose() {
        while (doWork() > 0) {
            Thread.onSpinWait();
        }
    }

    @Override
    public String roleName() {
        return "tap";
    }

    private void onInput(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        if (oldestNs == NONE) {
            oldestNs = buffer.getLong(offset + MessageHeaderDecoder.ENCODED_LENGTH, ByteOrder.LITTLE_ENDIAN);
        }
        tally.onInput(buffer, offset, sequence);
        transmitter.transmit(typeId(INPUT, sequence), buffer, offset, length);
    }

    private void onOutput(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        tally.onOutput(buffer, offset);
        transmitter.transmit(typeId(OUTPUT, sequence), buffer, offset, length);
    }
}
