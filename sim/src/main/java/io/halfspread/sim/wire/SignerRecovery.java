package io.halfspread.sim.wire;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;

/** Which address made a signature over a digest, on secp256k1. */
final class SignerRecovery {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
    private static final BigInteger ORDER = CURVE.getN();
    private static final int FIRST_V = 27;
    private static final int WORD = 32;
    private static final int ADDRESS_FROM = 12;

    private SignerRecovery() {}

    /**
     * Recovers the signer.
     *
     * @return lower-case address; null when nobody can have made the signature
     */
    static String address(final byte[] digest, final BigInteger r, final BigInteger s, final int v) {
        if (v < FIRST_V || v > FIRST_V + 1 || !inRange(r) || !inRange(s)) {
            return null;
        }
        final byte[] compressed = new byte[WORD + 1];
        compressed[0] = (byte) (2 + v - FIRST_V);
        final byte[] x = r.toByteArray();
        final int length = Math.min(x.length, WORD);
        System.arraycopy(x, x.length - length, compressed, compressed.length - length, length);
        final ECPoint point;
        try {
            point = CURVE.getCurve().decodePoint(compressed);
        } catch (final IllegalArgumentException e) {
            return null;
        }
        final BigInteger inverse = r.modInverse(ORDER);
        final BigInteger e = new BigInteger(1, digest);
        final ECPoint key = ECAlgorithms.sumOfTwoMultiplies(
                        CURVE.getG(),
                        e.negate().multiply(inverse).mod(ORDER),
                        point,
                        s.multiply(inverse).mod(ORDER))
                .normalize();
        return key.isInfinity() ? null : address(key);
    }

    /** Recovers something once, so that the library's classes are loaded. */
    static void load() {
        address(new byte[WORD], BigInteger.ONE, BigInteger.ONE, FIRST_V);
    }

    private static boolean inRange(final BigInteger value) {
        return value.signum() > 0 && value.compareTo(ORDER) < 0;
    }

    static String address(final ECPoint key) {
        final byte[] encoded = key.getEncoded(false);
        final byte[] hash = Keccak.hash(Arrays.copyOfRange(encoded, 1, encoded.length));
        return Hex.text(Arrays.copyOfRange(hash, ADDRESS_FROM, hash.length));
    }
}
