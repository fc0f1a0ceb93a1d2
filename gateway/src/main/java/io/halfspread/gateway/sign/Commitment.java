package io.halfspread.gateway.sign;

import io.halfspread.codec.action.Signature;
import io.halfspread.codec.contract.HotPath;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * All of a signature that does not depend on what is signed: made of a secret scalar and the key, good for one signature. For
 * one thread.
 */
@HotPath
final class Commitment {
    /** Bytes of the form in which one is kept. */
    static final int STORED = 128;

    private static final int LOWEST_V = 27;
    private static final int PRODUCT_AT = Words.WORDS * Long.BYTES;
    private static final int INVERSE_AT = PRODUCT_AT + Words.LIMBS * Long.BYTES;
    private static final int RECOVERY_AT = INVERSE_AT + Words.LIMBS * Long.BYTES;

    private final GeneratorMultiplier generator = new GeneratorMultiplier();
    private final ScalarInversion inversion = new ScalarInversion();

    private final long[] r = new long[Words.WORDS];
    private final long[] product = new long[Words.LIMBS];
    private final long[] inverse = new long[Words.LIMBS];
    private long recovery;

    private final long[] y = new long[Words.WORDS];
    private final long[] s = new long[Words.WORDS];
    private final long[] scratch = new long[Words.WORDS];
    private final long[] t = new long[Words.LIMBS];
    private final long[] u = new long[Words.LIMBS];

    /** Takes a scalar in [1, n - 1]; all ones when r came out as 0, else 0. */
    long prepare(final long[] scalar, final SigningKey key) {
        generator.multiply(scalar, r, y);
        final long beyond = ScalarArithmetic.reduceOnce(r, scratch);
        recovery = y[0] & 1 | beyond & 2;
        Words.toLimbs(r, t);
        key.montgomery(u);
        ScalarArithmetic.multiply(t, u, product);
        Words.wipe(u);
        Words.toLimbs(scalar, t);
        ScalarArithmetic.multiply(t, ScalarArithmetic.R_SQUARED, t);
        inversion.invert(t, inverse);
        return ~ScalarArithmetic.isValid(r, scratch);
    }

    /** Signs a digest below n; all ones when s came out as 0, else 0. */
    long sign(final long[] digest, final Signature out) {
        Words.toLimbs(digest, t);
        ScalarArithmetic.add(product, t, t);
        ScalarArithmetic.multiply(inverse, t, t);
        ScalarArithmetic.normalize(t, u);
        Words.toWords(t, s);
        final long high = ScalarArithmetic.isHigh(s, scratch);
        ScalarArithmetic.negateIf(high, s, scratch);
        for (int i = 0; i < Words.WORDS; i++) {
            out.r(i, r[i]);
            out.s(i, s[i]);
        }
        out.v(LOWEST_V + (int) (recovery ^ high & 1));
        return ~ScalarArithmetic.isValid(s, scratch);
    }

    void store(final MutableDirectBuffer buffer, final int at) {
        put(r, buffer, at);
        put(product, buffer, at + PRODUCT_AT);
        put(inverse, buffer, at + INVERSE_AT);
        buffer.putLong(at + RECOVERY_AT, recovery);
    }

    void load(final DirectBuffer buffer, final int at) {
        get(r, buffer, at);
        get(product, buffer, at + PRODUCT_AT);
        get(inverse, buffer, at + INVERSE_AT);
        recovery = buffer.getLong(at + RECOVERY_AT);
    }

    private static void put(final long[] words, final MutableDirectBuffer buffer, final int at) {
        for (int i = 0; i < words.length; i++) {
            buffer.putLong(at + i * Long.BYTES, words[i]);
        }
    }

    private static void get(final long[] words, final DirectBuffer buffer, final int at) {
        for (int i = 0; i < words.length; i++) {
            words[i] = buffer.getLong(at + i * Long.BYTES);
        }
    }

    /** Forgets everything. */
    void wipe() {
        Words.wipe(r);
        Words.wipe(product);
        Words.wipe(inverse);
        Words.wipe(scratch);
        Words.wipe(t);
        Words.wipe(u);
        recovery = 0;
    }
}
