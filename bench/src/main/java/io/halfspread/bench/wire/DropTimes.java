package io.halfspread.bench.wire;

import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.TuningParamsUpdateDecoder;
import io.halfspread.engine.capture.CaptureReader;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.agrona.collections.Long2LongHashMap;

/**
 * From a drop's rename to the time at which it entered the ring, right behind which it is in force: read from the capture. The
 * session's clock and the monotonic one keep their distance, which {@link ClockDistance} tells.
 */
final class DropTimes {
    private static final double[] PERCENTILES = {50, 99, 100};

    private DropTimes() {}

    /** Figures in ns, and how many files were dropped and found. */
    static Map<String, Object> of(final Path folder, final Long2LongHashMap sentNs) throws IOException {
        final Map<String, Long> renamedNs = new HashMap<>();
        final Path times = folder.resolve(DropFeeder.TIMES);
        if (Files.exists(times)) {
            for (final String line : Files.readAllLines(times)) {
                final String[] words = line.split(" ");
                renamedNs.put(words[0], Long.parseLong(words[1]));
            }
        }
        final Histogram delays = new Histogram(WireRound.LONGEST_NS, 3);
        for (final Path capture : captures(folder)) {
            read(capture, renamedNs, sentNs, delays);
        }
        final Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("dropped", renamedNs.size());
        figures.put("found", delays.getTotalCount());
        for (final double percentile : PERCENTILES) {
            figures.put("p" + (int) percentile, delays.getValueAtPercentile(percentile));
        }
        return figures;
    }

    private static List<Path> captures(final Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder.resolve("captures"))) {
            return found.filter(each -> each.getFileName().toString().startsWith("run-"))
                    .toList();
        }
    }

    private static void read(
            final Path capture,
            final Map<String, Long> renamedNs,
            final Long2LongHashMap sentNs,
            final Histogram delays) {
        final MessageHeaderDecoder header = new MessageHeaderDecoder();
        final TuningParamsUpdateDecoder update = new TuningParamsUpdateDecoder();
        final ClockDistance distance = new ClockDistance(sentNs);
        final List<Long> apartNs = new ArrayList<>();
        try (CaptureReader reader = CaptureReader.open(capture)) {
            while (reader.next()) {
                header.wrap(reader.buffer(), reader.offset());
                if (reader.isInput() && header.templateId() == BookSnapshotDecoder.TEMPLATE_ID) {
                    final int body = reader.offset() + MessageHeaderDecoder.ENCODED_LENGTH;
                    distance.on(
                            reader.buffer().getLong(body, ByteOrder.LITTLE_ENDIAN),
                            reader.buffer().getLong(body + Long.BYTES, ByteOrder.LITTLE_ENDIAN));
                }
                if (reader.isInput() && header.templateId() == TuningParamsUpdateDecoder.TEMPLATE_ID) {
                    update.wrapAndApplyHeader(reader.buffer(), reader.offset(), header);
                    final Long atNs = renamedNs.get(nameOf(update));
                    if (atNs != null) {
                        apartNs.add(update.ingestNs() - atNs);
                    }
                }
            }
        }
        final long aheadNs = distance.ns();
        apartNs.forEach(ns -> delays.recordValue(Math.max(0, Math.min(WireRound.LONGEST_NS, ns - aheadNs))));
    }

    private static String nameOf(final TuningParamsUpdateDecoder update) {
        return update.name();
    }
}
