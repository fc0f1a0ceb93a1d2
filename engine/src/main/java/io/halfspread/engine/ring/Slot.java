package io.halfspread.engine.ring;

import io.halfspread.codec.contract.HotPath;
import org.agrona.concurrent.UnsafeBuffer;

/** One ring entry: a window of the ring's memory and the length of the message in it. */
@HotPath
final class Slot {
    final UnsafeBuffer buffer;
    int length;

    Slot(final UnsafeBuffer buffer) {
        this.buffer = buffer;
    }
}
