package io.halfspread.bench.wire;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * One that is measured: a JVM of its own with the flags of the product, and the venue's end for it. Stopped by a signal while
 * others are measured, so that all of them run in turn under the same conditions and never beside each other.
 */
final class Participant implements AutoCloseable {
    private static final long PATIENCE_MS = 20_000;

    private final String name;
    private final TimedVenue venue;
    private final Process process;
    private final Path log;

    private Participant(final String name, final TimedVenue venue, final Process process, final Path log) {
        this.name = name;
        this.venue = venue;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param name        for people and for its log
     * @param venue       its venue, closed with it
     * @param folder      its working directory
     * @param environment variables beside those of this process
     * @param command     main class and arguments
     */
    static Participant start(
            final String name,
            final TimedVenue venue,
            final Path folder,
            final Map<String, String> environment,
            final List<String> command)
            throws IOException {
        return start(name, venue, folder, environment, List.of(), command);
    }

    /**
     * Starts it with more flags.
     *
     * @param name        for people and for its log
     * @param venue       its venue, closed with it
     * @param folder      its working directory
     * @param environment variables beside those of this process
     * @param flags       of its JVM, beside those of every one
     * @param command     main class and arguments
     */
    static Participant start(
            final String name,
            final TimedVenue venue,
            final Path folder,
            final Map<String, String> environment,
            final List<String> flags,
            final List<String> command)
            throws IOException {
        final Path home = Path.of(System.getProperty("halfspread.home"));
        final List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + home.resolve("config/jvm.options"),
                "-Dhalfspread.home=" + home,
                "-cp",
                classPath()));
        if (flags.stream().noneMatch(flag -> flag.matches("-XX:\\+Use\\w+GC"))) {
            line.add("-XX:+UseSerialGC");
        }
        line.addAll(flags);
        line.addAll(command);
        final Path log = folder.resolve(name + ".log");
        final ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new Participant(name, venue, builder.start(), log);
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    TimedVenue venue() {
        return venue;
    }

    /** Steps its venue until it has subscribed; the caller's thread. */
    void awaitFeed() throws IOException {
        final long endMs = System.currentTimeMillis() + PATIENCE_MS;
        while (!venue.hasFeed()) {
            venue.poll();
            requireAlive();
            if (System.currentTimeMillis() > endMs) {
                throw new IOException(name + " has not subscribed; its log: " + Files.readString(log));
            }
        }
    }

    /** Fails when it has ended. */
    void requireAlive() throws IOException {
        if (!process.isAlive()) {
            throw new IOException(name + " has ended; its log: " + Files.readString(log));
        }
    }

    /** Holds it where it stands. */
    void hold() throws IOException {
        signal("STOP");
    }

    /** Lets it go on. */
    void resume() throws IOException {
        signal("CONT");
    }

    private void signal(final String signal) throws IOException {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks it to end, serves it meanwhile, and ends it when it does not. */
    @Override
    public void close() throws IOException {
        resume();
        process.destroy();
        final long endMs = System.currentTimeMillis() + PATIENCE_MS;
        while (process.isAlive() && System.currentTimeMillis() < endMs) {
            venue.poll();
        }
        venue.close();
        process.destroyForcibly();
        try {
            process.waitFor(1, TimeUnit.SECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
