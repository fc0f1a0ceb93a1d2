package io.halfspread.sim.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.UnaryOperator;

/** What a value must look like, and the one form in which it is hashed. */
@FunctionalInterface
interface Shape {
    Shape TEXT = text(UnaryOperator.identity());
    Shape DECIMAL = text(WireDecimal::normal);
    Shape ADDRESS = text(Hex::address);
    Shape CLOID = text(Hex::cloid);
    Shape BOOLEAN = in -> require(in, in.isBoolean(), "a boolean");
    Shape ONLY_TRUE = in -> require(in, in.isBoolean() && in.booleanValue(), "true");
    Shape UNSIGNED = in -> require(in, integral(in) && in.longValue() >= 0, "u64");
    Shape SIGNED = in -> require(in, integral(in), "i64");
    Shape OID = in -> in.isTextual() ? CLOID.read(in) : UNSIGNED.read(in);

    /**
     * Reads a value.
     *
     * @throws Unreadable when it has another shape
     */
    JsonNode read(JsonNode in);

    /** One of some texts. */
    static Shape oneOf(final String... names) {
        return in -> {
            for (final String name : names) {
                if (in.isTextual() && in.textValue().equals(name)) {
                    return in;
                }
            }
            throw new Unreadable("unknown variant `" + in.asText() + "`, expected one of " + String.join(", ", names));
        };
    }

    /** An array. */
    static Shape listOf(final Shape element) {
        return in -> {
            require(in, in.isArray(), "a sequence");
            final ArrayNode out = JsonNodeFactory.instance.arrayNode(in.size());
            in.forEach(each -> out.add(element.read(each)));
            return out;
        };
    }

    /**
     * The value, when a condition holds.
     *
     * @throws Unreadable when it does not
     */
    static JsonNode require(final JsonNode in, final boolean holds, final String expected) {
        if (!holds) {
            throw new Unreadable("invalid type: " + in + ", expected " + expected);
        }
        return in.isBoolean() ? BooleanNode.valueOf(in.booleanValue()) : in;
    }

    /** Whether a number is whole and fits. */
    private static boolean integral(final JsonNode in) {
        return in.isIntegralNumber() && in.canConvertToLong();
    }

    /** A text in its normal form. */
    private static Shape text(final UnaryOperator<String> normal) {
        return in -> TextNode.valueOf(
                normal.apply(require(in, in.isTextual(), "a string").textValue()));
    }
}
