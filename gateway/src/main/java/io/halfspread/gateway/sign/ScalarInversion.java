package io.halfspread.gateway.sign;

import io.halfspread.codec.contract.HotPath;

/** Inverse modulo the order of secp256k1 by Fermat, in windows of 4 bits of the fixed exponent. For one thread. */
@HotPath
final class ScalarInversion {
    private static final int WINDOW = 4;
    private static final long[] EXPONENT = ScalarArithmetic.inversionExponent();

    private final long[][] powers = new long[1 << WINDOW][Words.LIMBS];
    private final long[] t = new long[Words.LIMBS];

    /** r = 1 / a, both in Montgomery's form. */
    void invert(final long[] a, final long[] r) {
        Words.copy(a, powers[1]);
        for (int i = 2; i < powers.length; i++) {
            ScalarArithmetic.multiply(powers[i - 1], a, powers[i]);
        }
        Words.copy(powers[digit(63)], t);
        for (int i = 62; i >= 0; i--) {
            for (int j = 0; j < WINDOW; j++) {
                ScalarArithmetic.multiply(t, t, t);
            }
            final int digit = digit(i);
            if (digit != 0) {
                ScalarArithmetic.multiply(t, powers[digit], t);
            }
        }
        Words.copy(t, r);
        for (int i = 0; i < powers.length; i++) {
            Words.wipe(powers[i]);
        }
        Words.wipe(t);
    }

    private static int digit(final int i) {
        return (int) (EXPONENT[i >> 4] >>> WINDOW * (i & 15)) & 15;
    }
}
