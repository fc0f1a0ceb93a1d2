package io.halfspread.gateway.ingress;

import java.util.function.Consumer;

/** Passes lines for people on, so many a minute; the next line after that says how many were left out. */
final class NoteLog {
    private static final long MINUTE_NS = 60_000_000_000L;

    private final Consumer<String> sink;
    private final int perMinute;
    private long minuteEndsNs = Long.MIN_VALUE;
    private int passed;
    private long leftOut;

    NoteLog(final Consumer<String> sink, final int perMinute) {
        this.sink = sink;
        this.perMinute = perMinute;
    }

    void note(final String text, final long nowNs) {
        if (nowNs >= minuteEndsNs) {
            minuteEndsNs = nowNs + MINUTE_NS;
            passed = 0;
        }
        if (passed == perMinute) {
            leftOut++;
            return;
        }
        passed++;
        sink.accept(leftOut == 0 ? text : text + " (" + leftOut + " lines before this one were left out)");
        leftOut = 0;
    }
}
