package io.halfspread.gateway.sign;

import static io.halfspread.gateway.sign.ScalarArithmetic.N;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

final class ScalarArithmeticTest {
    private static final BigInteger R = BigInteger.ONE.shiftLeft(260);
    private static final int CASES = 3_000;

    private final long[] r = new long[5];
    private final long[] scratch = new long[5];

    @Test
    void shouldMultiplyAsBigIntegersDo() {
        final BigInteger inverseOfR = R.modInverse(N);
        final RandomScalars random = new RandomScalars(1, N);
        for (int i = 0; i < CASES; i++) {
            final BigInteger a = random.next();
            final BigInteger b = random.next();

            ScalarArithmetic.multiply(Words.limbsOf(a), Words.limbsOf(b), r);
            ScalarArithmetic.normalize(r, scratch);

            assertEquals(a.multiply(b).multiply(inverseOfR).mod(N), RandomScalars.ofLimbs(r));
        }
    }

    @Test
    void shouldMultiplyWhenOneFactorIsThreeTimesTheOrder() {
        final RandomScalars random = new RandomScalars(2, N);
        for (int i = 0; i < CASES; i++) {
            final BigInteger a = random.next();
            final BigInteger b = random.next();
            ScalarArithmetic.add(Words.limbsOf(a), Words.limbsOf(N.subtract(BigInteger.ONE)), r);
            ScalarArithmetic.add(r, Words.limbsOf(N.subtract(BigInteger.ONE)), r);

            ScalarArithmetic.multiply(Words.limbsOf(b), r, r);
            ScalarArithmetic.normalize(r, scratch);

            assertEquals(
                    a.subtract(BigInteger.TWO).multiply(b).mod(N),
                    RandomScalars.ofLimbs(r).multiply(R).mod(N));
        }
    }

    @Test
    void shouldInvertAsBigIntegersDo() {
        final RandomScalars random = new RandomScalars(3, N);
        final ScalarInversion inversion = new ScalarInversion();
        for (int i = 0; i < 300; i++) {
            final BigInteger a = random.next().max(BigInteger.ONE);

            ScalarArithmetic.multiply(Words.limbsOf(a), ScalarArithmetic.R_SQUARED, r);
            inversion.invert(r, r);
            ScalarArithmetic.normalize(r, scratch);

            assertEquals(a.modInverse(N).multiply(R).mod(N), RandomScalars.ofLimbs(r));
        }
    }

    @Test
    void shouldCompareAndNegateWithoutBranches() {
        final long[] words = new long[4];
        assertEquals(0, ScalarArithmetic.isValid(Words.of(BigInteger.ZERO), words));
        assertEquals(-1, ScalarArithmetic.isValid(Words.of(BigInteger.ONE), words));
        assertEquals(-1, ScalarArithmetic.isValid(Words.of(N.subtract(BigInteger.ONE)), words));
        assertEquals(0, ScalarArithmetic.isValid(Words.of(N), words));
        assertEquals(0, ScalarArithmetic.isHigh(Words.of(N.shiftRight(1)), words));
        assertEquals(-1, ScalarArithmetic.isHigh(Words.of(N.shiftRight(1).add(BigInteger.ONE)), words));
        final long[] negated = Words.of(BigInteger.TEN);
        ScalarArithmetic.negateIf(-1, negated, words);
        assertArrayEquals(Words.of(N.subtract(BigInteger.TEN)), negated);
        final long[] beyond = Words.of(N.add(BigInteger.TWO));
        assertEquals(-1, ScalarArithmetic.reduceOnce(beyond, words));
        assertArrayEquals(Words.of(BigInteger.TWO), beyond);
    }

    @Test
    void shouldSubtractAsBigIntegersDo() {
        final RandomScalars random = new RandomScalars(4, BigInteger.ONE.shiftLeft(256));
        final long[] difference = new long[4];
        for (int i = 0; i < CASES; i++) {
            final BigInteger a = random.next();
            final BigInteger b = random.next();

            final long below = Words.subtract(Words.of(a), Words.of(b), difference);

            assertEquals(a.compareTo(b) < 0 ? -1 : 0, below);
            assertEquals(a.subtract(b).mod(BigInteger.ONE.shiftLeft(256)), RandomScalars.of(difference));
        }
    }
}
