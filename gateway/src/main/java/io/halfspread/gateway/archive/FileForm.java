package io.halfspread.gateway.archive;

/**
 * What the lines of a recorded file are, in the order in which messages of equal receive times are merged: as a venue sends
 * them, the trades of a block come before the touch they left, and that before the book.
 */
public enum FileForm {
    /** Fills of blocks, as the venue's node writes them. */
    NODE_FILLS,
    /** Trades of a vendor's CSV. */
    CSV_TRADES,
    /** Raw frames with their receive times, or the venue's archive form of them. */
    FRAMES,
    /** Touches of a vendor's CSV. */
    CSV_QUOTES,
    /** Books of a vendor's CSV. */
    CSV_BOOKS
}
