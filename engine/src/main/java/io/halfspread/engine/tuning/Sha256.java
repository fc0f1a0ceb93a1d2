package io.halfspread.engine.tuning;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 as the four numbers events carry, big endian. Cold.
 *
 * @param a bytes 0 to 7
 * @param b bytes 8 to 15
 * @param c bytes 16 to 23
 * @param d bytes 24 to 31
 */
public record Sha256(long a, long b, long c, long d) {
    /**
     * Hashes bytes.
     *
     * @param bytes the bytes
     * @return their SHA-256
     */
    public static Sha256 of(final byte[] bytes) {
        try {
            return unpack(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Reads the form that {@link #hex()} writes.
     *
     * @param hex 64 hexadecimal digits
     * @return the hash
     * @throws IllegalArgumentException when the text is anything else
     */
    public static Sha256 parse(final String hex) {
        if (hex.length() != 64) {
            throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits, not " + hex.length());
        }
        return unpack(HexFormat.of().parseHex(hex));
    }

    private static Sha256 unpack(final byte[] digest) {
        final ByteBuffer bytes = ByteBuffer.wrap(digest);
        return new Sha256(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /**
     * The hash as text.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public String hex() {
        final ByteBuffer bytes =
                ByteBuffer.allocate(32).putLong(a).putLong(b).putLong(c).putLong(d);
        return HexFormat.of().formatHex(bytes.array());
    }

    /**
     * The first digits of the hash, enough to tell files apart in a log line.
     *
     * @return 12 lower-case hexadecimal digits
     */
    public String brief() {
        return hex().substring(0, 12);
    }

    @Override
    public String toString() {
        return hex();
    }
}
