package io.halfspread.app.capture.catalogue;

import io.halfspread.app.console.Failure;
import io.halfspread.engine.capture.CaptureDescriptor;
import io.halfspread.engine.capture.ManifestFile;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the captures below a folder. */
public final class Catalogue {
    /** What the name of an imported capture ends with until it is whole. */
    public static final String UNFINISHED = ".importing";

    private Catalogue() {}

    /**
     * All folders that are captures: those with a manifest. Hidden folders are passed over, and none is looked for within
     * a capture.
     *
     * @param top where to begin; may be a capture itself
     * @return the folders in the order of their paths
     * @throws Failure when the folder is not there or cannot be read
     */
    public static List<Path> folders(final Path top) {
        if (!Files.isDirectory(top)) {
            throw Failure.badInput(top + ": " + (Files.exists(top) ? "not a folder" : "no such folder")
                    + "; accepted: a folder of captures");
        }
        final List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(top, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(final Path folder, final BasicFileAttributes attributes) {
                    if (!folder.equals(top) && folder.getFileName().toString().startsWith(".")) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    if (isCapture(folder)) {
                        found.add(folder);
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (final IOException e) {
            throw Failure.environment(top + ": cannot be listed: " + e.getMessage());
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }

    /** A capture whose manifest is gone has its segments still. */
    private static boolean isCapture(final Path folder) {
        return ManifestFile.isPresent(folder) || Files.exists(folder.resolve(CaptureDescriptor.segmentName(0)));
    }
}
