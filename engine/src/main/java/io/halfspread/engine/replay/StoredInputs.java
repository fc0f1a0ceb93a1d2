package io.halfspread.engine.replay;

import io.halfspread.codec.event.MessageHeaderDecoder;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Inputs read once and kept in memory, so that several replays of them read at the same time what was decoded once. After it
 * was read it does not change: any number of threads may have a cursor each.
 */
public final class StoredInputs {
    private static final int CHUNK_BYTES = 1 << 20;
    private static final int PREFIX = Integer.BYTES;

    private final List<UnsafeBuffer> chunks = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private long count;

    private StoredInputs() {}

    /**
     * Reads all inputs there are.
     *
     * @param source  the inputs; closed when all are read
     * @param monitor asked now and then, with the inputs read so far, whether to go on
     * @return what was read
     * @throws RuntimeException what the source throws on a damaged input
     */
    public static StoredInputs read(final InputSource source, final ReplayMonitor monitor) {
        final StoredInputs inputs = new StoredInputs();
        try (source) {
            while (source.next()) {
                inputs.add(source.buffer(), source.offset(), source.length());
                if (inputs.count % 1024 == 0 && !monitor.keepRunning(inputs.count)) {
                    break;
                }
            }
        }
        return inputs;
    }

    private void add(final DirectBuffer buffer, final int offset, final int length) {
        final int last = chunks.size() - 1;
        int end = last < 0 ? 0 : ends.get(last);
        if (last < 0 || end + PREFIX + length > chunks.get(last).capacity()) {
            chunks.add(new UnsafeBuffer(new byte[Math.max(CHUNK_BYTES, PREFIX + length)]));
            ends.add(0);
            end = 0;
        }
        final UnsafeBuffer chunk = chunks.get(chunks.size() - 1);
        chunk.putInt(end, length);
        chunk.putBytes(end + PREFIX, buffer, offset, length);
        ends.set(chunks.size() - 1, end + PREFIX + length);
        count++;
    }

    /**
     * Inputs kept.
     *
     * @return count
     */
    public long count() {
        return count;
    }

    /**
     * A cursor of its own.
     *
     * @return before the first input; for one thread
     */
    public InputSource open() {
        return new Cursor();
    }

    /** Walks through the chunks. */
    private final class Cursor implements InputSource {
        private int chunk;
        private int nextAt;
        private UnsafeBuffer buffer;
        private int offset;
        private int length;

        @Override
        public boolean next() {
            while (chunk < chunks.size() && nextAt == ends.get(chunk)) {
                chunk++;
                nextAt = 0;
            }
            if (chunk == chunks.size()) {
                return false;
            }
            buffer = chunks.get(chunk);
            length = buffer.getInt(nextAt);
            offset = nextAt + PREFIX;
            nextAt = offset + length;
            return true;
        }

        @Override
        public DirectBuffer buffer() {
            return buffer;
        }

        @Override
        public int offset() {
            return offset;
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        public long ingestNs() {
            return buffer.getLong(offset + MessageHeaderDecoder.ENCODED_LENGTH, ByteOrder.LITTLE_ENDIAN);
        }

        @Override
        public void close() {
            chunk = chunks.size();
        }
    }
}
