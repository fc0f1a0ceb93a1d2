package io.halfspread.app.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.Halfspread;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command in a process of its own. */
final class ChildRun implements AutoCloseable {
    private static final int STOP_SECONDS = 10;

    private final Process process;
    private final BufferedReader out;
    private final Path err;

    private ChildRun(final Process process, final Path err) {
        this.process = process;
        this.err = err;
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts one; the key may be null. */
    static ChildRun start(final Path folder, final String key, final String... args) throws IOException {
        return start(folder, key, List.of(), List.of(), args);
    }

    /** Starts one behind a command that ends in running it, with options of its own for the JVM. */
    static ChildRun start(
            final Path folder,
            final String key,
            final List<String> behind,
            final List<String> jvm,
            final String... args)
            throws IOException {
        final List<String> command = new ArrayList<>(behind);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of(System.getProperty("halfspread.home"), "config", "jvm.options"),
                "-XX:TieredStopAtLevel=1"));
        command.addAll(jvm);
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Halfspread.class.getName()));
        command.addAll(List.of(args));
        final Path err = Files.createTempFile(folder, "err", ".log");
        final ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.directory(folder.toFile());
        if (key != null) {
            builder.environment().put("PRIVATE_KEY", key);
        }
        return new ChildRun(builder.start(), err);
    }

    long pid() {
        return process.pid();
    }

    /** Next line of its results; waits for it. */
    String line() throws IOException {
        return out.readLine();
    }

    void signal(final String name) throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .start()
                        .waitFor());
    }

    /** Waits for its end; gives its exit code. */
    int exitCode() throws InterruptedException {
        assertTrue(process.waitFor(STOP_SECONDS, TimeUnit.SECONDS), this::log);
        return process.exitValue();
    }

    String log() {
        try {
            return Files.readString(err);
        } catch (final IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
