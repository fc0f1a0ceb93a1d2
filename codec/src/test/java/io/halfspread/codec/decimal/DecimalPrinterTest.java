package io.halfspread.codec.decimal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalPrinterTest {
    @ParameterizedTest
    @CsvSource({
        "0,0",
        "1,0.00000001",
        "-1,-0.00000001",
        "100000000,1",
        "8414300000000,84143",
        "10000000,0.1",
        "-123450000000,-1234.5",
        "9223372036854775807,92233720368.54775807",
        "-9223372036854775807,-92233720368.54775807",
    })
    void shouldPrintAsTheVenueSigns(final long decimal8, final String text) {
        assertEquals(text, DecimalText.print(decimal8));
    }

    @Test
    void shouldPrintNothingWhenNull() {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[DecimalPrinter.MAX_LENGTH]);

        assertEquals(0, DecimalPrinter.print(Decimal8.NULL, buffer, 0));
        assertEquals("null", DecimalText.print(Decimal8.NULL));
    }

    @Test
    void shouldAgreeWithBigDecimalAndParseBack() {
        final SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 200_000; i++) {
            long value = random.nextLong() >> random.nextInt(63);
            value = value == Decimal8.NULL ? 0 : random.nextBoolean() ? value : value / 1_000_000 * 1_000_000;

            final String text = DecimalText.print(value);

            final BigDecimal exact = BigDecimal.valueOf(value, 8).stripTrailingZeros();
            assertEquals(exact.signum() == 0 ? "0" : exact.toPlainString(), text);
            assertEquals(value, DecimalText.decimal8(text));
        }
    }
}
