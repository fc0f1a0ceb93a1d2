package io.halfspread.app.capture.bulk;

import io.halfspread.app.console.Failure;
import io.halfspread.gateway.archive.ArchivePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A file to look at.
 *
 * @param path    where it is
 * @param name    its name below the folder given, with slashes
 * @param archive what its path says when it is one of the venue's archive, else null
 */
record FoundFile(Path path, String name, ArchivePath archive) {
    /** All files, each once, in the order of their names. Hidden ones, and those in hidden folders, are left out. */
    static List<FoundFile> find(final List<Path> inputs) {
        final Map<Path, FoundFile> found = new TreeMap<>();
        for (final Path input : inputs) {
            if (!Files.exists(input)) {
                throw Failure.badInput(input + ": no such file or folder; accepted: files and folders of raw frames,"
                        + " of the venue's archive or of CSV");
            }
            try (Stream<Path> paths = Files.walk(input)) {
                for (final Path path : paths.filter(Files::isRegularFile).toList()) {
                    final String name =
                            path.equals(input) ? String.valueOf(path.getFileName()) : named(input.relativize(path));
                    if (!name.startsWith(".") && !name.contains("/.")) {
                        final Path real = path.toRealPath();
                        found.putIfAbsent(real, new FoundFile(path, name, ArchivePath.of(real)));
                    }
                }
            } catch (final IOException e) {
                throw Failure.badInput(input + ": cannot be read: " + e.getMessage());
            }
        }
        final List<FoundFile> files = new ArrayList<>(found.values());
        files.sort(Comparator.comparing(FoundFile::name).thenComparing(FoundFile::path));
        return files;
    }

    private static String named(final Path relative) {
        return relative.toString().replace('\\', '/');
    }
}
