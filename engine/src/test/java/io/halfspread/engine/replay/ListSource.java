package io.halfspread.engine.replay;

import java.nio.ByteOrder;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Inputs from memory. */
final class ListSource implements InputSource {
    private final List<byte[]> messages;
    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private int next;

    ListSource(final List<byte[]> messages) {
        this.messages = messages;
    }

    @Override
    public boolean next() {
        if (next == messages.size()) {
            return false;
        }
        buffer.wrap(messages.get(next++));
        return true;
    }

    @Override
    public DirectBuffer buffer() {
        return buffer;
    }

    @Override
    public int offset() {
        return 0;
    }

    @Override
    public int length() {
        return buffer.capacity();
    }

    @Override
    public long ingestNs() {
        return buffer.getLong(8, ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() {
        buffer.wrap(0, 0);
    }
}
