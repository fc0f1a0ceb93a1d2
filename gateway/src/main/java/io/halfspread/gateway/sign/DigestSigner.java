package io.halfspread.gateway.sign;

import io.halfspread.codec.action.Signature;
import io.halfspread.codec.contract.HotPath;

/**
 * Signs digests by ECDSA over secp256k1: deterministic by RFC 6979, s in the lower half, the recovery value known from the
 * calculation. Its time does not depend on key, secret scalar or digest (but for candidates of the secret scalar that are no
 * valid scalar, of which there is one in 2^127). Allocates nothing after construction. For one thread.
 */
@HotPath
final class DigestSigner {
    private static final int LOWEST_V = 27;

    private final SigningKey key;
    private final DeterministicNonce nonce = new DeterministicNonce();
    private final GeneratorMultiplier generator = new GeneratorMultiplier();
    private final ScalarInversion inversion = new ScalarInversion();

    private final long[] message = new long[Words.WORDS];
    private final long[] scalar = new long[Words.WORDS];
    private final long[] x = new long[Words.WORDS];
    private final long[] y = new long[Words.WORDS];
    private final long[] s = new long[Words.WORDS];
    private final long[] scratch = new long[Words.WORDS];
    private final long[] inverse = new long[Words.LIMBS];
    private final long[] sum = new long[Words.LIMBS];
    private final long[] t = new long[Words.LIMBS];

    DigestSigner(final SigningKey key) {
        this.key = key;
    }

    /**
     * Signs a digest.
     *
     * @param digest 4 words, the least significant first
     * @param out    takes the signature
     */
    void sign(final long[] digest, final Signature out) {
        Words.copy(digest, message);
        ScalarArithmetic.reduceOnce(message, scratch);
        nonce.begin(key.words(), message);
        long useless;
        do {
            nonce.next(scalar);
            useless = ~ScalarArithmetic.isValid(scalar, scratch);
            if (useless == 0) {
                useless = attempt(out);
            }
            if (useless != 0) {
                nonce.refuse();
            }
        } while (useless != 0);
        wipe();
    }

    /** Signs with the scalar; all ones when r or s came out as 0. */
    private long attempt(final Signature out) {
        generator.multiply(scalar, x, y);
        final long beyond = ScalarArithmetic.reduceOnce(x, scratch);
        Words.toLimbs(x, t);
        ScalarArithmetic.multiply(t, key.montgomery(), sum);
        Words.toLimbs(message, t);
        ScalarArithmetic.add(sum, t, sum);
        Words.toLimbs(scalar, t);
        ScalarArithmetic.multiply(t, ScalarArithmetic.R_SQUARED, t);
        inversion.invert(t, inverse);
        ScalarArithmetic.multiply(inverse, sum, t);
        ScalarArithmetic.normalize(t, sum);
        Words.toWords(t, s);
        final long high = ScalarArithmetic.isHigh(s, scratch);
        ScalarArithmetic.negateIf(high, s, scratch);
        for (int i = 0; i < Words.WORDS; i++) {
            out.r(i, x[i]);
            out.s(i, s[i]);
        }
        out.v(LOWEST_V + (int) ((y[0] ^ high) & 1 | beyond & 2));
        return ~(ScalarArithmetic.isValid(x, scratch) & ScalarArithmetic.isValid(s, scratch));
    }

    private void wipe() {
        nonce.wipe();
        Words.wipe(scalar);
        Words.wipe(inverse);
        Words.wipe(sum);
        Words.wipe(t);
        Words.wipe(scratch);
    }
}
