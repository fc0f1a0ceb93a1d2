package io.halfspread.codec.decimal;

import io.halfspread.codec.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;

/** Decimals as strings, for configuration and for people. Not for the event path. */
public final class DecimalText {
    private DecimalText() {}

    /**
     * Reads a decimal8.
     *
     * @param text for instance {@code 0.25}
     * @return the number times 1e8
     * @throws IllegalArgumentException when it is not a decimal with at most 8 decimals that fits; the message says why
     */
    public static long decimal8(final String text) {
        return parse(text, Decimal8.EXPONENT);
    }

    /**
     * Reads a ratio12.
     *
     * @param text for instance {@code -0.00015}
     * @return the number times 1e12
     * @throws IllegalArgumentException when it is not a decimal with at most 12 decimals that fits; the message says why
     */
    public static long ratio12(final String text) {
        return parse(text, Decimal8.RATIO_EXPONENT);
    }

    /**
     * Prints a decimal8 as {@link DecimalPrinter} does.
     *
     * @param decimal8 the number
     * @return its text, {@code null} (four letters) for {@link Decimal8#NULL}
     */
    public static String print(final long decimal8) {
        if (decimal8 == Decimal8.NULL) {
            return "null";
        }
        final byte[] text = new byte[DecimalPrinter.MAX_LENGTH];
        final int length = DecimalPrinter.print(decimal8, new UnsafeBuffer(text), 0);
        return new String(text, 0, length, StandardCharsets.US_ASCII);
    }

    private static long parse(final String text, final int exponent) {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        final DecimalParser parser = new DecimalParser();
        final long value = parser.parse(new UnsafeBuffer(bytes), 0, bytes.length, exponent);
        if (value == Decimal8.NULL) {
            throw new IllegalArgumentException("'" + text + "': " + Refusal.describe(parser.refusal()) + "; a decimal"
                    + " such as 0.25 with at most " + exponent + " decimals is accepted");
        }
        return value;
    }
}
