package io.halfspread.engine.capture;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of the first bytes of a buffer. */
final class Sha256 {
    private Sha256() {}

    static String of(final ByteBuffer memory, final int length) {
        try {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            final ByteBuffer bytes = memory.duplicate();
            bytes.limit(length).position(0);
            digest.update(bytes);
            return Hex.hex(digest.digest());
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
