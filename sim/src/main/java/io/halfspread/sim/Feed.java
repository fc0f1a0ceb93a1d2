package io.halfspread.sim;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The way from the venue to the subscriber: frames arrive late, a few of them after younger ones. */
final class Feed {
    private static final long NS_PER_MS = 1_000_000L;
    private static final double SHORTEST_LAG_MS = 165.0;
    private static final double MEDIAN_EXTRA_MS = 70.0;
    private static final double EXTRA_SIGMA = 0.6;
    private static final double LAG_SMOOTHING = 0.6;
    private static final long FRAME_SPACING_NS = 40_000L;
    private static final long LONGEST_HOLD_NS = 250L * NS_PER_MS;

    private final PriorityQueue<Line> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Line::receiveNs).thenComparingLong(Line::order));
    private final OutputStream out;
    private final Draws draws;
    private double lagMs = SHORTEST_LAG_MS + MEDIAN_EXTRA_MS;
    private long lastReceiveNs;
    private long order;

    Feed(final OutputStream out, final Draws draws) {
        this.out = out;
        this.draws = draws;
    }

    /** Starts the frames of a block. Gives the time at which its first frame arrives, ns since the epoch. */
    long beginBlock(final long blockMs) throws IOException {
        lagMs += LAG_SMOOTHING * (SHORTEST_LAG_MS + draws.logNormal(MEDIAN_EXTRA_MS, EXTRA_SIGMA) - lagMs);
        final long arrivalNs = blockMs * NS_PER_MS + (long) (lagMs * NS_PER_MS);
        lastReceiveNs = Math.max(lastReceiveNs + FRAME_SPACING_NS, arrivalNs);
        writeUntil(lastReceiveNs);
        return lastReceiveNs;
    }

    /** Sends a frame; with the given chance it is held back, so that frames of later blocks overtake it. */
    void send(final String frame, final double holdChance) {
        lastReceiveNs += FRAME_SPACING_NS + draws.below((int) FRAME_SPACING_NS);
        final long heldNs =
                draws.chance(holdChance) ? LONGEST_HOLD_NS / 3L + draws.below((int) (LONGEST_HOLD_NS * 2L / 3L)) : 0L;
        waiting.add(new Line(lastReceiveNs + heldNs, order++, frame));
    }

    /** Loses what has not arrived yet: the connection broke. */
    void breakConnection() {
        waiting.clear();
    }

    /** Writes what is still on the way. */
    void finish() throws IOException {
        writeUntil(Long.MAX_VALUE);
    }

    private void writeUntil(final long receiveNs) throws IOException {
        while (!waiting.isEmpty() && waiting.peek().receiveNs() <= receiveNs) {
            final Line line = waiting.remove();
            out.write((line.receiveNs() + " " + line.frame() + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    private record Line(long receiveNs, long order, String frame) {}
}
