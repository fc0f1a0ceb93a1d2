package io.halfspread.gateway.tuning;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says in one phrase what a file system refused. */
final class FileTrouble {
    private FileTrouble() {}

    static String describe(final Path file, final IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return file + ": permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return file + ": no such file or folder";
        }
        if (cause instanceof NotDirectoryException) {
            return file + ": not a folder";
        }
        final String reason = cause instanceof FileSystemException e && e.getReason() != null
                ? e.getReason()
                : String.valueOf(cause.getMessage());
        return file + ": " + (reason.equals(file.toString()) ? cause.getClass().getSimpleName() : reason);
    }
}
