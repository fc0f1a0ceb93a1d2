package io.halfspread.app.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.Halfspread;
import io.halfspread.app.console.Terminal;
import io.halfspread.codec.text.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trading modes of a session in a process of its own, by every way there is; and what keeps a second one away. */
@Timeout(120)
class ModeProcessTest {
    @TempDir
    private Path folder;

    @Test
    void shouldChangeModesByCommandFileAndSignalAndKeepKill() throws Exception {
        try (PlainVenue venue = new PlainVenue()) {
            try (ChildRun run = start(venue)) {
                assertEquals("quoting", run.line(), run::log);
                assertEquals("mode pause is in force", verb(0, "mode", "pause", "--why", "lunch"));
                assertEquals("pause", mode());
                Files.createFile(control("kill"));
                await(control("applied/kill"));
                assertTrue(verb(1, "mode", "run").contains("left only with --leave-kill"));
                Files.writeString(control("oops.json"), "{\"mode\": \"rum\"}");
                await(control("rejected/oops.json"));
                assertEquals(
                        "mode rum: accepted: run, reduce, pause, kill",
                        Files.readString(control("rejected/oops.json.reason")).strip());
                assertEquals("mode run is in force", verb(0, "mode", "run", "--leave-kill"));
                run.signal("USR1");
                while (!Files.readString(control("state.json")).contains("\"kill\"")) {
                    Thread.onSpinWait();
                }
                assertTrue(refusedSecond(venue).contains("is in use by process "));
                run.signal("INT");
                assertTrue(run.line().contains("\"verified\":true"), run::log);
                assertEquals(0, run.exitCode(), run::log);
                assertTrue(run.log().contains("Trading mode pause asked for by command: lunch"), run::log);
            }
            try (ChildRun run = start(venue)) {
                while (!run.log().contains("the session starts with mode kill")) {
                    Thread.onSpinWait();
                }
                assertEquals("mode run is in force", verb(0, "mode", "run", "--leave-kill"));
                assertEquals("quoting", run.line(), run::log);
                run.signal("HUP");
                assertTrue(run.line().contains("\"verified\":true"), run::log);
            }
            assertTrue(verb(0, "mode", "reduce").startsWith("no session is running here"));
        }
    }

    private String refusedSecond(final PlainVenue venue) throws Exception {
        try (ChildRun second = start(venue)) {
            assertEquals(3, second.exitCode(), second::log);
            assertEquals(1, second.log().lines().count(), second::log);
            return second.log();
        }
    }

    private ChildRun start(final PlainVenue venue) throws IOException {
        return ChildRun.start(
                folder,
                null,
                "run",
                "--config",
                PaperWiring.write(folder, "shared").toString(),
                "--venue-url",
                venue.url(),
                "--json");
    }

    private Path control(final String name) {
        return folder.resolve("control").resolve(name);
    }

    private static void await(final Path file) {
        while (!Files.exists(file)) {
            Thread.onSpinWait();
        }
    }

    private String mode() {
        return StrictJson.parse(verb(0, "status", "--json"), false)
                .root()
                .member("mode")
                .text();
    }

    private String verb(final int code, final String... args) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                false);
        final String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--config";
        all[args.length + 1] = folder.resolve("wiring.yaml").toString();
        assertEquals(code, Halfspread.run(terminal, all), () -> out.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).strip();
    }
}
