package io.halfspread.gateway.sign;

import static io.halfspread.gateway.sign.FieldArithmetic.P;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

final class FieldArithmeticTest {
    private static final int CASES = 3_000;

    private final long[] r = new long[5];

    @Test
    void shouldMultiplyAndSquareAsBigIntegersDo() {
        final RandomScalars random = new RandomScalars(1, P);
        for (int i = 0; i < CASES; i++) {
            final BigInteger a = random.next();
            final BigInteger b = random.next();

            FieldArithmetic.multiply(FieldArithmetic.of(a), FieldArithmetic.of(b), r);
            assertEquals(a.multiply(b).mod(P), normal());
            FieldArithmetic.square(FieldArithmetic.of(a), r);
            assertEquals(a.multiply(a).mod(P), normal());
        }
    }

    @Test
    void shouldMultiplyWhenFactorsHaveTheGreatestMagnitude() {
        final long[] full = new long[5];
        for (int i = 0; i < 5; i++) {
            full[i] = 16 * (i < 4 ? (1L << 52) - 1 : (1L << 48) - 1);
        }
        final BigInteger value = RandomScalars.ofLimbs(full);

        FieldArithmetic.multiply(full, full, r);
        assertTrue(r[0] < 2 * (1L << 52) - 2 && r[4] <= (1L << 48) - 1);
        assertEquals(value.multiply(value).mod(P), normal());
        FieldArithmetic.square(full, r);
        assertEquals(value.multiply(value).mod(P), normal());
    }

    @Test
    void shouldAddSubtractAndNegateWithExcess() {
        final RandomScalars random = new RandomScalars(2, P);
        for (int i = 0; i < CASES; i++) {
            final BigInteger a = random.next();
            final BigInteger b = random.next();

            FieldArithmetic.add(FieldArithmetic.of(a), FieldArithmetic.of(b), r);
            assertEquals(a.add(b).mod(P), normal());
            FieldArithmetic.subtract(FieldArithmetic.of(a), FieldArithmetic.of(b), 1 + i % 7, r);
            assertEquals(a.subtract(b).mod(P), normal());
            Words.copy(FieldArithmetic.of(a), r);
            FieldArithmetic.negateIf(-1, r);
            assertEquals(a.negate().mod(P), normal());
            Words.copy(FieldArithmetic.of(a), r);
            FieldArithmetic.negateIf(0, r);
            assertEquals(a, normal());
        }
    }

    @Test
    void shouldNormalizeWhenValueLiesAroundTheModulus() {
        for (long offset = -3; offset <= 3; offset++) {
            final BigInteger value = P.add(BigInteger.valueOf(offset));
            Words.copy(FieldArithmetic.of(value), r);

            assertEquals(value.mod(P), normal());
        }
    }

    @Test
    void shouldInvertAsBigIntegersDo() {
        final RandomScalars random = new RandomScalars(3, P);
        final FieldInversion inversion = new FieldInversion();
        for (int i = 0; i < 300; i++) {
            final BigInteger a = random.next();

            inversion.invert(FieldArithmetic.of(a), r);

            assertEquals(a.signum() == 0 ? BigInteger.ZERO : a.modInverse(P), normal());
        }
    }

    private BigInteger normal() {
        FieldArithmetic.normalize(r);
        return RandomScalars.ofLimbs(r);
    }
}
