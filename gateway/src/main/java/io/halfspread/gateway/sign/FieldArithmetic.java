package io.halfspread.gateway.sign;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.math.BigInteger;

/**
 * Arithmetic modulo p = 2^256 - 2^32 - 977, the field of secp256k1, in 5 limbs of 52 bits that may hold an excess: a value
 * of magnitude m has limbs of at most 2m times the full limb. Factors may have magnitude 8, products have 1. No branch and no
 * index depends on a value. Results may be written over arguments.
 *
 * <p>A product of limbs is split at bit 52 into high and low part. The high parts of a column are summed, the products too,
 * modulo 2^64; the sum of the low parts follows from both, because it is small.
 */
@HotPath
final class FieldArithmetic {
    static final BigInteger P =
            BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE.shiftLeft(32)).subtract(BigInteger.valueOf(977));

    private static final long M = Words.LIMB;
    private static final long TOP = (1L << 48) - 1;

    /** 2^256 modulo p. */
    private static final long FOLD = 0x1000003D1L;

    /** 2^260 modulo p, and the same for the high part of a product. */
    private static final long FOLD_16 = FOLD << 4;

    private static final long FOLD_16_SHIFTED = FOLD_16 << 6;
    private static final long FOLD_16_LOW = 0x3D10L;

    private static final long P0 = M - FOLD + 1;

    private FieldArithmetic() {}

    /** r = a b. */
    static void multiply(final long[] a, final long[] b, final long[] r) {
        final long a0 = a[0];
        final long a1 = a[1];
        final long a2 = a[2];
        final long a3 = a[3];
        final long a4 = a[4];
        final long b0 = b[0];
        final long b1 = b[1];
        final long b2 = b[2];
        final long b3 = b[3];
        final long b4 = b[4];
        final long s0 = a0 << 6;
        final long s1 = a1 << 6;
        final long s2 = a2 << 6;
        final long s3 = a3 << 6;
        final long s4 = a4 << 6;
        final long t0 = b0 << 6;
        final long t1 = b1 << 6;
        final long t2 = b2 << 6;
        final long t3 = b3 << 6;
        final long t4 = b4 << 6;
        final long h0 = Math.multiplyHigh(s0, t0);
        final long c0 = a0 * b0 - (h0 << 52);
        final long h1 = Math.multiplyHigh(s0, t1) + Math.multiplyHigh(s1, t0);
        final long c1 = a0 * b1 + a1 * b0 - (h1 << 52) + h0;
        final long h2 = Math.multiplyHigh(s0, t2) + Math.multiplyHigh(s1, t1) + Math.multiplyHigh(s2, t0);
        final long c2 = a0 * b2 + a1 * b1 + a2 * b0 - (h2 << 52) + h1;
        final long h3 = Math.multiplyHigh(s0, t3)
                + Math.multiplyHigh(s1, t2)
                + Math.multiplyHigh(s2, t1)
                + Math.multiplyHigh(s3, t0);
        final long c3 = a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 - (h3 << 52) + h2;
        final long h4 = Math.multiplyHigh(s0, t4)
                + Math.multiplyHigh(s1, t3)
                + Math.multiplyHigh(s2, t2)
                + Math.multiplyHigh(s3, t1)
                + Math.multiplyHigh(s4, t0);
        final long c4 = a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0 - (h4 << 52) + h3;
        final long h5 = Math.multiplyHigh(s1, t4)
                + Math.multiplyHigh(s2, t3)
                + Math.multiplyHigh(s3, t2)
                + Math.multiplyHigh(s4, t1);
        final long c5 = a1 * b4 + a2 * b3 + a3 * b2 + a4 * b1 - (h5 << 52) + h4;
        final long h6 = Math.multiplyHigh(s2, t4) + Math.multiplyHigh(s3, t3) + Math.multiplyHigh(s4, t2);
        final long c6 = a2 * b4 + a3 * b3 + a4 * b2 - (h6 << 52) + h5;
        final long h7 = Math.multiplyHigh(s3, t4) + Math.multiplyHigh(s4, t3);
        final long c7 = a3 * b4 + a4 * b3 - (h7 << 52) + h6;
        final long h8 = Math.multiplyHigh(s4, t4);
        final long c8 = a4 * b4 - (h8 << 52) + h7;
        reduce(c0, c1, c2, c3, c4, c5, c6, c7, c8, h8, r);
    }

    /** r = a a. */
    static void square(final long[] a, final long[] r) {
        final long a0 = a[0];
        final long a1 = a[1];
        final long a2 = a[2];
        final long a3 = a[3];
        final long a4 = a[4];
        final long s0 = a0 << 6;
        final long s1 = a1 << 6;
        final long s2 = a2 << 6;
        final long s3 = a3 << 6;
        final long s4 = a4 << 6;
        final long h0 = Math.multiplyHigh(s0, s0);
        final long c0 = a0 * a0 - (h0 << 52);
        final long h1 = (Math.multiplyHigh(s0, s1) << 1);
        final long c1 = (a0 * a1 << 1) - (h1 << 52) + h0;
        final long h2 = (Math.multiplyHigh(s0, s2) << 1) + Math.multiplyHigh(s1, s1);
        final long c2 = (a0 * a2 << 1) + a1 * a1 - (h2 << 52) + h1;
        final long h3 = ((Math.multiplyHigh(s0, s3) + Math.multiplyHigh(s1, s2)) << 1);
        final long c3 = ((a0 * a3 + a1 * a2) << 1) - (h3 << 52) + h2;
        final long h4 = ((Math.multiplyHigh(s0, s4) + Math.multiplyHigh(s1, s3)) << 1) + Math.multiplyHigh(s2, s2);
        final long c4 = ((a0 * a4 + a1 * a3) << 1) + a2 * a2 - (h4 << 52) + h3;
        final long h5 = ((Math.multiplyHigh(s1, s4) + Math.multiplyHigh(s2, s3)) << 1);
        final long c5 = ((a1 * a4 + a2 * a3) << 1) - (h5 << 52) + h4;
        final long h6 = (Math.multiplyHigh(s2, s4) << 1) + Math.multiplyHigh(s3, s3);
        final long c6 = (a2 * a4 << 1) + a3 * a3 - (h6 << 52) + h5;
        final long h7 = (Math.multiplyHigh(s3, s4) << 1);
        final long c7 = (a3 * a4 << 1) - (h7 << 52) + h6;
        final long h8 = Math.multiplyHigh(s4, s4);
        final long c8 = a4 * a4 - (h8 << 52) + h7;
        reduce(c0, c1, c2, c3, c4, c5, c6, c7, c8, h8, r);
    }

    private static void reduce(
            final long c0,
            final long c1,
            final long c2,
            final long c3,
            final long c4,
            final long c5,
            final long c6,
            final long c7,
            final long c8,
            final long c9,
            final long[] r) {
        final long d6 = c6 + (c5 >>> 52);
        final long d7 = c7 + (d6 >>> 52);
        final long d8 = c8 + (d7 >>> 52);
        final long e5 = c5 & M;
        final long e6 = d6 & M;
        final long e7 = d7 & M;
        final long e8 = d8 & M;
        final long e9 = c9 + (d8 >>> 52);
        final long h5 = Math.multiplyHigh(e5 << 6, FOLD_16_SHIFTED);
        final long h6 = Math.multiplyHigh(e6 << 6, FOLD_16_SHIFTED);
        final long h7 = Math.multiplyHigh(e7 << 6, FOLD_16_SHIFTED);
        final long h8 = Math.multiplyHigh(e8 << 6, FOLD_16_SHIFTED);
        final long h9 = Math.multiplyHigh(e9 << 6, FOLD_16_SHIFTED);
        final long f0 = c0 + e5 * FOLD_16 - (h5 << 52) + h9 * FOLD_16_LOW + ((h9 & 0xFFFF) << 36);
        final long f1 = c1 + e6 * FOLD_16 - (h6 << 52) + h5 + (h9 >>> 16) + (f0 >>> 52);
        final long f2 = c2 + e7 * FOLD_16 - (h7 << 52) + h6 + (f1 >>> 52);
        final long f3 = c3 + e8 * FOLD_16 - (h8 << 52) + h7 + (f2 >>> 52);
        final long f4 = c4 + e9 * FOLD_16 - (h9 << 52) + h8 + (f3 >>> 52);
        r[0] = (f0 & M) + (f4 >>> 48) * FOLD;
        r[1] = f1 & M;
        r[2] = f2 & M;
        r[3] = f3 & M;
        r[4] = f4 & TOP;
    }

    /** r = a + b; magnitudes add. */
    static void add(final long[] a, final long[] b, final long[] r) {
        for (int i = 0; i < Words.LIMBS; i++) {
            r[i] = a[i] + b[i];
        }
    }

    /** r = a - b for b of the given magnitude; the result's magnitude is that of a, plus it, plus 1. */
    static void subtract(final long[] a, final long[] b, final int magnitude, final long[] r) {
        final long times = 2L * (magnitude + 1);
        r[0] = a[0] + P0 * times - b[0];
        r[1] = a[1] + M * times - b[1];
        r[2] = a[2] + M * times - b[2];
        r[3] = a[3] + M * times - b[3];
        r[4] = a[4] + TOP * times - b[4];
    }

    /** Negates a of magnitude 1 where mask is all ones; the result has magnitude 2 at most. */
    static void negateIf(final long mask, final long[] a) {
        a[0] ^= (a[0] ^ P0 * 4 - a[0]) & mask;
        a[1] ^= (a[1] ^ M * 4 - a[1]) & mask;
        a[2] ^= (a[2] ^ M * 4 - a[2]) & mask;
        a[3] ^= (a[3] ^ M * 4 - a[3]) & mask;
        a[4] ^= (a[4] ^ TOP * 4 - a[4]) & mask;
    }

    /** Brings a to its one form below p. */
    static void normalize(final long[] a) {
        fold(a);
        final long over = carry(a[0] + FOLD, a) >>> 48;
        final long less = over - 1;
        a[0] -= FOLD & less;
        for (int i = 0; i < 4; i++) {
            a[i + 1] += a[i] >> 52;
            a[i] &= M;
        }
        a[4] &= TOP;
    }

    private static void fold(final long[] a) {
        final long over = a[4] >>> 48;
        a[4] &= TOP;
        carry(a[0] + over * FOLD, a);
    }

    /** Takes a new lowest limb, carries, and returns the topmost limb. */
    private static long carry(final long lowest, final long[] a) {
        a[0] = lowest;
        for (int i = 0; i < 4; i++) {
            a[i + 1] += a[i] >>> 52;
            a[i] &= M;
        }
        return a[4];
    }

    @ColdPath("constants")
    static long[] of(final BigInteger value) {
        return Words.limbsOf(value);
    }
}
