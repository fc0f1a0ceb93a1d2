package io.halfspread.engine.replay;

import org.agrona.DirectBuffer;

/** Cursor over recorded inputs, in order. Each is one SBE message, header first. Used by one thread. */
public interface InputSource extends AutoCloseable {
    /**
     * Moves to the next input.
     *
     * @return false at the end
     */
    boolean next();

    /**
     * Buffer that holds the current input.
     *
     * @return the buffer, valid until {@link #next()}
     */
    DirectBuffer buffer();

    /**
     * Index of the current input's message header.
     *
     * @return the index in {@link #buffer()}
     */
    int offset();

    /**
     * Length of the current input.
     *
     * @return bytes, header included
     */
    int length();

    /**
     * Event time of the current input.
     *
     * @return nanoseconds since the epoch
     */
    long ingestNs();

    /** Releases what the cursor holds; the current input is no longer valid. */
    @Override
    void close();
}
