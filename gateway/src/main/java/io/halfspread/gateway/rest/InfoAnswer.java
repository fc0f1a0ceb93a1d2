package io.halfspread.gateway.rest;

import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.decimal.DecimalParser;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.text.JsonNode;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;

/** Reads members of the venue's answers; whatever is missing or of another form is an {@link IllegalArgumentException}. */
final class InfoAnswer {
    private static final long NS_PER_MS = 1_000_000L;
    private static final int HEX = 16;
    private static final int HALF_DIGITS = 16;
    private static final int CLOID_DIGITS = 32;

    private InfoAnswer() {}

    static JsonNode object(final JsonNode node, final String member) {
        final JsonNode value = require(node, member);
        if (!value.is(JsonNode.Kind.OBJECT)) {
            throw wrong(member, value, "an object");
        }
        return value;
    }

    static JsonNode array(final JsonNode node, final String member) {
        final JsonNode value = require(node, member);
        if (!value.is(JsonNode.Kind.ARRAY)) {
            throw wrong(member, value, "a list");
        }
        return value;
    }

    static String text(final JsonNode node, final String member) {
        final JsonNode value = require(node, member);
        if (!value.is(JsonNode.Kind.STRING)) {
            throw wrong(member, value, "a text");
        }
        return value.text();
    }

    static String textOr(final JsonNode node, final String member, final String absent) {
        final JsonNode value = node.member(member);
        return value == null || !value.is(JsonNode.Kind.STRING) ? absent : value.text();
    }

    static boolean isTrue(final JsonNode node, final String member) {
        final JsonNode value = node.member(member);
        return value != null && value.is(JsonNode.Kind.TRUE);
    }

    static long integer(final JsonNode node, final String member) {
        final JsonNode value = require(node, member);
        try {
            return Long.parseLong(value.text());
        } catch (final NumberFormatException e) {
            throw wrong(member, value, "an integer");
        }
    }

    static long timeNs(final JsonNode node, final String member) {
        return Math.multiplyExact(integer(node, member), NS_PER_MS);
    }

    /** Amounts may carry noise of the venue's floats: rounded half to even. */
    static long decimal8(final JsonNode node, final String member) {
        return decimal(node, member, Decimal8.EXPONENT);
    }

    static long decimal8OrNull(final JsonNode node, final String member) {
        final JsonNode value = node.member(member);
        return value == null || value.is(JsonNode.Kind.NULL) ? Decimal8.NULL : decimal8(node, member);
    }

    static long ratio12(final JsonNode node, final String member) {
        return decimal(node, member, Decimal8.RATIO_EXPONENT);
    }

    static Side side(final JsonNode node) {
        final String side = text(node, "side");
        if (!"A".equals(side) && !"B".equals(side)) {
            throw wrong("side", node.member("side"), "A or B");
        }
        return "B".equals(side) ? Side.BID : Side.ASK;
    }

    /** High and low half of the client order id; 0 and 0 when there is none. */
    static long[] cloid(final JsonNode node) {
        final JsonNode value = node.member("cloid");
        if (value == null || value.is(JsonNode.Kind.NULL)) {
            return new long[2];
        }
        final String text = value.text();
        if (!text.startsWith("0x") || text.length() > 2 + CLOID_DIGITS) {
            throw wrong("cloid", value, "0x and up to 32 hexadecimal digits");
        }
        final String digits = "0".repeat(2 + CLOID_DIGITS - text.length()) + text.substring(2);
        try {
            return new long[] {
                Long.parseUnsignedLong(digits.substring(0, HALF_DIGITS), HEX),
                Long.parseUnsignedLong(digits.substring(HALF_DIGITS), HEX)
            };
        } catch (final NumberFormatException e) {
            throw wrong("cloid", value, "0x and up to 32 hexadecimal digits");
        }
    }

    private static long decimal(final JsonNode node, final String member, final int exponent) {
        final JsonNode value = require(node, member);
        final byte[] bytes = value.text().getBytes(StandardCharsets.UTF_8);
        final long number = new DecimalParser().parseRounded(new UnsafeBuffer(bytes), 0, bytes.length, exponent);
        if (number == Decimal8.NULL) {
            throw wrong(member, value, "a decimal");
        }
        return number;
    }

    private static JsonNode require(final JsonNode node, final String member) {
        final JsonNode value = node.member(member);
        if (value == null) {
            throw new IllegalArgumentException("no member '" + member + "'");
        }
        return value;
    }

    private static IllegalArgumentException wrong(final String member, final JsonNode value, final String accepted) {
        return new IllegalArgumentException("'" + member + "' is " + value.shown() + ", not " + accepted);
    }
}
