package io.halfspread.app.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.Halfspread;
import io.halfspread.app.console.Terminal;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PaperRunTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"dedicated", "shared", "invoked"})
    void shouldQuoteOnPaperAndVerify(final String threading) throws Exception {
        final Path config = PaperWiring.write(folder, threading);
        try (PlainVenue venue = new PlainVenue()) {
            final int code =
                    run("run", "--config", config.toString(), "--venue-url", venue.url(), "--seconds", "2.5", "--json");
            assertEquals(0, code, this::errors);
        }
        final List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals("quoting", lines.get(0), this::errors);
        assertEquals(2, lines.size());
        final JsonNode json = StrictJson.parse(lines.get(1), false).root();
        assertEquals("true", json.member("verified").text(), this::errors);
        assertTrue(json.member("quotes").asDouble() >= 2, lines::toString);
        assertTrue(errors().contains("Max position: 3"), this::errors);
        assertTrue(errors().contains("StateVector[S=40.15"), this::errors);

        out.reset();
        assertEquals(0, run("verify", json.member("capture").text()), this::errors);
        assertTrue(out.toString(StandardCharsets.UTF_8)
                .contains(json.member("hash").text()));
    }

    private int run(final String... args) {
        final Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return Halfspread.run(terminal, args);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
