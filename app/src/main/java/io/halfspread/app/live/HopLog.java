package io.halfspread.app.live;

import io.halfspread.app.view.HopHistogram;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.EpochNanoClock;

/**
 * Writes how long each hop took, interval by interval, to a log in HdrHistogram's own form, the hop as tag. It reads what the
 * hops' own threads count, and asks nothing of them.
 */
final class HopLog implements Agent {
    /** Name of the file in the folder of the capture. */
    static final String FILE = "latency.hlog";

    private static final long LARGEST_NS = 60_000_000_000L;
    private static final int DIGITS = 2;

    private final Path file;
    private final Map<String, HopHistogram> hops;
    private final long intervalNs;
    private final EpochNanoClock clock;
    private final Consumer<String> log;
    private final Map<String, long[]> seen = new HashMap<>();
    private OutputStream out;
    private HistogramLogWriter writer;
    private long fromNs;
    private boolean failed;

    /**
     * A log that begins with the agent.
     *
     * @param file       to be written
     * @param hops       what is counted, by tag
     * @param intervalNs length of an interval
     * @param clock      the session's clock, for this thread
     * @param log        told when it cannot be written
     */
    HopLog(
            final Path file,
            final Map<String, HopHistogram> hops,
            final long intervalNs,
            final EpochNanoClock clock,
            final Consumer<String> log) {
        this.file = file;
        this.hops = hops;
        this.intervalNs = intervalNs;
        this.clock = clock;
        this.log = log;
    }

    @Override
    public void onStart() {
        fromNs = clock.nanoTime();
        try {
            out = Files.newOutputStream(file);
            writer = new HistogramLogWriter(out);
            final long startMs = TimeUnit.NANOSECONDS.toMillis(fromNs);
            writer.outputComment("[Halfspread: how long each hop took, ms; tags name the hops]");
            writer.outputLogFormatVersion();
            writer.outputStartTime(startMs);
            writer.setBaseTime(startMs);
            writer.outputLegend();
        } catch (final IOException e) {
            fail(e);
        }
    }

    @Override
    public int doWork() {
        if (failed || clock.nanoTime() - fromNs < intervalNs) {
            return 0;
        }
        write();
        return 1;
    }

    private void write() {
        final long untilNs = clock.nanoTime();
        try {
            hops.forEach((tag, hop) -> {
                final Histogram interval = new Histogram(LARGEST_NS, DIGITS);
                hop.addNew(
                        seen.computeIfAbsent(tag, unused -> hop.nothing()),
                        (ns, count) -> interval.recordValueWithCount(Math.min(LARGEST_NS, ns), count));
                interval.setTag(tag);
                interval.setStartTimeStamp(TimeUnit.NANOSECONDS.toMillis(fromNs));
                interval.setEndTimeStamp(TimeUnit.NANOSECONDS.toMillis(untilNs));
                writer.outputIntervalHistogram(interval);
            });
            out.flush();
        } catch (final IOException e) {
            fail(e);
        }
        fromNs = untilNs;
    }

    private void fail(final IOException e) {
        failed = true;
        log.accept("WARN " + file.getFileName() + " is not written any more: " + e.getMessage());
    }

    @Override
    public void onClose() {
        if (!failed) {
            write();
        }
        if (writer != null) {
            writer.close();
        }
    }

    @Override
    public String roleName() {
        return "latency-log";
    }
}
