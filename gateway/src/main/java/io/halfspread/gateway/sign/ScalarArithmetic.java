package io.halfspread.gateway.sign;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.math.BigInteger;

/**
 * Arithmetic modulo n, the order of secp256k1, in Montgomery's form with R = 2^260: a product of two numbers is divided by R.
 * Arguments and results are below 3n in 5 limbs of 52 bits without excess. No branch and no index depends on a value.
 * Results may be written over arguments.
 */
@HotPath
final class ScalarArithmetic {
    static final BigInteger N = new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

    private static final long M = Words.LIMB;
    private static final long[] ORDER = Words.of(N);
    private static final long[] HALF_ORDER = Words.of(N.shiftRight(1));
    private static final long[] ORDER_LIMBS = Words.limbsOf(N);
    private static final long N0 = ORDER_LIMBS[0];
    private static final long N1 = ORDER_LIMBS[1];
    private static final long N2 = ORDER_LIMBS[2];
    private static final long N3 = ORDER_LIMBS[3];
    private static final long N4 = ORDER_LIMBS[4];
    private static final long S0 = N0 << 6;
    private static final long S1 = N1 << 6;
    private static final long S2 = N2 << 6;
    private static final long S3 = N3 << 6;
    private static final long S4 = N4 << 6;

    /** -1/n modulo 2^52. */
    private static final long INVERSE = N.modInverse(BigInteger.ONE.shiftLeft(Words.LIMB_BITS))
            .negate()
            .mod(BigInteger.ONE.shiftLeft(Words.LIMB_BITS))
            .longValue();

    /** R^2 modulo n: brings a number into Montgomery's form. */
    static final long[] R_SQUARED = Words.limbsOf(
            BigInteger.ONE.shiftLeft(2 * Words.LIMBS * Words.LIMB_BITS).mod(N));

    private ScalarArithmetic() {}

    /** r = a b / R. */
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
        final long v0 = c0;
        final long q0 = v0 * INVERSE & M;
        final long w0 = q0 << 6;
        final long h00 = Math.multiplyHigh(w0, S0);
        final long h01 = Math.multiplyHigh(w0, S1);
        final long h02 = Math.multiplyHigh(w0, S2);
        final long h03 = Math.multiplyHigh(w0, S3);
        final long h04 = Math.multiplyHigh(w0, S4);
        final long v1 = c1 + ((v0 + q0 * N0 - (h00 << 52)) >>> 52) + h00 + q0 * N1 - (h01 << 52);
        final long q1 = v1 * INVERSE & M;
        final long w1 = q1 << 6;
        final long h10 = Math.multiplyHigh(w1, S0);
        final long h11 = Math.multiplyHigh(w1, S1);
        final long h12 = Math.multiplyHigh(w1, S2);
        final long h13 = Math.multiplyHigh(w1, S3);
        final long h14 = Math.multiplyHigh(w1, S4);
        final long v2 =
                c2 + h01 + q0 * N2 - (h02 << 52) + ((v1 + q1 * N0 - (h10 << 52)) >>> 52) + h10 + q1 * N1 - (h11 << 52);
        final long q2 = v2 * INVERSE & M;
        final long w2 = q2 << 6;
        final long h20 = Math.multiplyHigh(w2, S0);
        final long h21 = Math.multiplyHigh(w2, S1);
        final long h22 = Math.multiplyHigh(w2, S2);
        final long h23 = Math.multiplyHigh(w2, S3);
        final long h24 = Math.multiplyHigh(w2, S4);
        final long v3 = c3
                + h02
                + q0 * N3
                - (h03 << 52)
                + h11
                + q1 * N2
                - (h12 << 52)
                + ((v2 + q2 * N0 - (h20 << 52)) >>> 52)
                + h20
                + q2 * N1
                - (h21 << 52);
        final long q3 = v3 * INVERSE & M;
        final long w3 = q3 << 6;
        final long h30 = Math.multiplyHigh(w3, S0);
        final long h31 = Math.multiplyHigh(w3, S1);
        final long h32 = Math.multiplyHigh(w3, S2);
        final long h33 = Math.multiplyHigh(w3, S3);
        final long h34 = Math.multiplyHigh(w3, S4);
        final long v4 = c4
                + h03
                + q0 * N4
                - (h04 << 52)
                + h12
                + q1 * N3
                - (h13 << 52)
                + h21
                + q2 * N2
                - (h22 << 52)
                + ((v3 + q3 * N0 - (h30 << 52)) >>> 52)
                + h30
                + q3 * N1
                - (h31 << 52);
        final long q4 = v4 * INVERSE & M;
        final long w4 = q4 << 6;
        final long h40 = Math.multiplyHigh(w4, S0);
        final long h41 = Math.multiplyHigh(w4, S1);
        final long h42 = Math.multiplyHigh(w4, S2);
        final long h43 = Math.multiplyHigh(w4, S3);
        final long h44 = Math.multiplyHigh(w4, S4);
        final long v5 = c5
                + h04
                + h13
                + q1 * N4
                - (h14 << 52)
                + h22
                + q2 * N3
                - (h23 << 52)
                + h31
                + q3 * N2
                - (h32 << 52)
                + ((v4 + q4 * N0 - (h40 << 52)) >>> 52)
                + h40
                + q4 * N1
                - (h41 << 52);
        final long v6 = c6
                + h14
                + h23
                + q2 * N4
                - (h24 << 52)
                + h32
                + q3 * N3
                - (h33 << 52)
                + h41
                + q4 * N2
                - (h42 << 52)
                + (v5 >>> 52);
        final long v7 = c7 + h24 + h33 + q3 * N4 - (h34 << 52) + h42 + q4 * N3 - (h43 << 52) + (v6 >>> 52);
        final long v8 = c8 + h34 + h43 + q4 * N4 - (h44 << 52) + (v7 >>> 52);
        final long v9 = c9 + h44 + (v8 >>> 52);
        r[0] = v5 & M;
        r[1] = v6 & M;
        r[2] = v7 & M;
        r[3] = v8 & M;
        r[4] = v9;
    }

    /** r = a + b, without reduction. */
    static void add(final long[] a, final long[] b, final long[] r) {
        long carry = 0;
        for (int i = 0; i < Words.LIMBS; i++) {
            final long sum = a[i] + b[i] + carry;
            carry = sum >>> Words.LIMB_BITS;
            r[i] = sum & M;
        }
    }

    /** Brings limbs below 2n below n. */
    static void normalize(final long[] a, final long[] scratch) {
        long borrow = 0;
        for (int i = 0; i < Words.LIMBS; i++) {
            final long difference = a[i] - ORDER_LIMBS[i] + borrow;
            borrow = difference >> Words.LIMB_BITS;
            scratch[i] = difference & M;
        }
        Words.select(~borrow, scratch, a);
    }

    /** Brings words below 2^256 below n and returns all ones when they were not, else 0. */
    static long reduceOnce(final long[] words, final long[] scratch) {
        final long below = Words.subtract(words, ORDER, scratch);
        Words.select(~below, scratch, words);
        return ~below;
    }

    /** Negates words below n where mask is all ones. */
    static void negateIf(final long mask, final long[] words, final long[] scratch) {
        Words.subtract(ORDER, words, scratch);
        Words.select(mask, scratch, words);
    }

    /** All ones when words are above half of n, else 0. */
    static long isHigh(final long[] words, final long[] scratch) {
        return Words.subtract(HALF_ORDER, words, scratch);
    }

    /** All ones when words lie in [1, n - 1], else 0. */
    static long isValid(final long[] words, final long[] scratch) {
        final long any = words[0] | words[1] | words[2] | words[3];
        return (any | -any) >> 63 & Words.subtract(words, ORDER, scratch);
    }

    /** The exponent n - 2 of the inversion. */
    @ColdPath("constants")
    static long[] inversionExponent() {
        return Words.of(N.subtract(BigInteger.TWO));
    }
}
