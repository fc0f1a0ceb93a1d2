package io.halfspread.codec.text;

/** Text of others on its way to a terminal or a log: nothing in it can end the line, move the cursor or colour the screen. */
public final class PrintableLine {
    private static final String HEX = "0123456789abcdef";

    private PrintableLine() {}

    /**
     * Replaces control characters by their escape, and line separators by a blank.
     *
     * @param text any text
     * @return the same text when it has none
     */
    public static String of(final String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return escaped(text);
            }
        }
        return text;
    }

    private static String escaped(final String text) {
        final StringBuilder line = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (!isControl(c)) {
                line.append(c);
            } else if (c == '\n' || c == '\r' || c == '\t' || c > 0xFF) {
                line.append(' ');
            } else {
                line.append("\\x").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
        return line.toString();
    }

    /** C0, DEL, C1, and the two separators of Unicode that some terminals and log viewers take as line ends. */
    private static boolean isControl(final char c) {
        return c < ' ' || c >= 0x7F && c < 0xA0 || c == '\u2028' || c == '\u2029';
    }
}
