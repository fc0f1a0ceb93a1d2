package io.halfspread.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lines of the log in both forms. */
final class LogLinesTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void shouldPrintWhatWasSaidWhenPeopleRead() {
        final LogLines log = log(LogFormat.TEXT);
        log.accept("first");
        log.accept("fill", "Fill: bought 1", Map.of("coin", "HYPE"));

        assertEquals(2, log.print());
        assertEquals("first" + System.lineSeparator() + "Fill: bought 1" + System.lineSeparator(), printed());
    }

    @Test
    void shouldPrintOneObjectALineWhenProgramsRead() throws IOException {
        final LogLines log = log(LogFormat.JSON);
        log.accept("fill", "Fill: bought 1\nand 2", Map.of("coin", "HYPE", "px", "1.5", "connection", (short) 2));
        log.print();

        assertEquals(1, printed().lines().count());
        final JsonNode line = new ObjectMapper().readTree(printed());
        assertEquals("fill", line.get("event").asText());
        assertEquals("info", line.get("level").asText());
        assertEquals("Fill: bought 1\nand 2", line.get("text").asText());
        assertEquals("HYPE", line.get("fields").get("coin").asText());
        assertEquals(2, line.get("fields").get("connection").asInt());
        final Instant time = Instant.parse(line.get("time").asText());
        assertTrue(Duration.between(time, Instant.now()).abs().toMinutes() < 5, time::toString);
    }

    @Test
    void shouldGiveMembersOfVectorsAsFields() throws IOException {
        final LogLines log = log(LogFormat.JSON);
        log.accept("BTC StateVector[S=95000.50, Q=-0.1000, \u0394=1.5bps, I=0.500]");
        log.print();

        final JsonNode line = new ObjectMapper().readTree(printed());
        assertEquals("state_vector", line.get("event").asText());
        assertEquals("BTC", line.get("fields").get("coin").asText());
        assertEquals(95000.5, line.get("fields").get("S").asDouble());
        assertEquals(-0.1, line.get("fields").get("Q").asDouble());
        assertEquals(1.5, line.get("fields").get("\u0394").asDouble());
    }

    @Test
    void shouldMarkWarnings() throws IOException {
        final LogLines log = log(LogFormat.JSON);
        log.accept("WARN no luck [today]");
        log.print();

        final JsonNode line = new ObjectMapper().readTree(printed());
        assertEquals("warn", line.get("level").asText());
        assertEquals("message", line.get("event").asText());
    }

    @Test
    void shouldCountWhatALazyReaderLoses() {
        final LogLines log = log(LogFormat.TEXT);
        for (int i = 0; i < 5000; i++) {
            log.accept("line " + i);
        }
        log.print();

        assertTrue(
                printed().contains("WARN 904 log lines lost"), () -> printed().substring(40_000));
    }

    private LogLines log(final LogFormat format) {
        return new LogLines(new PrintStream(bytes, true, StandardCharsets.UTF_8), format);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
