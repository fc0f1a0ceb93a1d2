package io.halfspread.sim.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;

/** The hash of an action with what surrounds it: its MessagePack form, nonce, vault and expiry. */
final class ActionHash {
    private static final byte[] NO_VAULT = {0};
    private static final byte[] VAULT = {1};
    private static final byte[] EXPIRY = {0};
    private static final byte[] NOTHING = {};

    private ActionHash() {}

    /**
     * Hashes an action exactly as its tree stands.
     *
     * @param vault        address or null
     * @param expiresAfter milliseconds or null
     */
    static byte[] of(final JsonNode action, final long nonce, final String vault, final Long expiresAfter) {
        return Keccak.hash(
                msgpack(action),
                bigEndian(nonce),
                vault == null ? NO_VAULT : VAULT,
                vault == null ? NOTHING : Hex.bytes(vault),
                expiresAfter == null ? NOTHING : EXPIRY,
                expiresAfter == null ? NOTHING : bigEndian(expiresAfter));
    }

    static byte[] msgpack(final JsonNode tree) {
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            pack(packer, tree);
            return packer.toByteArray();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pack(final MessagePacker packer, final JsonNode node) throws IOException {
        if (node.isObject()) {
            packer.packMapHeader(node.size());
            for (final Map.Entry<String, JsonNode> member : node.properties()) {
                packer.packString(member.getKey());
                pack(packer, member.getValue());
            }
        } else if (node.isArray()) {
            packer.packArrayHeader(node.size());
            for (final JsonNode element : node) {
                pack(packer, element);
            }
        } else if (node.isTextual()) {
            packer.packString(node.textValue());
        } else if (node.isBoolean()) {
            packer.packBoolean(node.booleanValue());
        } else if (node.isIntegralNumber()) {
            packer.packLong(node.longValue());
        } else {
            throw new Unreadable("not to be hashed: " + node);
        }
    }

    private static byte[] bigEndian(final long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }
}
