package io.halfspread.codec.decimal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class DigitWordsTest {
    private final DecimalParser slow = new DecimalParser();

    @Test
    void shouldGiveWhatTheGeneralParserGivesAndTakeEveryPlainNumber() {
        final SplittableRandom random = new SplittableRandom(9);
        int plain = 0;
        for (int i = 0; i < 1_000_000; i++) {
            final String text = random.nextInt(4) == 0 ? mutated(random) : DecimalParserTest.randomDecimal(random);

            final long fast = fast(text);

            final long expected = slow(text);
            if (fast != Decimal8.NULL) {
                assertEquals(expected, fast, text);
                plain++;
            } else {
                final int point = text.indexOf('.');
                final boolean foreseen =
                        text.length() <= 15 && !text.startsWith("-") && (point < 0 || text.length() - point - 1 <= 8);
                assertTrue(expected == Decimal8.NULL || !foreseen, text);
            }
        }
        assertTrue(plain > 200_000);
    }

    @Test
    void shouldReadIntegersOfUpToFifteenDigits() {
        final SplittableRandom random = new SplittableRandom(10);
        for (int i = 0; i < 200_000; i++) {
            final long value = random.nextLong(1_000_000_000_000_000L) >>> random.nextInt(50);
            final UnsafeBuffer buffer = padded(value + "}");
            final long first = buffer.getLong(0, ByteOrder.LITTLE_ENDIAN);
            final long second = buffer.getLong(8, ByteOrder.LITTLE_ENDIAN);
            final int digits = DigitWords.countDigits(first);

            if (digits < 8) {
                assertTrue(DigitWords.isPlainInteger(first, digits));
                assertEquals(value, DigitWords.integer(first, digits));
            } else {
                assertTrue(DigitWords.endsValue(second, DigitWords.countDigits(second)));
                assertEquals(value, DigitWords.integer(first, second, DigitWords.countDigits(second)));
            }
        }
    }

    private long slow(final String text) {
        final byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return slow.parse(new UnsafeBuffer(bytes), 0, bytes.length, 8);
    }

    private static long fast(final String text) {
        final UnsafeBuffer buffer = padded(text + "\"");
        final long first = buffer.getLong(0, ByteOrder.LITTLE_ENDIAN);
        final long second = buffer.getLong(8, ByteOrder.LITTLE_ENDIAN);
        final int length = (text + "\"").indexOf('"');
        if (length > 15) {
            return Decimal8.NULL;
        }
        if (length < 8) {
            return ShortDecimals.decimal8(first, length);
        }
        final long value = DigitWords.decimal8(first, second, length);
        if (length == 8 && text.indexOf('.') >= 0) {
            assertEquals(value, ShortDecimals.decimal8(first, length), text);
        }
        return value;
    }

    private static String mutated(final SplittableRandom random) {
        final StringBuilder text = new StringBuilder(DecimalParserTest.randomDecimal(random));
        final String strange = "0.9/:-+e \u00ae\u00b0\u00b9";
        text.setCharAt(random.nextInt(text.length()), strange.charAt(random.nextInt(strange.length())));
        return text.toString();
    }

    private static UnsafeBuffer padded(final String text) {
        final byte[] bytes = new byte[64];
        final byte[] source = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(source, 0, bytes, 0, source.length);
        return new UnsafeBuffer(bytes);
    }
}
