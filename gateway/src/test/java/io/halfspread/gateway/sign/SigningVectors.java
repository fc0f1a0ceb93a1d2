package io.halfspread.gateway.sign;

import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.gateway.frames.SharedData;
import io.halfspread.gateway.session.VenueNetwork;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;

/** The signing cases of the venue's public SDKs; a test that asks for them is skipped where they are absent. */
final class SigningVectors {
    private SigningVectors() {}

    static JsonNode file() throws IOException {
        return StrictJson.parse(Files.readAllBytes(SharedData.require("vectors/signing.json")), false)
                .root();
    }

    static List<JsonNode> ofKind(final String kind) throws IOException {
        return file().member("vectors").elements().stream()
                .filter(vector -> text(vector, "kind").equals(kind))
                .toList();
    }

    static String text(final JsonNode vector, final String member) {
        return vector.member(member).text();
    }

    /** The key of a case; any key for a case that has only a hash. */
    static SigningKey key(final JsonNode vector) {
        if (vector.member("privateKey").is(JsonNode.Kind.NULL)) {
            return SigningKey.of(Oracle.bytes(BigInteger.TEN));
        }
        return SigningKey.of(HexFormat.of().parseHex(text(vector, "privateKey").substring(2)));
    }

    static VenueNetwork network(final JsonNode vector) {
        return vector.member("isMainnet").is(JsonNode.Kind.TRUE) ? VenueNetwork.MAINNET : VenueNetwork.TESTNET;
    }

    static long nonce(final JsonNode vector) {
        return Long.parseLong(text(vector, "nonce"));
    }

    static byte[] vault(final JsonNode vector) {
        final JsonNode vault = vector.member("vaultAddress");
        return vault.is(JsonNode.Kind.NULL)
                ? null
                : HexFormat.of().parseHex(vault.text().substring(2));
    }

    static long expiresAfter(final JsonNode vector) {
        final JsonNode expiry = vector.member("expiresAfter");
        return expiry.is(JsonNode.Kind.NULL) ? ActionSigner.NO_EXPIRY : Long.parseLong(expiry.text());
    }

    static BigInteger number(final JsonNode node) {
        return new BigInteger(node.text().substring(2), 16);
    }
}
