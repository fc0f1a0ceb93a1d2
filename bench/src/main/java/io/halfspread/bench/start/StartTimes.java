package io.halfspread.bench.start;

import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.PlaceOrderDecoder;
import io.halfspread.engine.capture.CaptureReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts {@code demo} again and again, by the launcher's command, and reads from each capture when the first order left the
 * engine: without and with the archive of
 * {@code scripts/archive-classes}. Profile, collector and Java are those of the environment. Argument: quick or full.
 */
public final class StartTimes {
    private static final double SECOND_NS = 1e9;
    private static final long PATIENCE_S = 90;

    private final Path home = Path.of(System.getProperty("halfspread.home"));
    private final Path work;

    private StartTimes(final Path work) {
        this.work = work;
    }

    /**
     * Prints {@code startSeconds=N} and {@code startSecondsArchive=N}.
     *
     * @param arguments plan
     * @throws Exception when the demonstration does not run
     */
    public static void main(final String[] arguments) throws Exception {
        final int runs = arguments[0].equals("quick") ? 3 : 9;
        final Path work = Files.createTempDirectory("halfspread-start");
        try {
            final StartTimes times = new StartTimes(work);
            print("startSeconds", times.median(runs, "off"));
            final String archives = work.resolve("archives").toString();
            times.script(archives, "archive-classes");
            print("startSecondsArchive", times.median(runs, archives));
        } finally {
            delete(work);
        }
    }

    private static void print(final String name, final double seconds) {
        System.out.printf(Locale.ROOT, "%s=%.3f%n", name, seconds);
    }

    private double median(final int runs, final String archives) throws IOException, InterruptedException {
        final List<String> command = script(archives, "halfspread", "--print-command", "demo", "--seconds", "2");
        final double[] seconds = new double[runs];
        for (int i = 0; i < runs; i++) {
            seconds[i] = run(command);
        }
        Arrays.sort(seconds);
        return seconds[runs / 2];
    }

    /** What a script of the project prints, with archives of classes in a folder, or off. */
    private List<String> script(final String archives, final String name, final String... arguments)
            throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>(
                List.of("sh", home.resolve("scripts").resolve(name).toString()));
        command.addAll(List.of(arguments));
        final Path printed = work.resolve("printed");
        final ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(printed.toFile()).redirectError(Redirect.INHERIT);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("HALFSPREAD_ARCHIVE", archives);
        if (builder.start().waitFor() != 0) {
            throw new IOException(name + " failed");
        }
        return Files.readAllLines(printed);
    }

    private double run(final List<String> command) throws IOException, InterruptedException {
        final Path folder = Files.createTempDirectory(work, "run");
        final Path log = folder.resolve("demo.log");
        final Instant start = Instant.now();
        final Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("demo does not end: " + Files.readString(log));
        }
        final long startNs = start.getEpochSecond() * TimeUnit.SECONDS.toNanos(1) + start.getNano();
        return (firstOrderNs(folder.resolve("captures"), log) - startNs) / SECOND_NS;
    }

    /** Time of the event that caused the first order, ns since the epoch. */
    private static long firstOrderNs(final Path captures, final Path log) throws IOException {
        final MessageHeaderDecoder header = new MessageHeaderDecoder();
        try (CaptureReader reader = CaptureReader.open(capture(captures))) {
            long inputNs = 0;
            while (reader.next()) {
                header.wrap(reader.buffer(), reader.offset());
                if (reader.isInput()) {
                    inputNs = reader.buffer()
                            .getLong(reader.offset() + MessageHeaderDecoder.ENCODED_LENGTH, ByteOrder.LITTLE_ENDIAN);
                } else if (header.templateId() == PlaceOrderDecoder.TEMPLATE_ID) {
                    return inputNs;
                }
            }
        }
        throw new IOException("no order within the demonstration: " + Files.readString(log));
    }

    private static Path capture(final Path captures) throws IOException {
        try (Stream<Path> found = Files.list(captures)) {
            return found.filter(each -> each.getFileName().toString().matches("demo-[0-9TZ]+"))
                    .findFirst()
                    .orElseThrow(() -> new IOException(captures + ": no capture"));
        }
    }

    private static void delete(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
