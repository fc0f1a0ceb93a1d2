package io.halfspread.sim.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Digests of structured data by EIP-712, for the flat structures the venue uses. */
final class TypedHash {
    private static final int WORD = 32;
    private static final byte[] PREFIX = {0x19, 0x01};
    private static final byte[] NO_CONTRACT = new byte[WORD];
    private static final byte[] DOMAIN_TYPE =
            text("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    private static final byte[] AGENT_TYPE = text("Agent(string source,bytes32 connectionId)");
    private static final byte[] ACTION_DOMAIN = domain("Exchange", BigInteger.valueOf(1337));

    private TypedHash() {}

    /** Digest that is signed for an action's hash. */
    static byte[] agent(final String source, final byte[] actionHash) {
        return Keccak.hash(PREFIX, ACTION_DOMAIN, Keccak.hash(AGENT_TYPE, text(source), actionHash));
    }

    /** Digest that is signed for a user-signed action. */
    static byte[] userSigned(final UserSignedType type, final JsonNode action) {
        final ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        encoded.writeBytes(text(type.encodedType()));
        for (final UserSignedType.Member member : type.members()) {
            encoded.writeBytes(word(member.type(), action.path(member.name())));
        }
        return Keccak.hash(
                PREFIX, domain("HyperliquidSignTransaction", chainId(action)), Keccak.hash(encoded.toByteArray()));
    }

    private static BigInteger chainId(final JsonNode action) {
        return Hex.word(action.path("signatureChainId").asText(""));
    }

    private static byte[] domain(final String name, final BigInteger chainId) {
        return Keccak.hash(DOMAIN_TYPE, text(name), text("1"), padded(chainId.toByteArray()), NO_CONTRACT);
    }

    private static byte[] word(final String type, final JsonNode value) {
        return switch (type) {
            case "string" -> text(value.asText(""));
            case "bool" -> padded(new byte[] {(byte) (value.asBoolean() ? 1 : 0)});
            case "uint64" -> padded(BigInteger.valueOf(value.asLong()).toByteArray());
            case "address" -> padded(Hex.bytes(Hex.address(value.asText(""))));
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static byte[] text(final String text) {
        return Keccak.hash(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] padded(final byte[] bytes) {
        final byte[] word = new byte[WORD];
        final int length = Math.min(bytes.length, WORD);
        System.arraycopy(bytes, bytes.length - length, word, WORD - length, length);
        return word;
    }
}
