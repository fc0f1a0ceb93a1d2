package io.halfspread.pipeline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.rules.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A script of the project that has run.
 *
 * @param exitCode its exit code
 * @param out      what it printed
 * @param err      what it complained of
 */
record ScriptRun(int exitCode, String out, String err) {
    private static final long LONGEST_RUN_S = 120;

    /** Runs a script of the project with the Java of this JVM. */
    static ScriptRun of(final Path folder, final Map<String, String> environment, final String... words)
            throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>(List.of(
                "sh", Modules.home().resolve("scripts").resolve(words[0]).toString()));
        command.addAll(List.of(words).subList(1, words.length));
        return of(folder, Path.of("").toAbsolutePath(), environment, command);
    }

    /** Runs any command with the Java of this JVM in a working directory, its output kept in a folder meanwhile. */
    static ScriptRun of(
            final Path folder, final Path directory, final Map<String, String> environment, final List<String> command)
            throws IOException, InterruptedException {
        final Path out = Files.createTempFile(folder, "script", ".out");
        final Path err = Files.createTempFile(folder, "script", ".err");
        final ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        final Process process = builder.start();
        try {
            process.getOutputStream().close();
            assertTrue(process.waitFor(LONGEST_RUN_S, TimeUnit.SECONDS), "still running: " + command);
            return new ScriptRun(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }
}
