package io.halfspread.gateway.tuning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a small file, or why there are none.
 *
 * @param bytes   content, null when it could not be read
 * @param trouble why not, null when it could
 * @param steady  whether the file's stamp was the same before and after
 */
record FileRead(byte[] bytes, String trouble, boolean steady) {
    /** A tuning file is a few hundred bytes; this leaves room for comments. */
    static final int MAX_BYTES = 64 * 1024;

    static FileRead of(final Path file, final FileStamp before) {
        if (!before.regular()) {
            return failed(file + (before.folder() ? ": a folder, where a file is expected" : ": not a regular file"));
        }
        if (before.size() > MAX_BYTES) {
            return failed(file + ": larger than " + MAX_BYTES + " bytes; not a tuning file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            final byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            return new FileRead(bytes, null, before.equals(FileStamp.of(file)) && bytes.length == before.size());
        } catch (final IOException e) {
            return failed(FileTrouble.describe(file, e));
        }
    }

    private static FileRead failed(final String trouble) {
        return new FileRead(null, trouble, true);
    }
}
