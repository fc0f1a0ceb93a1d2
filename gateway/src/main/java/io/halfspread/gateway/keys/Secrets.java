package io.halfspread.gateway.keys;

import java.util.Arrays;

/** Secrets in arrays, so that they can be overwritten; none becomes a String here. */
final class Secrets {
    private static final int KEY_DIGITS = 64;

    private Secrets() {}

    static void wipe(final byte[] secret) {
        if (secret != null) {
            Arrays.fill(secret, (byte) 0);
        }
    }

    static void wipe(final char[] secret) {
        if (secret != null) {
            Arrays.fill(secret, '\0');
        }
    }

    /** Bytes of a key of 64 digits, with or without 0x; null when it is anything else. */
    static byte[] parseKey(final char[] text) {
        final int from = text.length >= 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X') ? 2 : 0;
        if (text.length - from != KEY_DIGITS) {
            return null;
        }
        final byte[] key = new byte[KEY_DIGITS / 2];
        int invalid = 0;
        for (int i = 0; i < KEY_DIGITS; i++) {
            final int digit = text[from + i] < 128 ? Character.digit(text[from + i], 16) : -1;
            invalid |= digit;
            key[i >> 1] = (byte) (key[i >> 1] << 4 | digit & 0xF);
        }
        if (invalid < 0) {
            wipe(key);
            return null;
        }
        return key;
    }
}
