package io.halfspread.gateway.sign;

import io.halfspread.codec.contract.HotPath;

/** Inverse in the field of secp256k1 by Fermat: a to the power of p - 2, always the same 255 squarings. For one thread. */
@HotPath
final class FieldInversion {
    private final long[] x2 = new long[Words.LIMBS];
    private final long[] x3 = new long[Words.LIMBS];
    private final long[] x22 = new long[Words.LIMBS];
    private final long[] x44 = new long[Words.LIMBS];
    private final long[] x88 = new long[Words.LIMBS];
    private final long[] t = new long[Words.LIMBS];

    /** r = 1 / a, 0 for 0; a has magnitude 8 at most. */
    void invert(final long[] a, final long[] r) {
        power(a, 1, a, x2);
        power(x2, 1, a, x3);
        power(x3, 3, x3, t);
        power(t, 3, x3, t);
        power(t, 2, x2, t);
        power(t, 11, t, x22);
        power(x22, 22, x22, x44);
        power(x44, 44, x44, x88);
        power(x88, 88, x88, t);
        power(t, 44, x44, t);
        power(t, 3, x3, t);
        power(t, 23, x22, t);
        power(t, 5, a, t);
        power(t, 3, x2, t);
        power(t, 2, a, r);
    }

    /** result = base^(2^squarings) * factor; result may be base or factor. */
    private void power(final long[] base, final int squarings, final long[] factor, final long[] result) {
        FieldArithmetic.square(base, s);
        for (int i = 1; i < squarings; i++) {
            FieldArithmetic.square(s, s);
        }
        FieldArithmetic.multiply(s, factor, result);
    }

    private final long[] s = new long[Words.LIMBS];
}
