package io.halfspread.gateway.tuning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What tells one state of a file from the next without reading it. Links are followed.
 *
 * @param identity the file system's identity of the file, null where it has none
 * @param size     bytes
 * @param mtimeNs  time of the last write, ns since the epoch
 * @param regular  whether it is a regular file
 * @param folder   whether it is a folder
 */
record FileStamp(Object identity, long size, long mtimeNs, boolean regular, boolean folder) {
    static FileStamp of(final Path file) throws IOException {
        final BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        final FileTime mtime = attributes.lastModifiedTime();
        return new FileStamp(
                attributes.fileKey(),
                attributes.size(),
                mtime.to(TimeUnit.NANOSECONDS),
                attributes.isRegularFile(),
                attributes.isDirectory());
    }

    boolean sameFileAs(final FileStamp other) {
        return other != null && Objects.equals(identity, other.identity);
    }
}
