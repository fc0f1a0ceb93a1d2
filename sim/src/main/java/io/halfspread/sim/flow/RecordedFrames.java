package io.halfspread.sim.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads recorded frames, one a line: receive time in ns, a space, the frame; plain or gzip. Lines that are not of this form
 * are left out and counted; a file that ends within a line or a block has ended there.
 */
final class RecordedFrames implements AutoCloseable {
    private static final int GZIP_MAGIC = 0x1F8B;
    private static final int MAX_RECEIVE_DIGITS = 19;
    private static final int DECIMALS = 8;
    private static final int BUFFER = 1 << 16;

    private final ObjectMapper json = new ObjectMapper();
    private final BufferedReader lines;
    private long line;
    private long skipped;
    private long firstSkipped;
    private long receiveNs;

    RecordedFrames(final Path file) throws IOException {
        final InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        lines = new BufferedReader(new InputStreamReader(unpacked(bytes), StandardCharsets.UTF_8), BUFFER);
    }

    /** Gives what the next line says about a coin, or about any; false when there is no line. */
    boolean next(final String coinOrNull, final Consumer<RecordedEvent> events) throws IOException {
        final String text = readLine();
        if (text == null) {
            return false;
        }
        line++;
        final int space = text.indexOf(' ');
        try {
            if (space < 1 || space > MAX_RECEIVE_DIGITS) {
                throw new IllegalArgumentException("no receive time");
            }
            receiveNs = Long.parseLong(text, 0, space, 10);
            if (coinOrNull == null || text.contains('"' + coinOrNull + '"')) {
                read(json.readTree(text.substring(space + 1)), coinOrNull, events);
            }
        } catch (final JsonProcessingException | RuntimeException e) {
            skipped++;
            firstSkipped = firstSkipped == 0L ? line : firstSkipped;
        }
        return true;
    }

    /** When the last frame was received. */
    long receiveNs() {
        return receiveNs;
    }

    long lines() {
        return line;
    }

    /** Lines left out. */
    long skipped() {
        return skipped;
    }

    /** Number of the first line left out, from 1; 0 for none. */
    long firstSkipped() {
        return firstSkipped;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static InputStream unpacked(final InputStream bytes) throws IOException {
        bytes.mark(2);
        final int magic = bytes.read() << Byte.SIZE | bytes.read();
        bytes.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(bytes, BUFFER) : bytes;
    }

    private String readLine() throws IOException {
        try {
            return lines.readLine();
        } catch (final EOFException | ZipException e) {
            return null;
        }
    }

    private void read(final JsonNode frame, final String coinOrNull, final Consumer<RecordedEvent> events) {
        final JsonNode data = frame.path("data");
        switch (frame.path("channel").asText()) {
            case "l2Book" -> {
                if (isOf(coinOrNull, data)) {
                    events.accept(new RecordedEvent.Levels(
                            coin(data),
                            receiveNs,
                            timeMs(data),
                            side(data.path("levels").path(0)),
                            side(data.path("levels").path(1))));
                }
            }
            case "bbo" -> {
                final JsonNode bid = data.path("bbo").path(0);
                final JsonNode ask = data.path("bbo").path(1);
                if (isOf(coinOrNull, data) && bid.isObject() && ask.isObject()) {
                    events.accept(new RecordedEvent.Touch(
                            coin(data),
                            receiveNs,
                            timeMs(data),
                            decimal8(bid, "px"),
                            decimal8(bid, "sz"),
                            decimal8(ask, "px"),
                            decimal8(ask, "sz")));
                }
            }
            case "trades" -> {
                for (final JsonNode trade : data) {
                    if (isOf(coinOrNull, trade)) {
                        events.accept(new RecordedEvent.Trade(
                                coin(trade),
                                receiveNs,
                                timeMs(trade),
                                trade.path("tid").asLong(),
                                trade.path("side").asText().equals("B"),
                                decimal8(trade, "px"),
                                decimal8(trade, "sz")));
                    }
                }
            }
            default -> {}
        }
    }

    private static boolean isOf(final String coinOrNull, final JsonNode data) {
        return coinOrNull == null || coinOrNull.equals(data.path("coin").asText());
    }

    private static String coin(final JsonNode data) {
        return required(data, "coin").asText();
    }

    private static long timeMs(final JsonNode data) {
        return required(data, "time").asLong();
    }

    private static Map<Long, Long> side(final JsonNode levels) {
        final Map<Long, Long> side = new TreeMap<>();
        levels.forEach(level -> side.put(decimal8(level, "px"), decimal8(level, "sz")));
        return side;
    }

    private static long decimal8(final JsonNode object, final String member) {
        final long value = new BigDecimal(required(object, member).asText())
                .movePointRight(DECIMALS)
                .longValueExact();
        if (value <= 0L) {
            throw new IllegalArgumentException(member);
        }
        return value;
    }

    private static JsonNode required(final JsonNode object, final String member) {
        final JsonNode value = object.get(member);
        if (value == null) {
            throw new IllegalArgumentException(member);
        }
        return value;
    }
}
