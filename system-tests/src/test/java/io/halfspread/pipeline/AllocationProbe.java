package io.halfspread.pipeline;

import com.sun.management.ThreadMXBean;
import io.halfspread.engine.capture.CaptureInputs;
import io.halfspread.engine.handler.QuotingHandler;
import io.halfspread.engine.replay.InputSource;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.MessageHandler;
import io.halfspread.engine.ring.RingReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.agrona.ExpandableDirectByteBuffer;
import org.agrona.collections.IntArrayList;

/** Feeds a capture to a message handler and tells how many bytes the thread allocated over its second half. */
final class AllocationProbe {
    private static final int CAPACITY = 1 << 20;
    private static final int PASSES = 6;

    private final ExpandableDirectByteBuffer messages = new ExpandableDirectByteBuffer(CAPACITY);
    private final IntArrayList ends = new IntArrayList();

    AllocationProbe(final Path capture) {
        try (InputSource inputs = CaptureInputs.open(capture)) {
            int end = 0;
            while (inputs.next()) {
                messages.putBytes(end, inputs.buffer(), inputs.offset(), inputs.length());
                end += inputs.length();
                ends.addInt(end);
            }
        }
    }

    /**
     * Prints the bytes that the engine allocated.
     *
     * @param args folder of the capture
     */
    public static void main(final String[] args) {
        System.out.println(new AllocationProbe(Path.of(args[0])).bytesOfEngine());
    }

    int inputs() {
        return ends.size();
    }

    /**
     * Bytes allocated by the engine over the second half of the capture, its outputs read from their ring: the least of some passes,
     * because a compiler that gives up an assumption in the middle of one makes the thread allocate what it had kept in registers.
     */
    long bytesOfEngine() {
        long least = Long.MAX_VALUE;
        for (int pass = 0; pass < PASSES && least > 0; pass++) {
            least = Math.min(least, bytesOfOneEngine());
        }
        return least;
    }

    private long bytesOfOneEngine() {
        final EventRing outputs = new EventRing(EventRing.DEFAULT_SLOTS);
        final RingReader reader = outputs.newReader();
        final QuotingHandler engine = new QuotingHandler(outputs);
        final MessageHandler ignore = (buffer, offset, length, sequence) -> {};
        return bytesOf((buffer, offset, length, sequence) -> {
            engine.onMessage(buffer, offset, length, sequence);
            reader.poll(ignore, EventRing.DEFAULT_SLOTS);
        });
    }

    long bytesOf(final MessageHandler handler) {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        threads.getCurrentThreadAllocatedBytes();
        final int half = ends.size() / 2;
        feed(handler, 0, half);
        final long before = threads.getCurrentThreadAllocatedBytes();
        feed(handler, half, ends.size());
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private void feed(final MessageHandler handler, final int from, final int to) {
        for (int i = from; i < to; i++) {
            final int start = i == 0 ? 0 : ends.getInt(i - 1);
            handler.onMessage(messages, start, ends.getInt(i) - start, i);
        }
    }
}
