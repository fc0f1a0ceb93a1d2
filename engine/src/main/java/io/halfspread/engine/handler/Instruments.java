package io.halfspread.engine.handler;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;

/** Instruments of the session by index. Engine thread only. */
@HotPath
final class Instruments {
    static final int MAX = 64;

    private final InstrumentState[] states = new InstrumentState[MAX];
    private int count;

    /** The instrument, or null when no definition came for that index. */
    InstrumentState find(final int index) {
        return index < count ? states[index] : null;
    }

    InstrumentState get(final int index) {
        return states[index];
    }

    int count() {
        return count;
    }

    /** The instrument with that index, made when it is new; null when the index is neither known nor the next one. */
    @ColdPath("instruments are defined when a session opens")
    InstrumentState define(final int index) {
        if (index == count && count < MAX) {
            states[count++] = new InstrumentState(index);
        }
        return find(index);
    }
}
