package io.halfspread.gateway.net;

import java.util.Arrays;
import org.agrona.BitUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Bytes put together one part after the other; grows to the longest whole it has held. For one thread. */
final class GrowingBytes {
    private static final int FIRST_CAPACITY = 1 << 14;

    private final UnsafeBuffer bytes = new UnsafeBuffer(new byte[FIRST_CAPACITY]);
    private int length;

    void append(final DirectBuffer source, final int index, final int count) {
        if (length + count > bytes.capacity()) {
            bytes.wrap(Arrays.copyOf(bytes.byteArray(), BitUtil.findNextPositivePowerOfTwo(length + count)));
        }
        bytes.putBytes(length, source, index, count);
        length += count;
    }

    /** Takes bytes off the end. */
    void cut(final int count) {
        length -= count;
    }

    void clear() {
        length = 0;
    }

    DirectBuffer bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
