package io.halfspread.gateway.sign;

import io.halfspread.codec.action.Signature;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;

/** Signing, verification and recovery by Bouncy Castle, which shares no code with ours. */
final class Oracle {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
    private static final ECDomainParameters DOMAIN =
            new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH());

    private Oracle() {}

    static ECPoint multiple(final BigInteger scalar) {
        return CURVE.getG().multiply(scalar).normalize();
    }

    /** r and s by RFC 6979, s in the lower half. */
    static BigInteger[] sign(final BigInteger key, final byte[] digest) {
        final ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(key, DOMAIN));
        final BigInteger[] signature = signer.generateSignature(digest);
        signature[1] = signature[1].min(CURVE.getN().subtract(signature[1]));
        return signature;
    }

    static boolean verifies(final BigInteger key, final byte[] digest, final Signature signature) {
        return verifies(multiple(key), digest, signature);
    }

    static boolean verifies(final ECPoint publicKey, final byte[] digest, final Signature signature) {
        final ECDSASigner verifier = new ECDSASigner();
        verifier.init(false, new ECPublicKeyParameters(publicKey, DOMAIN));
        return verifier.verifySignature(digest, r(signature), s(signature));
    }

    /** Address of the one who signed, as the venue finds it. */
    static byte[] recover(final byte[] digest, final Signature signature) {
        final BigInteger n = CURVE.getN();
        final byte[] compressed = new byte[33];
        compressed[0] = (byte) (2 + signature.v() - 27);
        final byte[] x = bytes(r(signature));
        System.arraycopy(x, 0, compressed, 1, 32);
        final ECPoint point = CURVE.getCurve().decodePoint(compressed);
        final BigInteger inverse = r(signature).modInverse(n);
        final ECPoint key = point.multiply(s(signature).multiply(inverse).mod(n))
                .subtract(CURVE.getG()
                        .multiply(new BigInteger(1, digest).multiply(inverse).mod(n)))
                .normalize();
        return address(key);
    }

    static byte[] address(final ECPoint key) {
        final byte[] hash = Keccak256.of(
                bytes(key.getAffineXCoord().toBigInteger()),
                bytes(key.getAffineYCoord().toBigInteger()));
        return Arrays.copyOfRange(hash, 12, 32);
    }

    /** Digest of an action of the kind L1, made by the library alone. */
    static byte[] actionDigest(final byte[] packed, final long nonce, final String source) {
        final byte[] connectionId =
                keccak(packed, ByteBuffer.allocate(9).putLong(nonce).array());
        final byte[] domain = keccak(
                keccak(text("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)")),
                keccak(text("Exchange")),
                keccak(text("1")),
                bytes(BigInteger.valueOf(1337)),
                new byte[32]);
        final byte[] agent =
                keccak(keccak(text("Agent(string source,bytes32 connectionId)")), keccak(text(source)), connectionId);
        return keccak(new byte[] {0x19, 0x01}, domain, agent);
    }

    private static byte[] text(final String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] keccak(final byte[]... parts) {
        final KeccakDigest digest = new KeccakDigest(256);
        for (final byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        final byte[] hash = new byte[32];
        digest.doFinal(hash, 0);
        return hash;
    }

    static BigInteger r(final Signature signature) {
        return new BigInteger(signature.rHex().substring(2), 16);
    }

    static BigInteger s(final Signature signature) {
        return new BigInteger(signature.sHex().substring(2), 16);
    }

    static byte[] bytes(final BigInteger value) {
        final byte[] bytes = new byte[32];
        final byte[] raw = value.toByteArray();
        final int length = Math.min(raw.length, 32);
        System.arraycopy(raw, raw.length - length, bytes, 32 - length, length);
        return bytes;
    }
}
