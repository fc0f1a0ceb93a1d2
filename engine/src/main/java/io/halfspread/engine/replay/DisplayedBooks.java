package io.halfspread.engine.replay;

import java.util.Arrays;

/** The recorded books by instrument. */
final class DisplayedBooks {
    private DisplayedBook[] books = new DisplayedBook[0];

    /** The book of an instrument; an empty one when nothing was shown yet. */
    DisplayedBook of(final int instrument) {
        if (instrument >= books.length) {
            books = Arrays.copyOf(books, Math.max(16, Integer.highestOneBit(instrument) * 2));
        }
        if (books[instrument] == null) {
            books[instrument] = new DisplayedBook();
        }
        return books[instrument];
    }
}
