package io.halfspread.codec.decimal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FixedMathTest {
    private static final long[] EDGES = {
        0, 1, -1, 5, 10_000, 50_000_000, Decimal8.ONE, Decimal8.RATIO_ONE, Long.MAX_VALUE, -Long.MAX_VALUE, 1L << 62
    };

    @Test
    void shouldAgreeWithBigDecimalOnRandomAndEdgeOperands() {
        final SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 1_000_000; i++) {
            final long a = operand(random);
            final long b = operand(random);

            assertEquals(product(a, b, 8), FixedMath.multiply(a, b), () -> a + " * " + b);
            assertEquals(product(a, b, 12), FixedMath.multiplyRatio(a, b), () -> a + " * " + b);
        }
    }

    @Test
    void shouldRoundHalfToEven() {
        assertEquals(2, FixedMath.multiply(250_000_000, 1));
        assertEquals(4, FixedMath.multiply(350_000_000, 1));
        assertEquals(-2, FixedMath.multiply(-250_000_000, 1));
        assertEquals(2, FixedMath.multiplyRatio(2_500_000, 1_000_000));
    }

    private static long operand(final SplittableRandom random) {
        if (random.nextInt(8) == 0) {
            return EDGES[random.nextInt(EDGES.length)];
        }
        final long value = random.nextLong() >> random.nextInt(63);
        final long rounded = random.nextInt(4) == 0 ? value / 5_000 * 5_000 : value;
        return rounded == Decimal8.NULL ? 0 : rounded;
    }

    private static long product(final long a, final long b, final int exponent) {
        final BigInteger rounded = new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)))
                .movePointLeft(exponent)
                .setScale(0, RoundingMode.HALF_EVEN)
                .toBigInteger();
        final BigInteger limit = BigInteger.valueOf(Long.MAX_VALUE);
        return rounded.min(limit).max(limit.negate()).longValueExact();
    }
}
