package io.halfspread.spark;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what passes by. */
final class ContentHash {
    private final MessageDigest digest;

    ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void update(final byte[] bytes, final int length) {
        digest.update(bytes, 0, length);
    }

    /** 64 hex digits; the hash begins again. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
