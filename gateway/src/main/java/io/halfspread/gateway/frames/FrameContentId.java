package io.halfspread.gateway.frames;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.ZipException;

/**
 * Identity of a frame file by its content: the first 8 bytes, big endian, of the SHA-256 of its first 1 MiB after
 * decompression. The same frames give the same id, however the file is compressed or named.
 */
public final class FrameContentId {
    private static final int PREFIX_BYTES = 1 << 20;
    private static final int CHUNK_BYTES = 1 << 16;

    private FrameContentId() {}

    /**
     * Reads the id of a file.
     *
     * @param path the file: plain, gzip or LZ4 frame
     * @return the id
     * @throws IOException when the file cannot be read; a damaged tail only shortens what is covered
     */
    public static long of(final Path path) throws IOException {
        try (InputStream in = Decompression.open(Files.newInputStream(path))) {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            final byte[] chunk = new byte[CHUNK_BYTES];
            int left = PREFIX_BYTES;
            int n;
            while (left > 0 && (n = readSome(in, chunk, Math.min(left, CHUNK_BYTES))) > 0) {
                digest.update(chunk, 0, n);
                left -= n;
            }
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }

    private static int readSome(final InputStream in, final byte[] chunk, final int length) throws IOException {
        try {
            return in.read(chunk, 0, length);
        } catch (final EOFException | ZipException e) {
            return -1;
        }
    }
}
