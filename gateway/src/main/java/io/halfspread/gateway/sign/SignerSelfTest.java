package io.halfspread.gateway.sign;

import io.halfspread.codec.action.ActionBatch;
import io.halfspread.codec.action.ActionMsgpack;
import io.halfspread.codec.action.Signature;
import io.halfspread.gateway.session.VenueNetwork;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Whether this machine and JVM calculate signatures rightly, asked once before a key is used: with a key that everybody knows, a
 * deterministic signature must be the known one, and a prepared one must be made of the scalar that its r belongs to.
 */
public final class SignerSelfTest {
    static final byte KEY_BYTE = 0x42;
    static final long NONCE = 1_700_000_000_000L;
    static final String KNOWN_R = "0x23acd48571e9b8654b5d190176f14c66190b11938f85c721da7a34c7ec5490b7";
    static final String KNOWN_S = "0x4cce4eb9042f7231106b2a0c61e87f9ec00bfcc732ccff35a8b7fda6eb295493";
    static final int KNOWN_V = 27;

    private static final int PREPARED = 4;

    private final Signature signature = new Signature();
    private final long[] secret = new long[Words.WORDS];
    private final long[] scratch = new long[Words.WORDS];

    private SignerSelfTest() {}

    /**
     * Signs and compares. Takes some milliseconds in a JVM that has just started.
     *
     * @throws IllegalStateException when a signature is not what it must be
     */
    public static void run() {
        final byte[] bytes = new byte[SigningKey.LENGTH];
        Arrays.fill(bytes, KEY_BYTE);
        try (SigningKey key = SigningKey.of(bytes)) {
            final SignerSelfTest test = new SignerSelfTest();
            key.words(test.secret);
            test.requireKnownAction(key);
            test.requirePrepared(key);
        }
    }

    /** The action that is signed: a {@code noop}. */
    static UnsafeBuffer action() {
        final ActionBatch batch = new ActionBatch(1);
        batch.noop();
        final UnsafeBuffer packed = new UnsafeBuffer(new byte[ActionMsgpack.maxLength(1)]);
        return new UnsafeBuffer(packed, 0, ActionMsgpack.encode(batch, packed, 0));
    }

    private void requireKnownAction(final SigningKey key) {
        final UnsafeBuffer action = action();
        new ActionSigner(key, VenueNetwork.MAINNET)
                .sign(action, 0, action.capacity(), NONCE, null, ActionSigner.NO_EXPIRY, signature);
        if (!signature.rHex().equals(KNOWN_R) || !signature.sHex().equals(KNOWN_S) || signature.v() != KNOWN_V) {
            throw new IllegalStateException("a known signature comes out otherwise");
        }
    }

    private void requirePrepared(final SigningKey key) {
        try (SignatureReserve reserve = new SignatureReserve(key, PREPARED)) {
            reserve.prepare(PREPARED);
            final DigestSigner signer = new DigestSigner(key, reserve);
            for (int i = 0; i < PREPARED; i++) {
                final long[] digest = {i, 1, 2, 3};
                signer.sign(digest, signature);
                if (!isOf(digest)) {
                    throw new IllegalStateException("a prepared signature is not valid");
                }
            }
        }
    }

    /** Whether r is the x of k G, with k = (digest + r key) / s: what a verifier does, with the key itself. */
    private boolean isOf(final long[] digest) {
        final long[] r = new long[Words.WORDS];
        final long[] s = new long[Words.WORDS];
        for (int i = 0; i < Words.WORDS; i++) {
            r[i] = signature.r(i);
            s[i] = signature.s(i);
        }
        final long[] sum = new long[Words.LIMBS];
        ScalarArithmetic.multiply(montgomery(r), montgomery(secret), sum);
        ScalarArithmetic.add(sum, montgomery(digest), sum);
        final long[] inverse = new long[Words.LIMBS];
        new ScalarInversion().invert(montgomery(s), inverse);
        ScalarArithmetic.multiply(sum, inverse, sum);
        final long[] one = new long[Words.LIMBS];
        one[0] = 1;
        ScalarArithmetic.multiply(sum, one, sum);
        ScalarArithmetic.normalize(sum, new long[Words.LIMBS]);
        final long[] k = new long[Words.WORDS];
        Words.toWords(sum, k);
        final long[] x = new long[Words.WORDS];
        final long[] y = new long[Words.WORDS];
        new GeneratorMultiplier().multiply(k, x, y);
        ScalarArithmetic.reduceOnce(x, scratch);
        return Arrays.equals(x, r);
    }

    private static long[] montgomery(final long[] words) {
        final long[] limbs = new long[Words.LIMBS];
        Words.toLimbs(words, limbs);
        ScalarArithmetic.multiply(limbs, ScalarArithmetic.R_SQUARED, limbs);
        return limbs;
    }
}
