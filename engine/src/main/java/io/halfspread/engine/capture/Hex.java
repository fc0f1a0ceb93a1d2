package io.halfspread.engine.capture;

import java.util.HexFormat;

/** Fixed-width hexadecimal text. */
final class Hex {
    private static final HexFormat FORMAT = HexFormat.of();

    private Hex() {}

    static String hex8(final int value) {
        return FORMAT.toHexDigits(value);
    }

    static String hex16(final long value) {
        return FORMAT.toHexDigits(value);
    }

    static String hex(final byte[] bytes) {
        return FORMAT.formatHex(bytes);
    }
}
