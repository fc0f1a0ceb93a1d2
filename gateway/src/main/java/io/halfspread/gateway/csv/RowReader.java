package io.halfspread.gateway.csv;

import io.halfspread.codec.refusal.Refusal;
import io.halfspread.gateway.ingress.MarketEventWriter;

/** Reads the rows of one kind; the current row, or the rows of a message, become one event. For one thread. */
interface RowReader {
    /** Nothing to deliver, nothing wrong. */
    int QUIET = -1;

    /** Reads a row; a refusal code. A refused row changes nothing. */
    int read(CsvRow row, int instrument);

    /** Whether rows of the same coin and receive time are one message. */
    default boolean joins() {
        return false;
    }

    /** Ends the message: a refusal code, or {@link #QUIET}. */
    default int complete() {
        return Refusal.NONE;
    }

    /** Writes the event. */
    void deliver(MarketEventWriter writer, int instrument, long venueNs);
}
