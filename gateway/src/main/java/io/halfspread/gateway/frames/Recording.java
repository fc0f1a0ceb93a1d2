package io.halfspread.gateway.frames;

import io.halfspread.gateway.ingress.MarketEventWriter;

/**
 * Recorded market data of one file, in the order of receive times. Nothing in the file is fatal: what cannot be used is
 * counted and listed. For one thread.
 */
public interface Recording extends AutoCloseable {
    /**
     * Goes to the next message.
     *
     * @return false at the end
     */
    boolean next();

    /**
     * Goes to the next line that has a usable time, without reading what else it says: for a look at the times.
     *
     * @return false at the end
     */
    boolean nextTime();

    /**
     * Receive time of the current message, never less than that of the one before.
     *
     * @return nanoseconds since the epoch
     */
    long receiveNs();

    /**
     * Writes the events of the current message.
     *
     * @param writer takes them
     * @return false when the message turned out to be unusable, and was counted as refused
     */
    boolean deliver(MarketEventWriter writer);

    /**
     * Bytes read so far, as stored.
     *
     * @return bytes
     */
    long bytesRead();

    /**
     * Lines whose receive time was a little earlier than that of the line before, and was lifted to it.
     *
     * @return the count
     */
    long lifted();

    /**
     * The furthest that a receive time was lifted.
     *
     * @return nanoseconds
     */
    long largestLiftNs();

    @Override
    void close();
}
