package io.halfspread.gateway.sign;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.math.BigInteger;

/**
 * Odd multiples of the base point of secp256k1: for each window of 6 bits of a scalar, 32 affine points. An entry is found by
 * reading all of its window, so that the cache does not tell which it was. Calculated when the class is loaded (88 KiB);
 * immutable, for any thread.
 */
@HotPath
final class GeneratorTable {
    static final int WINDOW_BITS = 6;
    static final int WINDOWS = 43;

    private static final int ENTRIES = 1 << WINDOW_BITS - 1;
    private static final int ENTRY_WORDS = 2 * Words.WORDS;
    private static final int WINDOW_WORDS = ENTRIES * ENTRY_WORDS;
    private static final long[] TABLE = calculate();

    private GeneratorTable() {}

    /** Copies entry index (0 to 31: the odd multiple 2 index + 1) of a window into two packed coordinates. */
    static void read(final int window, final long index, final long[] x, final long[] y) {
        final long[] table = TABLE;
        final int from = window * WINDOW_WORDS;
        long x0 = 0;
        long x1 = 0;
        long x2 = 0;
        long x3 = 0;
        long y0 = 0;
        long y1 = 0;
        long y2 = 0;
        long y3 = 0;
        for (int i = 0; i < ENTRIES; i++) {
            final long mask = (i ^ index) - 1 >> 63;
            final int at = from + i * ENTRY_WORDS;
            x0 |= table[at] & mask;
            x1 |= table[at + 1] & mask;
            x2 |= table[at + 2] & mask;
            x3 |= table[at + 3] & mask;
            y0 |= table[at + 4] & mask;
            y1 |= table[at + 5] & mask;
            y2 |= table[at + 6] & mask;
            y3 |= table[at + 7] & mask;
        }
        x[0] = x0;
        x[1] = x1;
        x[2] = x2;
        x[3] = x3;
        y[0] = y0;
        y[1] = y1;
        y[2] = y2;
        y[3] = y3;
    }

    @ColdPath("when the class is loaded")
    private static long[] calculate() {
        final long[] table = new long[WINDOWS * WINDOW_WORDS];
        final OddMultiples multiples = new OddMultiples(ENTRIES);
        long[] x = limbs("79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798");
        long[] y = limbs("483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8");
        for (int window = 0; window < WINDOWS; window++) {
            multiples.calculate(x, y);
            for (int i = 0; i < ENTRIES; i++) {
                store(multiples.x(i), table, window * WINDOW_WORDS + i * ENTRY_WORDS);
                store(multiples.y(i), table, window * WINDOW_WORDS + i * ENTRY_WORDS + Words.WORDS);
            }
            x = multiples.x(ENTRIES).clone();
            y = multiples.y(ENTRIES).clone();
        }
        return table;
    }

    @ColdPath("when the class is loaded")
    private static void store(final long[] limbs, final long[] table, final int at) {
        final long[] words = new long[Words.WORDS];
        Words.toWords(limbs, words);
        System.arraycopy(words, 0, table, at, Words.WORDS);
    }

    @ColdPath("when the class is loaded")
    private static long[] limbs(final String hex) {
        return Words.limbsOf(new BigInteger(hex, 16));
    }
}
