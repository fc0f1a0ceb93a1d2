package io.halfspread.fuzz;

import java.io.ByteArrayOutputStream;

/** An input as one line of printable ASCII, so that corpora can be read and compared: other bytes as {@code \xHH}. */
final class InputText {
    private static final String HEX = "0123456789abcdef";

    private InputText() {}

    static String write(final byte[] input) {
        final StringBuilder line = new StringBuilder(input.length + 16);
        for (final byte b : input) {
            switch (b) {
                case '\n' -> line.append("\\n");
                case '\\' -> line.append("\\\\");
                default -> {
                    if (b >= ' ' && b <= '~') {
                        line.append((char) b);
                    } else {
                        line.append("\\x").append(HEX.charAt(b >> 4 & 0xF)).append(HEX.charAt(b & 0xF));
                    }
                }
            }
        }
        return line.toString();
    }

    static byte[] read(final String line) {
        final ByteArrayOutputStream input = new ByteArrayOutputStream(line.length());
        for (int i = 0; i < line.length(); i++) {
            final char c = line.charAt(i);
            if (c != '\\') {
                input.write(c);
            } else if (line.charAt(++i) == 'x') {
                input.write(HEX.indexOf(line.charAt(i + 1)) << 4 | HEX.indexOf(line.charAt(i + 2)));
                i += 2;
            } else {
                input.write(line.charAt(i) == 'n' ? '\n' : line.charAt(i));
            }
        }
        return input.toByteArray();
    }
}
