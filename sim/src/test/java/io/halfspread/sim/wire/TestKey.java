package io.halfspread.sim.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/** A key that signs what tests send, by the library's own signer. */
public final class TestKey {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");

    private final BigInteger secret;
    private final String address;

    public TestKey(final long secret) {
        this.secret = BigInteger.valueOf(secret);
        address = SignerRecovery.address(CURVE.getG().multiply(this.secret).normalize());
    }

    public String address() {
        return address;
    }

    /** Body of a request on testnet; the action's members must be in the order in which they are hashed. */
    public ObjectNode request(final String action, final long nonce) {
        return request(action, nonce, null, null, "b");
    }

    /** Body of a request. */
    public ObjectNode request(
            final String action, final long nonce, final String vault, final Long expiresAfter, final String source) {
        final ObjectNode body = JSON.createObjectNode();
        final JsonNode tree = tree(action);
        body.set("action", tree);
        body.put("nonce", nonce);
        final UserSignedType type = UserSignedType.of(tree.path("type").asText());
        put(
                body,
                type == null
                        ? TypedHash.agent(source, ActionHash.of(tree, nonce, vault, expiresAfter))
                        : TypedHash.userSigned(type, tree));
        body.put("vaultAddress", vault);
        body.put("expiresAfter", expiresAfter);
        return body;
    }

    private void put(final ObjectNode body, final byte[] digest) {
        final BigInteger[] signature = sign(digest);
        final String r = "0x" + signature[0].toString(16);
        final String s = "0x" + signature[1].toString(16);
        final int v = address.equals(SignerRecovery.address(digest, signature[0], signature[1], 27)) ? 27 : 28;
        body.putObject("signature").put("r", r).put("s", s).put("v", v);
    }

    private BigInteger[] sign(final byte[] digest) {
        final ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(
                true,
                new ECPrivateKeyParameters(
                        secret, new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH())));
        return signer.generateSignature(digest);
    }

    private static JsonNode tree(final String json) {
        try {
            return JSON.readTree(json);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
