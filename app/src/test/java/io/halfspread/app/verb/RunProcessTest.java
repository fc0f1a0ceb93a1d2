package io.halfspread.app.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.Halfspread;
import io.halfspread.app.console.Terminal;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A session in a process of its own: watched, ended by a signal, killed. */
@Timeout(90)
class RunProcessTest {
    private static final int STOP_SECONDS = 10;

    @TempDir
    private Path folder;

    @Test
    void shouldBeSeenRunningAndEndInOrderWhenInterrupted() throws Exception {
        try (PlainVenue venue = new PlainVenue()) {
            final Process process = start(venue.url(), PaperWiring.write(folder, "shared"));
            final BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            try {
                assertEquals("quoting", out.readLine(), this::log);
                final JsonNode status = json(command(0, "status", "--json", "--config", wiring()));
                assertEquals("running", status.member("state").text());
                assertEquals("paper", status.member("kind").text());
                assertEquals("1", status.member("params").member("version").text());
                assertEquals(
                        2,
                        status.member("by_asset")
                                .member("HYPE")
                                .member("quotes")
                                .elements()
                                .size());
                assertTrue(command(0, "status", "--config", wiring()).contains("quoted where the control puts it"));

                signal("INT", process);
                final JsonNode summary = json(out.readLine());
                assertTrue(process.waitFor(STOP_SECONDS, TimeUnit.SECONDS));
                assertEquals(0, process.exitValue(), this::log);
                assertEquals("true", summary.member("verified").text());
                final JsonNode after = json(command(0, "status", "--json", "--config", wiring()));
                assertEquals("ended", after.member("state").text());
                assertEquals("pause", after.member("mode").text());
                assertEquals(summary.member("hash").text(), after.member("hash").text());
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void shouldLeaveSoundCaptureWhenKilled() throws Exception {
        try (PlainVenue venue = new PlainVenue()) {
            final Process process = start(venue.url(), PaperWiring.write(folder, "dedicated"));
            final BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            assertEquals("quoting", out.readLine(), this::log);
            signal("KILL", process);
            assertTrue(process.waitFor(STOP_SECONDS, TimeUnit.SECONDS));
        }
        final JsonNode status = json(command(0, "status", "--json", "--config", wiring()));
        assertEquals("crashed", status.member("state").text());
        final JsonNode verified =
                json(command(0, "verify", "--json", status.member("capture").text()));
        assertEquals("true", verified.member("ok").text());
        assertEquals("recovered", verified.member("status").text());
    }

    private Process start(final String url, final Path config) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + Path.of("../config/jvm.options").toAbsolutePath().normalize(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Halfspread.class.getName(),
                        "run",
                        "--config",
                        config.toString(),
                        "--venue-url",
                        url,
                        "--json")
                .redirectError(folder.resolve("err.log").toFile())
                .start();
    }

    private static void signal(final String name, final Process process) throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .start()
                        .waitFor());
    }

    private String wiring() {
        return folder.resolve("wiring.yaml").toString();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("err.log"));
        } catch (final IOException e) {
            return e.toString();
        }
    }

    private static JsonNode json(final String line) {
        return StrictJson.parse(line.strip(), false).root();
    }

    private static String command(final int exitCode, final String... args) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ByteArrayOutputStream err = new ByteArrayOutputStream();
        final Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        assertEquals(
                exitCode, Halfspread.run(terminal, args), () -> err.toString(StandardCharsets.UTF_8) + List.of(args));
        return out.toString(StandardCharsets.UTF_8);
    }
}
