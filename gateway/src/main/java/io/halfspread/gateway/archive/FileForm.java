package io.halfspread.gateway.archive;

/** What the lines of a recorded file are. */
public enum FileForm {
    /** Raw frames with their receive times, or the venue's archive form of them. */
    FRAMES,
    /** Fills of blocks, as the venue's node writes them. */
    NODE_FILLS,
    /** Rows of a vendor's CSV. */
    CSV
}
