package io.halfspread.sim.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SigningVectorsTest {
    @Test
    void shouldRecoverSignerWhenActionIsHashedAsGiven() throws IOException {
        final List<JsonNode> vectors = SharedVectors.ofKind("l1");
        assertEquals(24, vectors.size());

        for (final JsonNode vector : vectors) {
            final String name = vector.path("name").asText();
            final byte[] hash = ActionHash.of(
                    vector.path("action"),
                    vector.path("nonce").longValue(),
                    vector.path("vaultAddress").textValue(),
                    vector.path("expiresAfter").isNull()
                            ? null
                            : Long.valueOf(vector.path("expiresAfter").longValue()));

            assertEquals(vector.path("derived").path("actionHash").asText(), Hex.text(hash), name);
            final byte[] digest = TypedHash.agent(source(vector), hash);
            assertEquals(vector.path("derived").path("eip712Digest").asText(), Hex.text(digest), name);
            if (signature(vector).isObject()) {
                assertEquals(signer(vector), recovered(vector, digest), name);
            }
        }
    }

    @Test
    void shouldRecoverSignerOfUserSignedActions() throws IOException {
        for (final JsonNode vector : SharedVectors.ofKind("userSigned")) {
            final String type = vector.path("name").asText().split("_")[1];

            assertEquals(
                    signer(vector),
                    recovered(vector, TypedHash.userSigned(UserSignedType.of(type), vector.path("action"))),
                    vector.path("name").asText());
        }
    }

    @Test
    void shouldRecoverSignerOfConnectionIds() throws IOException {
        for (final JsonNode vector : SharedVectors.ofKind("connectionIdSign")) {
            final byte[] hash = Hex.bytes(
                    vector.path("connectionId").asText(vector.path("actionHash").asText()));

            assertEquals(signer(vector), recovered(vector, TypedHash.agent(source(vector), hash)));
        }
    }

    @Test
    void shouldLeaveNormalActionsAsTheyAre() throws IOException {
        for (final JsonNode vector : SharedVectors.ofKind("l1")) {
            final JsonNode action = vector.path("action");
            if (!action.path("type").asText().equals("dummy")
                    && !action.toString().contains("\"2000.0\"")) {
                final ObjectNode normal = ActionShapes.normal(action);

                assertEquals(action.toString(), normal.toString());
            }
        }
    }

    private static String recovered(final JsonNode vector, final byte[] digest) {
        final JsonNode signature = signature(vector);
        return SignerRecovery.address(
                digest,
                Hex.word(signature.path("r").asText()),
                Hex.word(signature.path("s").asText()),
                signature.path("v").intValue());
    }

    private static JsonNode signature(final JsonNode vector) {
        return vector.path("expected").isObject()
                ? vector.path("expected")
                : vector.path("derived").path("signature");
    }

    private static String signer(final JsonNode vector) {
        return vector.path("signerAddress").asText();
    }

    private static String source(final JsonNode vector) {
        return vector.path("isMainnet").asBoolean() ? "a" : "b";
    }
}
