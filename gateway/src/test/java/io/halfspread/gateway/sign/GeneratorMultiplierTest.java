package io.halfspread.gateway.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;

final class GeneratorMultiplierTest {
    private final GeneratorMultiplier multiplier = new GeneratorMultiplier();
    private final long[] x = new long[4];
    private final long[] y = new long[4];

    @Test
    void shouldEqualTheOracleWhenScalarIsAnything() {
        final RandomScalars random = new RandomScalars(1, ScalarArithmetic.N);
        for (int i = 0; i < 500; i++) {
            check(random.next().max(BigInteger.ONE));
        }
    }

    @Test
    void shouldEqualTheOracleWhenOneDigitStandsAlone() {
        for (int bit = 0; bit < 256; bit++) {
            check(BigInteger.ONE.shiftLeft(bit).mod(ScalarArithmetic.N));
        }
        for (int i = 1; i < 70; i++) {
            check(BigInteger.valueOf(i));
            check(ScalarArithmetic.N.subtract(BigInteger.valueOf(i)));
        }
    }

    private void check(final BigInteger scalar) {
        multiplier.multiply(Words.of(scalar), x, y);

        final ECPoint expected = Oracle.multiple(scalar);
        assertEquals(expected.getAffineXCoord().toBigInteger(), RandomScalars.of(x), () -> scalar.toString(16));
        assertEquals(expected.getAffineYCoord().toBigInteger(), RandomScalars.of(y), () -> scalar.toString(16));
    }
}
