package io.halfspread.gateway.sign;

import io.halfspread.codec.contract.HotPath;

/**
 * Multiples of the base point of secp256k1 in a time that does not depend on the scalar. The scalar, made odd by taking its
 * opposite where it is even, is written in 43 odd digits from -63 to 63, so that no digit is 0 and each costs one addition.
 *
 * <p>The sum of the lower digits is smaller than the next digit's weight, therefore no addition meets a point and itself or
 * its opposite; at the topmost digit one single scalar would, with a probability of 2^-256. For one thread.
 */
@HotPath
final class GeneratorMultiplier {
    private static final long DIGIT = (1L << GeneratorTable.WINDOW_BITS) - 1;
    private static final long HALF = DIGIT >> 1;

    private final CurvePoint sum = new CurvePoint();
    private final long[] odd = new long[Words.WORDS];
    private final long[] scratch = new long[Words.WORDS];
    private final long[] entryX = new long[Words.WORDS];
    private final long[] entryY = new long[Words.WORDS];
    private final long[] x = new long[Words.LIMBS];
    private final long[] y = new long[Words.LIMBS];

    /**
     * Multiplies the base point.
     *
     * @param scalar 4 words in [1, n - 1]
     * @param outX   takes 4 words, below p
     * @param outY   takes 4 words, below p
     */
    void multiply(final long[] scalar, final long[] outX, final long[] outY) {
        final long even = (scalar[0] & 1) - 1;
        Words.copy(scalar, odd);
        ScalarArithmetic.negateIf(even, odd, scratch);
        halveUp();
        read(0);
        sum.set(x, y);
        for (int window = 1; window < GeneratorTable.WINDOWS; window++) {
            read(window);
            sum.add(x, y);
        }
        sum.affine(x, y);
        FieldArithmetic.negateIf(even, y);
        FieldArithmetic.normalize(y);
        Words.toWords(x, outX);
        Words.toWords(y, outY);
        wipe();
    }

    /** Digit i of an odd scalar is 2 w - 63, where w is digit i of half the scalar, rounded down, plus 2^257. */
    private void halveUp() {
        odd[0] = odd[0] >>> 1 | odd[1] << 63;
        odd[1] = odd[1] >>> 1 | odd[2] << 63;
        odd[2] = odd[2] >>> 1 | odd[3] << 63;
        odd[3] = odd[3] >>> 1;
    }

    private void read(final int window) {
        final long w = window(window);
        final long negative = (w >> GeneratorTable.WINDOW_BITS - 1) - 1;
        GeneratorTable.read(window, (w ^ negative) & HALF, entryX, entryY);
        Words.toLimbs(entryX, x);
        Words.toLimbs(entryY, y);
        FieldArithmetic.negateIf(negative, y);
    }

    private long window(final int window) {
        final int bit = window * GeneratorTable.WINDOW_BITS;
        final int word = bit >> 6;
        final int shift = bit & 63;
        if (window == GeneratorTable.WINDOWS - 1) {
            return odd[word] >>> shift | 1L << GeneratorTable.WINDOW_BITS - 1;
        }
        final long low = odd[word] >>> shift;
        return (shift > 64 - GeneratorTable.WINDOW_BITS ? low | odd[word + 1] << 64 - shift : low) & DIGIT;
    }

    private void wipe() {
        Words.wipe(odd);
        Words.wipe(scratch);
        Words.wipe(entryX);
        Words.wipe(entryY);
        Words.wipe(x);
        Words.wipe(y);
        sum.wipe();
    }
}
