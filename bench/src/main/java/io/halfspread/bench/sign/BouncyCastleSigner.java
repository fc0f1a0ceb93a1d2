package io.halfspread.bench.sign;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/** The same signature by Bouncy Castle; the recovery value, which costs it as much again, is left out. */
final class BouncyCastleSigner {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");

    private final ECPrivateKeyParameters key;
    private final byte[] domain;
    private final byte[] agentType = keccak("Agent(string source,bytes32 connectionId)");
    private final byte[] source = keccak("a");

    BouncyCastleSigner(final byte[] secret) {
        key = new ECPrivateKeyParameters(
                new BigInteger(1, secret),
                new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH()));
        domain = keccak(
                keccak("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak("Exchange"),
                keccak("1"),
                ByteBuffer.allocate(32).putLong(24, 1337).array(),
                new byte[32]);
    }

    /** What is signed of an action without vault and expiry. */
    byte[] digest(final byte[] action, final long nonce) {
        final byte[] id = keccak(action, ByteBuffer.allocate(9).putLong(nonce).array());
        return keccak(new byte[] {0x19, 1}, domain, keccak(agentType, source, id));
    }

    /** r and s of an action without vault and expiry. */
    BigInteger[] sign(final byte[] action, final long nonce) {
        final byte[] digest = digest(action, nonce);
        final ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, key);
        final BigInteger[] signature = signer.generateSignature(digest);
        signature[1] = signature[1].min(CURVE.getN().subtract(signature[1]));
        return signature;
    }

    private static byte[] keccak(final String text) {
        return keccak(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] keccak(final byte[]... parts) {
        final KeccakDigest digest = new KeccakDigest(256);
        for (final byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        final byte[] out = new byte[32];
        digest.doFinal(out, 0);
        return out;
    }
}
