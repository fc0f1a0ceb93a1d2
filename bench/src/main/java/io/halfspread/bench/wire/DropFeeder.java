package io.halfspread.bench.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** Renames a parameter file into the drops folder every ten milliseconds and writes down when. */
final class DropFeeder implements Runnable {
    /** Where the times are written: name and nanoseconds of the monotonic clock. */
    static final String TIMES = "drop-times.txt";

    private static final long EVERY_NS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Path folder;
    private long dueNs = System.nanoTime();
    private int number;

    DropFeeder(final Path folder) {
        this.folder = folder;
    }

    /** Places a file when one is due. */
    @Override
    public void run() {
        final long nowNs = System.nanoTime();
        if (nowNs - dueNs < 0) {
            return;
        }
        dueNs = Math.max(dueNs + EVERY_NS, nowNs);
        try {
            final String name = "drop-" + ++number + ".json";
            final Path written = folder.resolve(name);
            Files.writeString(written, "{\"skew_adjustment_factor\": 0." + (5 + number % 2) + "}\n");
            final long renamedNs = System.nanoTime();
            Files.move(written, folder.resolve("config/drops").resolve(name), StandardCopyOption.ATOMIC_MOVE);
            Files.writeString(
                    folder.resolve(TIMES),
                    name + " " + renamedNs + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
