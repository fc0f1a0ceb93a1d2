package io.halfspread.engine.book;

import io.halfspread.codec.contract.HotPath;

/** Levels of one side of the newest event of a stream, kept so that a late event can be merged in venue-time order. */
@HotPath
final class BookLevels {
    private final long[] px = new long[BookSide.MAX_LEVELS];
    private final long[] sz = new long[BookSide.MAX_LEVELS];
    private int depth;

    int depth() {
        return depth;
    }

    long px(final int level) {
        return px[level];
    }

    long sz(final int level) {
        return sz[level];
    }

    void clear() {
        depth = 0;
    }

    /** Appends a level; levels beyond the twentieth and levels without size are left out. */
    void add(final long levelPx, final long levelSz) {
        if (depth < BookSide.MAX_LEVELS && levelSz > 0) {
            px[depth] = levelPx;
            sz[depth] = levelSz;
            depth++;
        }
    }
}
