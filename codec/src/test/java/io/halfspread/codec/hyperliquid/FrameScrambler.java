package io.halfspread.codec.hyperliquid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Writes a frame anew: other key order, white space, escapes, and members nobody knows. Its meaning stays. */
final class FrameScrambler {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String[] UNKNOWN = {
        "null",
        "true",
        "-0.5e+3",
        "\"\\\"}]\\u20ac\u20ac\"",
        "[]",
        "{}",
        "[{\"px\":[1,{}]},\"x\"]",
        "{\"coin\":{\"n\":0}}"
    };

    private final SplittableRandom random;

    FrameScrambler(final SplittableRandom random) {
        this.random = random;
    }

    String scramble(final String frame) throws Exception {
        final StringBuilder out = new StringBuilder();
        write(MAPPER.readTree(frame), out, true);
        return out.toString();
    }

    private void write(final JsonNode node, final StringBuilder out, final boolean mayAdd) {
        space(out);
        if (node.isObject()) {
            writeObject(node, out, mayAdd);
        } else if (node.isArray()) {
            out.append('[');
            for (int i = 0; i < node.size(); i++) {
                out.append(i == 0 ? "" : ",");
                write(node.get(i), out, true);
            }
            space(out);
            out.append(']');
        } else if (node.isTextual()) {
            writeString(node.textValue(), out);
        } else {
            out.append(node);
        }
        space(out);
    }

    private void writeObject(final JsonNode node, final StringBuilder out, final boolean mayAdd) {
        final List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        Collections.shuffle(names, new Random(random.nextLong()));
        out.append('{');
        boolean first = true;
        for (final String name : names) {
            if (mayAdd && !isDictionary(node) && random.nextInt(4) == 0) {
                out.append(first ? "" : ",")
                        .append("\"x")
                        .append(random.nextInt(1000))
                        .append("\":");
                out.append(UNKNOWN[random.nextInt(UNKNOWN.length)]);
                first = false;
            }
            out.append(first ? "" : ",");
            first = false;
            space(out);
            writeString(name, out);
            space(out);
            out.append(':');
            write(node.get(name), out, true);
        }
        space(out);
        out.append('}');
    }

    // Of a status or a reply's members each name is a meaning: none may be added.
    private static boolean isDictionary(final JsonNode node) {
        return node.has("resting") || node.has("filled") || node.has("newKind");
    }

    private void writeString(final String text, final StringBuilder out) {
        out.append('"');
        for (final char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || random.nextInt(20) == 0) {
                final String hex = String.format("%04x", (int) c);
                out.append("\\u").append(random.nextBoolean() ? hex : hex.toUpperCase(java.util.Locale.ROOT));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private void space(final StringBuilder out) {
        while (random.nextInt(6) == 0) {
            out.append(" \n\r\t".charAt(random.nextInt(4)));
        }
    }
}
