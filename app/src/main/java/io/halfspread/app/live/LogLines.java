package io.halfspread.app.live;

import io.halfspread.codec.text.PrintableLine;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;

/**
 * Lines for people on their way to a stream that may be slow: any thread offers, one prints. A full queue loses the line and
 * counts it, so that a stopped terminal stops nobody.
 */
final class LogLines implements Consumer<String> {
    private static final int CAPACITY = 4096;

    private final ManyToOneConcurrentArrayQueue<String> queue = new ManyToOneConcurrentArrayQueue<>(CAPACITY);
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong lines = new AtomicLong();
    private final PrintStream out;

    LogLines(final PrintStream out) {
        this.out = out;
    }

    @Override
    public void accept(final String line) {
        lines.incrementAndGet();
        if (!queue.offer(line)) {
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
        for (String line = queue.poll(); line != null; line = queue.poll()) {
            out.println(PrintableLine.of(line));
            printed++;
        }
        final long gone = lost.getAndSet(0);
        if (gone > 0) {
            out.println("WARN " + gone + " log lines lost: whoever reads them is slower than the session");
        }
        return printed;
    }
}
