package io.halfspread.gateway.sign;

import io.halfspread.codec.action.Signature;
import io.halfspread.codec.contract.HotPath;

/**
 * Signs digests by ECDSA over secp256k1: s in the lower half, the recovery value known from the calculation. The secret scalar
 * comes from a reserve where there is one and it is not empty, else from RFC 6979. Its time does not depend on key, secret
 * scalar or digest (but for candidates of the secret scalar that are no valid scalar, of which there is one in 2^127).
 * Allocates nothing after construction. For one thread.
 */
@HotPath
final class DigestSigner {
    private final SigningKey key;
    private final SignatureReserve reserveOrNull;
    private final DeterministicNonce nonce = new DeterministicNonce();
    private final Commitment commitment = new Commitment();
    private final long[] message = new long[Words.WORDS];
    private final long[] scalar = new long[Words.WORDS];
    private final long[] scratch = new long[Words.WORDS];

    DigestSigner(final SigningKey key, final SignatureReserve reserveOrNull) {
        this.key = key;
        this.reserveOrNull = reserveOrNull;
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
        if (reserveOrNull == null || !reserveOrNull.take(commitment) || commitment.sign(message, out) != 0) {
            signDeterministically(out);
        }
        commitment.wipe();
    }

    private void signDeterministically(final Signature out) {
        key.words(scalar);
        nonce.begin(scalar, message);
        long useless;
        do {
            nonce.next(scalar);
            useless = ~ScalarArithmetic.isValid(scalar, scratch);
            if (useless == 0) {
                useless = commitment.prepare(scalar, key) | commitment.sign(message, out);
            }
            if (useless != 0) {
                nonce.refuse();
            }
        } while (useless != 0);
        nonce.wipe();
        Words.wipe(scalar);
        Words.wipe(scratch);
    }
}
