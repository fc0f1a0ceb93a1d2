package io.halfspread.app.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.gateway.sign.SigningKey;
import io.halfspread.sim.server.SimVenue;
import io.halfspread.sim.server.VenueConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A live session that signs orders, searched for its key: everything it wrote, its threads, and its heap while it runs. */
@Timeout(90)
class KeyStaysSecretTest {
    private static final String DIGITS = "1d3c5b7a99f8e7d6c5b4a39281706f5e4d3c2b1a0918273645546372819fae0d";
    private static final long DEPOSIT = 10_000_00000000L;

    private final SecretSearch search = new SecretSearch(DIGITS);

    @TempDir
    private Path folder;

    @Test
    void shouldBeNowhereWhenItCameFromAFile() throws Exception {
        final Path file = Files.writeString(folder.resolve(".env"), "PRIVATE_KEY=0x" + DIGITS + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertEquals(List.of(), trade(null, file));
    }

    /** The JVM keeps the environment it was started with as text, and no program can overwrite that. */
    @Test
    void shouldBeOnlyInTheEnvironmentWhenItCameFromThere() throws Exception {
        final List<String> found = trade(DIGITS, null);

        assertEquals(List.of("heap dump: " + SecretSearch.TEXT), found);
    }

    /** Trades for a moment; gives where the key was found. */
    private List<String> trade(final String environment, final Path keyFile) throws Exception {
        final Path wiring = PaperWiring.write(folder, "shared");
        final String account = address();
        final List<String> found = new ArrayList<>();
        try (SimVenue venue =
                SimVenue.start(VenueConfig.builder().account(account, DEPOSIT).build())) {
            final String url = "http://127.0.0.1:" + venue.port();
            try (ChildRun run = ChildRun.start(
                    folder,
                    environment,
                    "run",
                    "--mode",
                    "live",
                    "--close-position",
                    "--config",
                    wiring.toString(),
                    "--venue-url",
                    url,
                    "--network",
                    "testnet",
                    "--json")) {
                assertEquals("quoting", run.line(), run::log);
                found.addAll(inMemory(run));
                run.signal("TERM");
                final Path summary = Files.writeString(folder.resolve("summary.json"), run.line());
                assertEquals(0, run.exitCode(), run::log);
                assertTrue(Files.readString(summary).contains("\"verified\""));
                assertFalse(run.log().contains("chmod"), run::log);
            }
        }
        final Path report = folder.resolve("report.txt");
        try (ChildRun status = ChildRun.start(folder, environment, "status", "--json", "--config", wiring.toString())) {
            Files.writeString(report, String.valueOf(status.line()));
            assertEquals(0, status.exitCode(), status::log);
        }
        assertTrue(Files.list(folder.resolve("captures")).findAny().isPresent());
        found.addAll(search.below(folder, keyFile));
        return found;
    }

    private List<String> inMemory(final ChildRun run) throws Exception {
        final Path heap = folder.resolve("heap.hprof");
        final Path threads = folder.resolve("threads.txt");
        jcmd(run, folder.resolve("jcmd.txt"), "GC.heap_dump", "-all", heap.toString());
        jcmd(run, threads, "Thread.print", "-l", "-e");
        assertTrue(Files.size(heap) > 1 << 20);
        assertTrue(Files.readString(threads).contains("engine") || Files.size(threads) > 1000);
        final List<String> found =
                search.in(heap).stream().map(form -> "heap dump: " + form).toList();
        Files.delete(heap);
        return found;
    }

    private static void jcmd(final ChildRun run, final Path out, final String... command) throws Exception {
        final List<String> whole = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(run.pid())));
        whole.addAll(List.of(command));
        final Process process = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> text(out));
    }

    private static String text(final Path file) {
        try {
            return Files.readString(file);
        } catch (final IOException e) {
            return e.toString();
        }
    }

    private static String address() {
        final byte[] secret = HexFormat.of().parseHex(DIGITS);
        try (SigningKey key = SigningKey.of(secret)) {
            return key.addressText();
        }
    }
}
