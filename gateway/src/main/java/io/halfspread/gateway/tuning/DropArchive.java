package io.halfspread.gateway.tuning;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Where processed drops go: applied/ and rejected/ below the drops folder, never over an earlier file. */
final class DropArchive {
    private final Path folder;
    private final TuningLog log;
    private final Set<Path> complained = new HashSet<>();

    DropArchive(final Path folder, final TuningLog log) {
        this.folder = folder;
        this.log = log;
    }

    /** Moves an accepted drop. Returns false when it had to stay. */
    boolean applied(final Path file, final FileStamp stamp, final byte[] bytes) {
        return move(file, stamp, bytes, "applied") != null;
    }

    /** Moves a refused drop and writes its reason beside it. Returns false when it had to stay. */
    boolean rejected(final Path file, final FileStamp stamp, final byte[] bytes, final String reason) {
        final Path moved = move(file, stamp, bytes, "rejected");
        if (moved == null) {
            return false;
        }
        final Path beside = moved.resolveSibling(moved.getFileName() + ".reason");
        try {
            Files.writeString(beside, reason.replace("; line ", "\nline ") + "\n");
        } catch (final IOException e) {
            log.warn(FileTrouble.describe(beside, e) + "; the reason is in the log");
        }
        return true;
    }

    private Path move(final Path file, final FileStamp stamp, final byte[] bytes, final String where) {
        try {
            final Path target = folder.resolve(where);
            Files.createDirectories(target);
            final Path moved = moveTo(target, file, bytes);
            if (!Files.isSymbolicLink(moved) && bytes != null && !sameContent(moved, stamp, bytes)) {
                // Somebody put a new file under this name after the old one was read: it has yet to be processed.
                moveTo(folder, moved, null);
            }
            complained.remove(file);
            return moved;
        } catch (final NoSuchFileException e) {
            return file;
        } catch (final IOException e) {
            if (complained.add(file)) {
                log.warn(FileTrouble.describe(file, e) + "; processed, but it cannot be moved to " + where + "/");
            }
            return null;
        }
    }

    private static boolean sameContent(final Path moved, final FileStamp stamp, final byte[] bytes) throws IOException {
        return stamp.equals(FileStamp.of(moved)) || Arrays.equals(bytes, Files.readAllBytes(moved));
    }

    private static Path moveTo(final Path target, final Path file, final byte[] bytes) throws IOException {
        final String name = file.getFileName().toString();
        final String stem = name.substring(0, name.length() - ".json".length());
        for (int number = 1; ; number++) {
            final Path free = target.resolve(number == 1 ? name : stem + "-" + number + ".json");
            try {
                if (bytes != null && Files.isSymbolicLink(file)) {
                    Files.write(free, bytes, StandardOpenOption.CREATE_NEW);
                    Files.delete(file);
                    return free;
                }
                return Files.move(file, free);
            } catch (final FileAlreadyExistsException e) {
                if (number == Integer.MAX_VALUE) {
                    throw e;
                }
            }
        }
    }
}
