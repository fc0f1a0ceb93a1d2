package io.halfspread.bench.engine;

import io.halfspread.bench.ring.SpinningThread;
import io.halfspread.engine.capture.CaptureIdentity;
import io.halfspread.engine.capture.CaptureKind;
import io.halfspread.engine.capture.CaptureSettings;
import io.halfspread.engine.capture.CaptureWriter;
import io.halfspread.engine.ring.EventRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * What recording costs the engine, and how far the record is behind: the same market, an event each 50 us that requotes both
 * sides, by turns without a journal and with the journal's agent spinning on another core, writing as a session does. The
 * cost is the median over rounds of the ratio of neighbouring p99 of the engine's duty cycle. The lag runs from an event's
 * publication, the engine's handling of it included, until it stands in the segment; that of the undisturbed is printed beside it: of
 * events during which the journal's thread lost its core in no cycle that did nothing, which only the machine can cause. Argument: quick
 * or full.
 */
public final class CaptureCost {
    private static final int SLOTS = EventRing.DEFAULT_SLOTS;
    private static final int WARM_UP_ROUNDS = 2;
    private static final int EVENTS = 20_000;
    private static final long PERIOD_NS = 50_000;
    private static final long GAP_NS = 20_000;
    private static final long LARGEST_NS = 10_000_000_000L;
    private static final int DIGITS = 3;
    private static final double P99 = 99;
    private static final double P999 = 99.9;

    private final long[] publishedNs = new long[SLOTS];
    private final Histogram lags = new Histogram(LARGEST_NS, DIGITS);
    private final Histogram undisturbed = new Histogram(LARGEST_NS, DIGITS);
    private final RequotedMarket silent = new RequotedMarket(SLOTS, null);
    private final RequotedMarket captured;
    private long looked = -1;
    private boolean idle;
    private long cycleEndNs;
    private long gapEndNs;

    private CaptureCost(final CaptureWriter capture) {
        captured = new RequotedMarket(SLOTS, capture);
    }

    /**
     * Prints {@code captureCostRatio=N}, {@code journalLagP999Ns=N} and the same of the undisturbed with their share.
     *
     * @param arguments plan
     * @throws Exception when the capture cannot be written
     */
    public static void main(final String[] arguments) throws Exception {
        final int rounds = arguments[0].equals("quick") ? 5 : 15;
        final Path work = Files.createTempDirectory("halfspread-capture");
        try (CaptureWriter capture = CaptureWriter.open(
                work.resolve("capture"),
                new CaptureIdentity("bench", CaptureKind.REPLAY, 1, "", "bench", List.of("HYPE")),
                CaptureSettings.LIVE)) {
            new CaptureCost(capture).measure(rounds);
            if (capture.lostInputs() > 0) {
                throw new IOException(capture.trouble());
            }
        } finally {
            delete(work);
        }
    }

    private void measure(final int rounds) throws InterruptedException {
        final double[] ratios = new double[rounds];
        for (int i = -WARM_UP_ROUNDS; i < rounds; i++) {
            final double without = p99(silent);
            final SpinningThread journal = SpinningThread.start(this::record);
            final double with = p99(captured);
            while (captured.recorded() < captured.published()) {
                Thread.onSpinWait();
            }
            journal.stop();
            if (i < 0) {
                lags.reset();
                undisturbed.reset();
            } else {
                ratios[i] = with / without;
            }
        }
        Arrays.sort(ratios);
        System.out.printf(Locale.ROOT, "captureCostRatio=%.4f%n", ratios[rounds / 2]);
        System.out.printf(Locale.ROOT, "journalLagP999Ns=%d%n", lags.getValueAtPercentile(P999));
        System.out.printf(Locale.ROOT, "journalLagUndisturbedP999Ns=%d%n", undisturbed.getValueAtPercentile(P999));
        System.out.printf(
                Locale.ROOT,
                "journalUndisturbedShare=%.4f%n",
                (double) undisturbed.getTotalCount() / lags.getTotalCount());
    }

    /** A round; ns of the engine's duty cycle. */
    private double p99(final RequotedMarket market) {
        final Histogram cycles = new Histogram(LARGEST_NS, DIGITS);
        final long startNs = System.nanoTime();
        for (int i = 0; i < EVENTS; i++) {
            market.prepare();
            while (System.nanoTime() - startNs < i * PERIOD_NS) {
                Thread.onSpinWait();
            }
            final long beforeNs = System.nanoTime();
            if (market == captured) {
                publishedNs[(int) market.published() & SLOTS - 1] = beforeNs;
            }
            market.decide();
            cycles.recordValue(Math.min(LARGEST_NS, System.nanoTime() - beforeNs));
        }
        return cycles.getValueAtPercentile(P99);
    }

    /** A duty cycle of the journal; looks when each event that was timed has come to stand in the segment. */
    private boolean record() {
        final long beforeNs = System.nanoTime();
        if (idle && beforeNs - cycleEndNs > GAP_NS) {
            gapEndNs = beforeNs;
        }
        final boolean worked = captured.journal().doWork() > 0;
        final long recorded = captured.recorded();
        final long nowNs = System.nanoTime();
        if (!worked && nowNs - beforeNs > GAP_NS) {
            gapEndNs = nowNs;
        }
        if (recorded > looked) {
            while (looked < recorded) {
                final int at = (int) ++looked & SLOTS - 1;
                if (publishedNs[at] != 0) {
                    final long lagNs = Math.min(LARGEST_NS, nowNs - publishedNs[at]);
                    lags.recordValue(lagNs);
                    if (publishedNs[at] - gapEndNs > 0) {
                        undisturbed.recordValue(lagNs);
                    }
                    publishedNs[at] = 0;
                }
            }
        }
        idle = !worked;
        cycleEndNs = System.nanoTime();
        return worked;
    }

    private static void delete(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
