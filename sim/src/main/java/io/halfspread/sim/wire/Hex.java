package io.halfspread.sim.wire;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Hexadecimal texts of the wire. */
final class Hex {
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
    private static final Pattern CLOID = Pattern.compile("0x[0-9a-fA-F]{32}");
    private static final Pattern WORD = Pattern.compile("0x[0-9a-fA-F]{1,64}");

    private Hex() {}

    static String address(final String text) {
        return match(ADDRESS, text, "address");
    }

    static String cloid(final String text) {
        return match(CLOID, text, "cloid");
    }

    /** A number of up to 256 bits; leading zeros may be missing. */
    static BigInteger word(final String text) {
        return new BigInteger(match(WORD, text, "hex number").substring(2), 16);
    }

    static byte[] bytes(final String text) {
        return HexFormat.of().parseHex(text, 2, text.length());
    }

    static String text(final byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }

    private static String match(final Pattern pattern, final String text, final String what) {
        if (!pattern.matcher(text).matches()) {
            throw new Unreadable("invalid " + what + " " + text);
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
