package io.halfspread.sim.wire;

import org.bouncycastle.crypto.digests.KeccakDigest;

/** Keccak-256. */
final class Keccak {
    private static final int BITS = 256;

    private Keccak() {}

    static byte[] hash(final byte[]... parts) {
        final KeccakDigest digest = new KeccakDigest(BITS);
        for (final byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        final byte[] out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return out;
    }
}
