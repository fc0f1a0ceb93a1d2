package io.halfspread.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.rules.Modules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LauncherTest {
    private static final long LONGEST_RUN_S = 240L;

    @TempDir
    private Path elsewhere;

    @BeforeAll
    static void requirePackagedApp() throws IOException {
        PackagedApp.require("the launcher is tested");
    }

    @Test
    void shouldPrintVersionFromAnotherFolder() throws Exception {
        final Result result = launch("--version");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("halfspread"), result.out());
    }

    @Test
    void shouldListVerbsWhenAskedForHelp() throws Exception {
        final Result result = launch("--help");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("replay"), result.out());
        assertTrue(result.out().contains("quote"), result.out());
    }

    @Test
    void shouldExitWithTwoAndOneLineWhenVerbIsUnknown() throws Exception {
        final Result result = launch("no-such-verb");

        assertEquals(2, result.exitCode(), result.err());
        assertEquals("", result.out());
        assertEquals(1L, result.err().strip().lines().count(), result.err());
        assertTrue(result.err().contains("no-such-verb"), result.err());
    }

    @Test
    void shouldGiveSameHashFromAnotherFolder() throws Exception {
        final Result result = launch("replay", ReplayHash.SESSION.toString(), "--asset", "HYPE", "--json");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains(ReplayHash.here()), result.out());
    }

    @Test
    void shouldEndInOrderOnInterruptWhenStartedInTheBackgroundOfScript() throws Exception {
        Assumptions.assumeTrue(
                run(List.of("env", "--default-signal=INT", "true")).exitCode() == 0);

        final Result result = run(List.of(
                "sh",
                "-c",
                "sh " + launcher() + " sim --port 0 >ready.txt & sim=$!; for i in $(seq 400); do grep -q ready"
                        + " ready.txt && break; sleep 0.05; done; kill -INT $sim; wait $sim"));

        assertEquals(0, result.exitCode(), result.err());
    }

    @Test
    void shouldFindItsFolderWhenStartedThroughLink() throws Exception {
        final Path link = Files.createSymbolicLink(elsewhere.resolve("hs"), launcher());

        final Result result = run(List.of("sh", link.toString(), "--version"));
        Files.delete(link);

        assertEquals(0, result.exitCode(), result.err());
    }

    private Result launch(final String... arguments) throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>(List.of("sh", launcher().toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private Result run(final List<String> command) throws IOException, InterruptedException {
        final Path out = elsewhere.resolve("out.txt");
        final Path err = elsewhere.resolve("err.txt");
        final ProcessBuilder builder = new ProcessBuilder(command)
                .directory(elsewhere.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        final Process process = builder.start();
        try {
            process.getOutputStream().close();
            assertTrue(process.waitFor(LONGEST_RUN_S, TimeUnit.SECONDS), "still running: " + command);
            return new Result(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }

    private static Path launcher() {
        return Modules.home().resolve("scripts/halfspread");
    }

    private record Result(int exitCode, String out, String err) {}
}
