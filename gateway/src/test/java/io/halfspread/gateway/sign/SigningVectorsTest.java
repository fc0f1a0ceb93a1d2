package io.halfspread.gateway.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfspread.codec.action.Signature;
import io.halfspread.codec.decimal.DecimalPrinter;
import io.halfspread.codec.msgpack.JsonMsgpack;
import io.halfspread.codec.msgpack.MsgpackWriter;
import io.halfspread.codec.text.JsonMember;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.gateway.session.VenueNetwork;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

final class SigningVectorsTest {
    private final Signature signature = new Signature();

    @Test
    void shouldReproduceEveryL1Action() throws IOException {
        final List<JsonNode> vectors = SigningVectors.ofKind("l1");
        for (final JsonNode vector : vectors) {
            final byte[] packed = JsonMsgpack.encode(vector.member("action"));
            final ActionSigner signer = new ActionSigner(SigningVectors.key(vector), SigningVectors.network(vector));

            signer.sign(
                    new UnsafeBuffer(packed),
                    0,
                    packed.length,
                    SigningVectors.nonce(vector),
                    SigningVectors.vault(vector),
                    SigningVectors.expiresAfter(vector),
                    signature);

            check(vector, vector.member("expected"));
            final JsonNode derived = vector.member("derived");
            if (derived != null && derived.member("actionHash") != null) {
                assertEquals(derived.member("actionHash").text(), signer.actionHash());
            }
            if (!vector.member("actionHash").is(JsonNode.Kind.NULL)) {
                assertEquals(SigningVectors.text(vector, "actionHash"), signer.actionHash());
            }
        }
        assertEquals(24, vectors.size());
    }

    @Test
    void shouldReproduceTheHashWhenAnAddressIsPackedAsBytes() throws IOException {
        final List<JsonNode> vectors = SigningVectors.ofKind("actionHashOnly");
        for (final JsonNode vector : vectors) {
            final UnsafeBuffer packed = new UnsafeBuffer(new byte[512]);
            int at = MsgpackWriter.map(vector.member("action").members().size(), packed, 0);
            for (final JsonMember member : vector.member("action").members()) {
                at = MsgpackWriter.text(member.key().getBytes(StandardCharsets.UTF_8), packed, at);
                if (member.key().equals("builder")) {
                    at = MsgpackWriter.binary(
                            HexFormat.of().parseHex(member.value().text().substring(2)), packed, at);
                } else {
                    final byte[] value = JsonMsgpack.encode(member.value());
                    packed.putBytes(at, value);
                    at += value.length;
                }
            }
            final ActionSigner signer = new ActionSigner(SigningVectors.key(vector), VenueNetwork.MAINNET);

            assertEquals(
                    SigningVectors.text(vector, "actionHash"),
                    signer.hashOf(
                            new UnsafeBuffer(packed, 0, at),
                            SigningVectors.nonce(vector),
                            SigningVectors.vault(vector),
                            SigningVectors.expiresAfter(vector)));
        }
        assertEquals(1, vectors.size());
    }

    @Test
    void shouldReproduceEveryConnectionId() throws IOException {
        final List<JsonNode> vectors = SigningVectors.ofKind("connectionIdSign");
        for (final JsonNode vector : vectors) {
            final ActionSigner signer = new ActionSigner(SigningVectors.key(vector), SigningVectors.network(vector));

            signer.signConnectionId(Words.of(SigningVectors.number(vector.member("connectionId"))), signature);

            check(vector, vector.member("expected"));
        }
        assertEquals(2, vectors.size());
    }

    @Test
    void shouldReproduceEveryUserSignedAction() throws IOException {
        final List<JsonNode> vectors = SigningVectors.ofKind("userSigned");
        for (final JsonNode vector : vectors) {
            final UserActionType type = type(vector);
            assertEquals(fields(vector), type.structure().fields(), SigningVectors.text(vector, "name"));

            new UserActionSigner(SigningVectors.key(vector), SigningVectors.network(vector))
                    .sign(type, vector.member("action"), signature);

            check(vector, vector.member("expected"));
        }
        assertEquals(7, vectors.size());
    }

    @Test
    void shouldReproduceTheMultiSignatureOfAnL1Action() throws IOException {
        final List<JsonNode> vectors = SigningVectors.ofKind("multiSigL1");
        for (final JsonNode vector : vectors) {
            final UserActionSigner signer =
                    new UserActionSigner(SigningVectors.key(vector), SigningVectors.network(vector));
            final JsonNode payload = vector.member("action").member("payload");

            signer.signForMultiSig(
                    SigningVectors.text(payload, "multiSigUser"),
                    SigningVectors.text(payload, "outerSigner"),
                    payload.member("action"),
                    SigningVectors.nonce(vector),
                    SigningVectors.vault(vector),
                    SigningVectors.expiresAfter(vector),
                    signature);
            check(vector, vector.member("expectedInner").elements().get(0));

            checkOuter(vector, signer);
        }
        assertEquals(1, vectors.size());
    }

    @Test
    void shouldReproduceTheMultiSignatureOfUserSignedActions() throws IOException {
        final List<JsonNode> vectors = SigningVectors.ofKind("multiSigUserSigned");
        for (final JsonNode vector : vectors) {
            final UserActionSigner signer =
                    new UserActionSigner(SigningVectors.key(vector), SigningVectors.network(vector));
            final JsonNode payload = vector.member("action").member("payload");
            final JsonNode signed = vector.member("signedAction");

            signer.signForMultiSig(
                    SigningVectors.text(payload, "multiSigUser"),
                    SigningVectors.text(payload, "outerSigner"),
                    type(vector),
                    signed == null ? payload.member("action") : signed,
                    signature);
            check(vector, vector.member("expectedInner").elements().get(0));

            checkOuter(vector, signer);
        }
        assertEquals(2, vectors.size());
    }

    @Test
    void shouldPrintNumbersAsThePublicSdksDo() throws IOException {
        final UnsafeBuffer text = new UnsafeBuffer(new byte[DecimalPrinter.MAX_LENGTH]);
        final List<JsonNode> cases =
                SigningVectors.file().member("floatToWire").member("cases").elements();
        for (final JsonNode pair : cases) {
            final long decimal8 = new BigDecimal(SigningVectors.text(pair, "in"))
                    .movePointRight(8)
                    .longValueExact();

            final int length = DecimalPrinter.print(decimal8, text, 0);

            assertEquals(SigningVectors.text(pair, "out"), text.getStringWithoutLengthAscii(0, length));
        }
        assertEquals(12, cases.size());
    }

    @Test
    void shouldKnowTheAddressesOfTheKeys() throws IOException {
        for (final JsonNode pair :
                SigningVectors.file().member("meta").member("addresses").elements()) {
            assertEquals(
                    SigningVectors.text(pair, "address"),
                    SigningVectors.key(pair).addressText());
        }
    }

    private void checkOuter(final JsonNode vector, final UserActionSigner signer) {
        signer.signMultiSig(
                vector.member("action"),
                SigningVectors.nonce(vector),
                SigningVectors.vault(vector),
                SigningVectors.expiresAfter(vector),
                signature);
        check(vector, vector.member("expected"));
    }

    private static UserActionType type(final JsonNode vector) {
        final String name = SigningVectors.text(vector, "primaryType");
        for (final UserActionType type : UserActionType.values()) {
            if (type.structure().primaryType().equals(name)) {
                return type;
            }
        }
        throw new AssertionError(name);
    }

    private static List<TypedField> fields(final JsonNode vector) {
        final List<TypedField> fields = new ArrayList<>();
        for (final JsonNode field : vector.member("types").elements()) {
            fields.add(new TypedField(SigningVectors.text(field, "name"), SigningVectors.text(field, "type")));
        }
        return fields;
    }

    private void check(final JsonNode vector, final JsonNode expected) {
        if (expected.is(JsonNode.Kind.NULL)) {
            assertEquals(JsonNode.Kind.STRING, vector.member("actionHash").kind());
            return;
        }
        final String name = SigningVectors.text(vector, "name");
        assertEquals(SigningVectors.number(expected.member("r")), Oracle.r(signature), name);
        assertEquals(SigningVectors.number(expected.member("s")), Oracle.s(signature), name);
        assertEquals(expected.member("v").text(), String.valueOf(signature.v()), name);
    }
}
