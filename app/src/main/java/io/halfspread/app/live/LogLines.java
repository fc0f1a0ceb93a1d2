package io.halfspread.app.live;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;

/**
 * Lines for people on their way to a stream that may be slow: any thread offers, one prints. A full queue loses the line and
 * counts it, so that a stopped terminal stops nobody.
 */
final class LogLines implements Consumer<String> {
    private static final int CAPACITY = 4096;

    private final ManyToOneConcurrentArrayQueue<LogEntry> queue = new ManyToOneConcurrentArrayQueue<>(CAPACITY);
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong lines = new AtomicLong();
    private final PrintStream out;
    private final LogFormat format;

    LogLines(final PrintStream out, final LogFormat format) {
        this.out = out;
        this.format = format;
    }

    @Override
    public void accept(final String line) {
        accept(LogEntry.of(line));
    }

    /** Takes what is told by name as well. */
    void accept(final String event, final String line, final Map<String, Object> fields) {
        accept(LogEntry.of(event, line, fields));
    }

    private void accept(final LogEntry entry) {
        lines.incrementAndGet();
        if (!queue.offer(entry)) {
            lost.incrementAndGet();
        }
    }

    /** Lines given so far. */
    long lines() {
        return lines.get();
    }

    /** Prints what waits; returns how many lines. */
    int print() {
        int printed = 0;
        for (LogEntry entry = queue.poll(); entry != null; entry = queue.poll()) {
            out.println(format.line(entry));
            printed++;
        }
        final long gone = lost.getAndSet(0);
        if (gone > 0) {
            out.println(format.line(LogEntry.of(
                    "lost",
                    "WARN " + gone + " log lines lost: whoever reads them is slower than the session",
                    Map.of("lines", gone))));
        }
        return printed;
    }
}
