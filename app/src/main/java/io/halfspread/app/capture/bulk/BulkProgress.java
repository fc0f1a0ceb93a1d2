package io.halfspread.app.capture.bulk;

import java.util.concurrent.atomic.AtomicLong;

/** How far all days together are; written by the threads that import, read by the one that shows it. */
final class BulkProgress {
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong events = new AtomicLong();
    private volatile long totalBytes = 1;

    void total(final long all) {
        totalBytes = Math.max(1, all);
    }

    /** Counts work; returns the bytes. */
    long done(final long moreEvents, final long moreBytes) {
        events.addAndGet(moreEvents);
        bytes.addAndGet(moreBytes);
        return moreBytes;
    }

    /** Counts a day that was there already. */
    void kept(final long dayBytes) {
        bytes.addAndGet(dayBytes);
    }

    long events() {
        return events.get();
    }

    double share() {
        return (double) bytes.get() / totalBytes;
    }
}
