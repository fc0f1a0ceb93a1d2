package io.halfspread.bench.sign;

import fr.acinq.secp256k1.Secp256k1;
import java.util.Arrays;

/** The same signature by libsecp256k1 over JNI; hashing is Bouncy Castle's. */
final class NativeSigner {
    private static final int COMPACT = 64;
    private static final byte FIRST_V = 27;

    private final Secp256k1 library;
    private final byte[] secret;
    private final byte[] publicKey;
    private final BouncyCastleSigner hashes;

    NativeSigner(final Secp256k1 library, final byte[] secret, final BouncyCastleSigner hashes) {
        this.library = library;
        this.secret = secret.clone();
        publicKey = library.pubkeyCreate(secret);
        this.hashes = hashes;
    }

    /** r and s, 32 bytes each. */
    byte[] sign(final byte[] action, final long nonce) {
        return library.sign(hashes.digest(action, nonce), secret, null);
    }

    /** r, s and v. */
    byte[] signRecoverable(final byte[] action, final long nonce) {
        final byte[] digest = hashes.digest(action, nonce);
        final byte[] compact = library.sign(digest, secret, null);
        final byte[] signature = Arrays.copyOf(compact, COMPACT + 1);
        final boolean even = Arrays.equals(library.ecdsaRecover(compact, digest, 0), publicKey);
        signature[COMPACT] = even ? FIRST_V : FIRST_V + 1;
        return signature;
    }
}
