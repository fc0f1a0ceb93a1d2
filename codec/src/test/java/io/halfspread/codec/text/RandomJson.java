package io.halfspread.codec.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SplittableRandom;

/** Random JSON texts, and their comparison with a plain library's reading. */
final class RandomJson {
    private static final String[] SCALARS = {
        "0",
        "-0",
        "0.5",
        "-12.75e-3",
        "1E+10",
        "123456789012345678901",
        "true",
        "false",
        "null",
        "\"\"",
        "\"a b\"",
        "\"\\u20AC\\\"\\\\\\/\"",
        "\"\\ud83d\\ude00\"",
        "\"\u00e9\"",
    };

    private RandomJson() {}

    static void value(final SplittableRandom random, final StringBuilder out, final int depth) {
        final int kind = random.nextInt(depth > 3 ? 1 : 3);
        if (kind == 0) {
            out.append(SCALARS[random.nextInt(SCALARS.length)]);
            return;
        }
        final int count = random.nextInt(4);
        out.append(kind == 1 ? "{" : "[");
        for (int i = 0; i < count; i++) {
            out.append(i > 0 ? "," : "").append(" \t\n\r".charAt(random.nextInt(4)));
            if (kind == 1) {
                out.append("\"k").append(i).append("\" : ");
            }
            value(random, out, depth + 1);
        }
        out.append(kind == 1 ? "}" : " ]");
    }

    static void assertSame(final JsonNode expected, final io.halfspread.codec.text.JsonNode actual) {
        switch (actual.kind()) {
            case OBJECT -> {
                assertEquals(expected.size(), actual.members().size());
                actual.members().forEach(member -> assertSame(expected.get(member.key()), member.value()));
            }
            case ARRAY -> {
                assertEquals(expected.size(), actual.elements().size());
                for (int i = 0; i < expected.size(); i++) {
                    assertSame(expected.get(i), actual.elements().get(i));
                }
            }
            case STRING -> assertEquals(expected.textValue(), actual.text());
            case NUMBER -> assertEquals(expected.doubleValue() + 0.0, actual.asDouble() + 0.0);
            default -> assertEquals(expected.toString(), actual.text());
        }
    }
}
