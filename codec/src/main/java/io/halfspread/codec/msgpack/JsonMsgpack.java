package io.halfspread.codec.msgpack;

import io.halfspread.codec.text.JsonMember;
import io.halfspread.codec.text.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.agrona.ExpandableArrayBuffer;

/**
 * Writes a JSON value as MessagePack, as it is given: members in text order, texts unchanged, integers in their shortest form,
 * a number with a fraction or an exponent as a double. Cold; for any thread.
 */
public final class JsonMsgpack {
    private static final BigInteger BEYOND = BigInteger.ONE.shiftLeft(64);
    private static final int LONGEST_INTEGER = 20;

    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();

    private JsonMsgpack() {}

    /**
     * Writes a value.
     *
     * @param value a value of a text without faults
     * @return its MessagePack
     * @throws IllegalArgumentException for an integer of more than 64 bits, a number beyond double, or a text that is no
     *     Unicode; the message has the place
     */
    public static byte[] encode(final JsonNode value) {
        final JsonMsgpack writer = new JsonMsgpack();
        return writer.bytes(writer.value(value, 0));
    }

    /**
     * Writes an object without one of its members.
     *
     * @param object an object of a text without faults
     * @param key    the member left out
     * @return its MessagePack
     * @throws IllegalArgumentException as {@link #encode(JsonNode)}
     */
    public static byte[] encodeWithout(final JsonNode object, final String key) {
        final JsonMsgpack writer = new JsonMsgpack();
        return writer.bytes(writer.members(
                object.members().stream()
                        .filter(member -> !member.key().equals(key))
                        .toList(),
                0));
    }

    private byte[] bytes(final int length) {
        final byte[] bytes = new byte[length];
        buffer.getBytes(0, bytes);
        return bytes;
    }

    private int value(final JsonNode node, final int index) {
        return switch (node.kind()) {
            case OBJECT -> members(node.members(), index);
            case ARRAY -> array(node, index);
            case STRING -> text(node.text(), index);
            case NUMBER -> number(node, index);
            case TRUE -> MsgpackWriter.bool(true, buffer, index);
            case FALSE -> MsgpackWriter.bool(false, buffer, index);
            case NULL -> MsgpackWriter.nil(buffer, index);
            case WORD -> throw refused(node, node.shown() + " is not JSON");
        };
    }

    private int members(final List<JsonMember> members, final int index) {
        int at = MsgpackWriter.map(members.size(), buffer, index);
        for (final JsonMember member : members) {
            at = value(member.value(), text(member.key(), at));
        }
        return at;
    }

    private int array(final JsonNode node, final int index) {
        int at = MsgpackWriter.array(node.elements().size(), buffer, index);
        for (final JsonNode element : node.elements()) {
            at = value(element, at);
        }
        return at;
    }

    private int text(final String text, final int index) {
        return MsgpackWriter.text(text.getBytes(StandardCharsets.UTF_8), buffer, index);
    }

    private int number(final JsonNode node, final int index) {
        final String text = node.text();
        if (text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            final double number = node.asDouble();
            if (Double.isInfinite(number)) {
                throw refused(node, text + " is beyond the range of a double");
            }
            return MsgpackWriter.float64(number, buffer, index);
        }
        final BigInteger integer = text.length() > LONGEST_INTEGER ? BEYOND : new BigInteger(text);
        if (integer.signum() < 0 ? integer.bitLength() > 63 : integer.bitLength() > 64) {
            throw refused(node, text + " has more than 64 bits");
        }
        return integer.signum() < 0
                ? MsgpackWriter.integer(integer.longValue(), buffer, index)
                : MsgpackWriter.unsigned(integer.longValue(), buffer, index);
    }

    private static IllegalArgumentException refused(final JsonNode place, final String message) {
        return new IllegalArgumentException("line " + place.line() + ":" + place.column() + ": " + message);
    }
}
