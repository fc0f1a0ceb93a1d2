package io.halfspread.codec.decimal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.refusal.Refusal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubleParserTest {
    private final DoubleParser parser = new DoubleParser();

    @ParameterizedTest
    @CsvSource({
        "'',1",
        "x,2",
        "1.,2",
        ".1,2",
        "01,2",
        "1e3,3",
        "1.5x,2",
        "12345678901234567890123.5{3,2",
        "NaN,2",
        "-,2"
    })
    void shouldRefuseWithAReason(final String text, final int code) {
        assertTrue(Double.isNaN(parse(text)));
        assertEquals(Refusal.describe(code), Refusal.describe(parser.refusal()));
    }

    @Test
    void shouldEqualParseDoubleOnRandomNumbers() {
        final SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 1_000_000; i++) {
            assertSame(DecimalParserTest.randomDecimal(random));
        }
    }

    @Test
    void shouldEqualParseDoubleOnAndNextToTheMiddleOfTwoDoubles() {
        final SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 200_000; i++) {
            final double value = Math.scalb(1 + random.nextDouble(), random.nextInt(120) - 60);
            final BigDecimal middle = new BigDecimal(value)
                    .add(new BigDecimal(Math.nextUp(value)))
                    .divide(BigDecimal.valueOf(2));

            assertSame(middle.toPlainString());
            final String shorter = middle.toPlainString();
            assertSame(cut(shorter, 17 + random.nextInt(6)));
            assertSame(
                    Double.toString(value).contains("E")
                            ? new BigDecimal(value).toPlainString()
                            : Double.toString(value));
        }
    }

    private static String cut(final String text, final int length) {
        final String cut = text.substring(0, Math.min(length, text.length()));
        return cut.endsWith(".") ? cut + "5" : cut;
    }

    private void assertSame(final String text) {
        assertEquals(
                Double.doubleToRawLongBits(Double.parseDouble(text)), Double.doubleToRawLongBits(parse(text)), text);
        assertEquals(Refusal.NONE, parser.refusal());
    }

    private double parse(final String text) {
        final byte[] bytes = ("#" + text + "7").getBytes(StandardCharsets.US_ASCII);
        return parser.parse(new UnsafeBuffer(bytes), 1, bytes.length - 2);
    }
}
