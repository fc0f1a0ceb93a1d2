package io.halfspread.gateway.sign;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.math.BigInteger;

/**
 * The two forms of a number of 256 bits: 4 words of 64 bits as it travels, 5 limbs of 52 bits as it is calculated with. The
 * least significant comes first in both. Products of limbs split at 52 bits without a carry to look for.
 */
@HotPath
final class Words {
    static final int WORDS = 4;
    static final int LIMBS = 5;
    static final int LIMB_BITS = 52;
    static final long LIMB = (1L << LIMB_BITS) - 1;

    private Words() {}

    static void toLimbs(final long[] words, final long[] limbs) {
        final long w0 = words[0];
        final long w1 = words[1];
        final long w2 = words[2];
        final long w3 = words[3];
        limbs[0] = w0 & LIMB;
        limbs[1] = (w0 >>> 52 | w1 << 12) & LIMB;
        limbs[2] = (w1 >>> 40 | w2 << 24) & LIMB;
        limbs[3] = (w2 >>> 28 | w3 << 36) & LIMB;
        limbs[4] = w3 >>> 16;
    }

    /** Packs limbs without excess. */
    static void toWords(final long[] limbs, final long[] words) {
        words[0] = limbs[0] | limbs[1] << 52;
        words[1] = limbs[1] >>> 12 | limbs[2] << 40;
        words[2] = limbs[2] >>> 24 | limbs[3] << 28;
        words[3] = limbs[3] >>> 36 | limbs[4] << 16;
    }

    /** Calculates a - b and returns all ones when it was negative, else 0; the difference is modulo 2^256. */
    static long subtract(final long[] a, final long[] b, final long[] difference) {
        long borrow = 0;
        for (int i = 0; i < WORDS; i++) {
            final long x = a[i];
            final long y = b[i];
            final long partial = x - y;
            final long under = (~x & y | ~(x ^ y) & partial) >>> 63;
            final long result = partial - borrow;
            borrow = under | (~partial & result) >>> 63 & borrow;
            difference[i] = result;
        }
        return -borrow;
    }

    /** Takes other where mask is all ones, leaves words where it is 0. */
    static void select(final long mask, final long[] other, final long[] words) {
        for (int i = 0; i < words.length; i++) {
            words[i] ^= (words[i] ^ other[i]) & mask;
        }
    }

    static void copy(final long[] from, final long[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i];
        }
    }

    static void wipe(final long[] words) {
        for (int i = 0; i < words.length; i++) {
            words[i] = 0;
        }
    }

    @ColdPath("constants")
    static long[] of(final String hex) {
        return of(new BigInteger(hex, 16));
    }

    @ColdPath("constants")
    static long[] of(final BigInteger value) {
        final long[] words = new long[WORDS];
        for (int i = 0; i < WORDS; i++) {
            words[i] = value.shiftRight(64 * i).longValue();
        }
        return words;
    }

    @ColdPath("constants")
    static long[] limbsOf(final BigInteger value) {
        final long[] limbs = new long[LIMBS];
        toLimbs(of(value), limbs);
        return limbs;
    }
}
