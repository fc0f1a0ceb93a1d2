package io.halfspread.codec.decimal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.refusal.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalParserTest {
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final DecimalParser parser = new DecimalParser();

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0,0",
        "-0.000,0",
        "1,100000000",
        "84143.0,8414300000000",
        "0.00000001,1",
        "-0.00000001,-1",
        "0.10000000000000000000000000000000,10000000",
        "92233720368.54775807,9223372036854775807",
        "-92233720368.54775807,-9223372036854775807",
        "92233720368.547758070000,9223372036854775807",
    })
    void shouldParseExactly(final String text, final long decimal8) {
        assertEquals(decimal8, parse(text, 8, false));
        assertEquals(Refusal.NONE, parser.refusal());
    }

    @ParameterizedTest
    @CsvSource({
        "'',1",
        "-,2",
        "+1,2",
        ".5,2",
        "5.,2",
        "'1,5',2",
        "abc,2",
        "1.2.3,2",
        "' 1',2",
        "'1 ',2",
        "01,2",
        "00,2",
        "-01.5,2",
        "0x10,2",
        "1_000,2",
        "--1,2",
        "NaN,2",
        "Infinity,2",
        "1e5,3",
        "1.5E-3,3",
        "0.000000001,4",
        "1.123456789,4",
        "0.0000000000000000000000001,4",
        "92233720368.54775808,5",
        "-92233720368.54775808,5",
        "99999999999999999999999999,5",
        "922337203685,5",
        "12345678901234567890123x,5",
    })
    void shouldRefuseWithAReason(final String text, final int code) {
        assertEquals(Decimal8.NULL, parse(text, 8, false));
        assertEquals(Refusal.describe(code), Refusal.describe(parser.refusal()));
    }

    @Test
    void shouldAgreeWithBigDecimalOnRandomNumbers() {
        final SplittableRandom random = new SplittableRandom(3);
        int refused = 0;
        for (int i = 0; i < 500_000; i++) {
            final String text = randomDecimal(random);
            final int exponent = random.nextInt(19);
            final boolean rounded = random.nextBoolean();

            final long parsed = parse(text, exponent, rounded);

            final BigDecimal scaled = new BigDecimal(text).movePointRight(exponent);
            final BigDecimal whole = scaled.setScale(0, rounded ? RoundingMode.HALF_EVEN : RoundingMode.DOWN);
            final boolean tooLarge = whole.toBigInteger().abs().compareTo(LARGEST) > 0;
            if (tooLarge || !rounded && whole.compareTo(scaled) != 0) {
                assertEquals(Decimal8.NULL, parsed, text);
                assertTrue(parser.refusal() >= Refusal.DECIMAL_TOO_PRECISE, text);
                refused++;
            } else {
                assertEquals(whole.longValueExact(), parsed, text);
            }
        }
        assertTrue(refused > 50_000 && refused < 450_000);
    }

    @Test
    void shouldRoundHalfToEven() {
        assertEquals(12, parse("0.0000000000125", 12, true));
        assertEquals(14, parse("0.0000000000135", 12, true));
        assertEquals(-12, parse("-0.0000000000125", 12, true));
        assertEquals(13, parse("0.00000000001250000000000000000001", 12, true));
    }

    @Test
    void shouldSayWhatIsAcceptedWhenConfigurationIsWrong() {
        final Exception refused = assertThrows(IllegalArgumentException.class, () -> DecimalText.decimal8("0,8"));

        assertTrue(refused.getMessage().startsWith("'0,8': not a decimal number; "), refused.getMessage());
        assertEquals(80_000_000, DecimalText.decimal8("0.8"));
        assertEquals(-150_000_000, DecimalText.ratio12("-0.00015"));
    }

    private long parse(final String text, final int exponent, final boolean rounded) {
        final byte[] bytes = ("#" + text + "7").getBytes(StandardCharsets.US_ASCII);
        final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
        return rounded
                ? parser.parseRounded(buffer, 1, bytes.length - 2, exponent)
                : parser.parse(buffer, 1, bytes.length - 2, exponent);
    }

    static String randomDecimal(final SplittableRandom random) {
        final StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
        final int whole = random.nextInt(random.nextInt(4) == 0 ? 25 : 12);
        if (whole == 0) {
            text.append('0');
        } else {
            text.append((char) ('1' + random.nextInt(9)));
            digits(random, text, whole - 1);
        }
        final int decimals = random.nextInt(random.nextInt(4) == 0 ? 30 : 10);
        if (decimals > 0) {
            text.append('.');
            digits(random, text, decimals);
        }
        return text.toString();
    }

    private static void digits(final SplittableRandom random, final StringBuilder text, final int count) {
        final int kind = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + (kind == 0 ? 0 : kind == 1 && i == 0 ? 5 : kind == 1 ? 0 : random.nextInt(10))));
        }
    }
}
