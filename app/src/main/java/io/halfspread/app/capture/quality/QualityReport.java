package io.halfspread.app.capture.quality;

import io.halfspread.codec.text.JsonOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How good the data of a capture are. The same events give the same text, wherever and however fast they are read.
 *
 * @param grade   the worst grade of all measures and coins
 * @param reasons what keeps it from being A, the worst first
 * @param figures all figures, as members of a JSON object
 */
public record QualityReport(Grade grade, List<String> reasons, Map<String, Object> figures) {
    /** Name of the file beside a capture's manifest. */
    public static final String FILE = "quality.json";

    /**
     * The report for programs.
     *
     * @param origin members that say where the data come from
     * @return members in order
     */
    public Map<String, Object> json(final Map<String, Object> origin) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", 1);
        json.putAll(origin);
        json.put("grade", grade.name());
        json.put("reasons", reasons);
        json.putAll(figures);
        return json;
    }

    /**
     * Writes the report into a capture, forced to the disk.
     *
     * @param capture the capture's folder
     * @param origin  members that say where the data come from
     * @throws IOException when it cannot be written
     */
    public void write(final Path capture, final Map<String, Object> origin) throws IOException {
        try (FileChannel file = FileChannel.open(
                capture.resolve(FILE),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            final ByteBuffer text =
                    ByteBuffer.wrap((JsonOutput.of(json(origin)) + "\n").getBytes(StandardCharsets.UTF_8));
            while (text.hasRemaining()) {
                file.write(text);
            }
            file.force(true);
        }
    }
}
