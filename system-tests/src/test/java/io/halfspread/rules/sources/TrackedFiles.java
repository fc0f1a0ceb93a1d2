package io.halfspread.rules.sources;

import io.halfspread.rules.Modules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The text files of the checkout: what a build or a run leaves behind is left out. */
final class TrackedFiles {
    private static final Set<String> NOT_OURS = Set.of(".git", ".idea", ".vscode", "target", "captures", "results");
    private static final Set<String> BINARY = Set.of("gz", "jar", "png", "class");

    private TrackedFiles() {}

    static List<Path> all() throws IOException {
        final List<Path> files = new ArrayList<>();
        Files.walkFileTree(Modules.home(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(final Path directory, final BasicFileAttributes attributes) {
                return NOT_OURS.contains(directory.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
                final String name = file.getFileName().toString();
                if (attributes.isRegularFile()
                        && !".git".equals(name)
                        && !BINARY.contains(name.substring(name.lastIndexOf('.') + 1))) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    static String text(final Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
