package io.halfspread.app.soak;

import io.halfspread.app.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Deletes what good runs leave behind. */
final class SoakFiles {
    private SoakFiles() {}

    /** Deletes a file or a folder with all that is in it, where there is one. */
    static void delete(final Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (final Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (final IOException e) {
            throw Failure.environment(path + ": cannot be deleted: " + e.getMessage());
        }
    }
}
