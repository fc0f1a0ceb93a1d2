package io.halfspread.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.view.HopHistogram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of latencies, read back by the library's own reader. */
final class HopLogTest {
    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long START_NS = 1_800_000_000L * SECOND_NS;

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();
    private final HopHistogram hop = new HopHistogram();
    private long nowNs = START_NS;

    @Test
    void shouldWriteWhatIsNewInEachInterval() throws IOException {
        final Path file = folder.resolve(HopLog.FILE);
        final HopLog log = log(file);
        log.onStart();
        hop.record(1_000);
        hop.record(50_000);
        assertEquals(0, log.doWork(), "the interval is not over");
        nowNs += SECOND_NS;
        assertEquals(1, log.doWork());
        hop.record(3_000_000);
        nowNs += SECOND_NS;
        log.onClose();

        try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
            final Histogram first = interval(reader);
            assertEquals(2, first.getTotalCount());
            assertEquals(50_000, first.getMaxValue(), 50_000 / 32.0);
            assertEquals(START_NS / 1_000_000, first.getStartTimeStamp());
            assertEquals(START_NS / 1_000_000 + 1000, first.getEndTimeStamp());
            final Histogram second = interval(reader);
            assertEquals(1, second.getTotalCount());
            assertEquals(3_000_000, second.getMaxValue(), 3_000_000 / 32.0);
            assertNull(reader.nextIntervalHistogram());
        }
        assertEquals(List.of(), said);
    }

    @Test
    void shouldSayThatItCannotBeWritten() {
        final HopLog log = log(folder.resolve("missing").resolve(HopLog.FILE));
        log.onStart();
        nowNs += SECOND_NS;

        assertEquals(0, log.doWork());
        log.onClose();
        assertEquals(1, said.size());
        assertTrue(said.get(0).startsWith("WARN latency.hlog is not written"), said.get(0));
    }

    private static Histogram interval(final HistogramLogReader reader) {
        final EncodableHistogram interval = reader.nextIntervalHistogram();
        assertEquals("a_hop", interval.getTag());
        return (Histogram) interval;
    }

    private HopLog log(final Path file) {
        return new HopLog(file, Map.of("a_hop", hop), SECOND_NS, () -> nowNs, said::add);
    }
}
