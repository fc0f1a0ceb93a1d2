package io.halfspread.bench.wire;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Drives one participant through a schedule on the venue's thread and keeps what it took. */
final class WireRound {
    /** Longest time that is told apart, ns. */
    static final long LONGEST_NS = TimeUnit.SECONDS.toNanos(10);

    private static final long FAST_NS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long DRAIN_NS = TimeUnit.MILLISECONDS.toNanos(200);

    private final FrameDeck deck;
    private final Histogram latency = new Histogram(LONGEST_NS, 3);
    private final Histogram late = new Histogram(LONGEST_NS, 3);
    private int asked;
    private int unanswered;
    private int number;
    private long nextFastNs;

    WireRound(final FrameDeck deck) {
        this.deck = deck;
    }

    /** From the frame's hand-over to the action's arrival, ns. */
    Histogram latency() {
        return latency;
    }

    /** How late the venue itself was for its schedule, ns. */
    Histogram late() {
        return late;
    }

    /** Frames sent that change the quotes. */
    int asked() {
        return asked;
    }

    /** Those of them that no action answered. */
    int unanswered() {
        return unanswered;
    }

    /**
     * Runs a schedule for a time; the first part of it warms and is not kept.
     *
     * @param measuredNs how long what is kept
     * @param warmNs     how long before that
     */
    void run(final TimedVenue venue, final Schedule schedule, final long warmNs, final long measuredNs)
            throws IOException {
        final long startNs = System.nanoTime() + schedule.askNs() / 2;
        final long keepNs = startNs + warmNs;
        final long endNs = keepNs + measuredNs;
        venue.latency((sentNs, readNs) -> {
            if (sentNs - keepNs >= 0) {
                latency.recordValue(Math.min(LONGEST_NS, readNs - sentNs));
            }
        });
        for (long dueNs = startNs; dueNs - endNs < 0; dueNs += schedule.askNs()) {
            between(venue, schedule, dueNs);
            await(venue, dueNs);
            if (schedule.burst()) {
                burst(venue, schedule);
            }
            final int level = ++number & 1;
            final long sentNs = venue.ask(deck.book(level, number), level, System.currentTimeMillis());
            if (dueNs - keepNs >= 0) {
                asked++;
                late.recordValue(Math.max(0, Math.min(LONGEST_NS, sentNs - dueNs)));
            }
        }
        final long drainedNs = System.nanoTime() + DRAIN_NS;
        while (venue.outstanding() > 0 && System.nanoTime() - drainedNs < 0) {
            venue.poll();
        }
        unanswered += venue.forget();
    }

    private void between(final TimedVenue venue, final Schedule schedule, final long dueNs) throws IOException {
        if (schedule.burst()) {
            return;
        }
        final long stepNs = schedule.askNs() / (schedule.between() + 1);
        for (int i = schedule.between(); i > 0; i--) {
            await(venue, dueNs - i * stepNs);
            quiet(venue, i);
        }
    }

    private void burst(final TimedVenue venue, final Schedule schedule) throws IOException {
        for (int i = 0; i < schedule.between(); i++) {
            quiet(venue, i);
        }
    }

    /** A frame that shows the touch that was shown last. */
    private void quiet(final TimedVenue venue, final int kind) throws IOException {
        final int level = number & 1;
        final long nowMs = System.currentTimeMillis();
        if (kind % 4 == 3) {
            venue.send(deck.context(number), nowMs);
        } else {
            venue.send(deck.touch(level, number), nowMs);
        }
    }

    private void await(final TimedVenue venue, final long dueNs) throws IOException {
        long nowNs = System.nanoTime();
        while (nowNs - dueNs < 0) {
            if (nowNs - nextFastNs >= 0) {
                nextFastNs = nowNs + FAST_NS;
                venue.sendFast(deck.fastBook(number & 1, number), System.currentTimeMillis());
            }
            venue.poll();
            nowNs = System.nanoTime();
        }
    }
}
