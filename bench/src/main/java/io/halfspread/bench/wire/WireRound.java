package io.halfspread.bench.wire;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Drives one participant through a schedule on the venue's thread and keeps what it took. */
final class WireRound {
    /** Longest time that is told apart, ns. */
    static final long LONGEST_NS = TimeUnit.SECONDS.toNanos(10);

    private static final long FAST_NS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long DRAIN_NS = TimeUnit.MILLISECONDS.toNanos(200);

    /** A venue takes no core of its client's host: with nothing due and nothing asked, this one leaves its core to others. */
    private static final long NAP_NS = TimeUnit.MICROSECONDS.toNanos(200);

    private static final long AWAKE_NS = TimeUnit.MICROSECONDS.toNanos(300);

    private final FrameDeck deck;
    private final Histogram latency = new Histogram(LONGEST_NS, 3);
    private final Histogram late = new Histogram(LONGEST_NS, 3);
    private Runnable gap = () -> {};
    private int asked;
    private int unanswered;
    private int number;
    private long nextFastNs;

    WireRound(final FrameDeck deck) {
        this.deck = deck;
    }

    /** Done between two frames, halfway to the next that changes the quotes. */
    void onGap(final Runnable task) {
        gap = task;
    }

    /** What it came to: times in ns, from the frame's hand-over to the action's arrival; how late the venue itself was. */
    Map<String, Object> figures() {
        final Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("asked", asked);
        figures.put("answered", latency.getTotalCount());
        figures.put("unanswered", unanswered);
        figures.put("p50", latency.getValueAtPercentile(50));
        figures.put("p90", latency.getValueAtPercentile(90));
        figures.put("p99", latency.getValueAtPercentile(99));
        figures.put("p999", latency.getValueAtPercentile(99.9));
        figures.put("max", latency.getMaxValue());
        figures.put("lateP50", late.getValueAtPercentile(50));
        figures.put("lateP99", late.getValueAtPercentile(99));
        return figures;
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
            final int level = FrameDeck.level(++number);
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
            if (i == schedule.between() / 2) {
                gap.run();
            }
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
        final int level = FrameDeck.level(number);
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
                venue.sendFast(deck.fastBook(FrameDeck.level(number), number), System.currentTimeMillis());
            }
            venue.poll();
            nowNs = System.nanoTime();
            if (venue.outstanding() == 0 && dueNs - nowNs > AWAKE_NS) {
                LockSupport.parkNanos(Math.min(NAP_NS, dueNs - nowNs - AWAKE_NS));
            }
        }
    }
}
