package io.halfspread.codec.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.halfspread.codec.msgpack.JsonMsgpack;
import io.halfspread.fuzz.KeptInputs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The strict reader accepts what an independent one accepts, up to the depth it reads, and gives the same tree. */
class StrictJsonFuzzTest {
    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    @KeptInputs
    @FuzzTest
    void shouldAgreeWithAnIndependentReader(final byte[] bytes) {
        StrictJson.parse(bytes, true);
        final JsonDocument document = StrictJson.parse(bytes, false);
        for (final TextError error : document.errors()) {
            assertTrue(error.line() >= 1 && error.column() >= 1, error::toString);
        }
        if (!document.valid()) {
            return;
        }
        assertNotNull(document.root());
        assertTrue(!document.incomplete());
        final JsonNode expected = jackson(bytes);
        compare(expected, document.root());
        pack(document.root());
    }

    private static JsonNode jackson(final byte[] bytes) {
        final boolean marked = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB;
        try {
            return JACKSON.readTree(
                    new String(marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes, StandardCharsets.UTF_8));
        } catch (final IOException e) {
            throw new AssertionError("accepted, but " + e.getMessage(), e);
        }
    }

    private static void compare(final JsonNode expected, final io.halfspread.codec.text.JsonNode actual) {
        switch (actual.kind()) {
            case OBJECT -> {
                assertTrue(expected.isObject());
                assertEquals(expected.size(), actual.members().size());
                actual.members().forEach(member -> compare(expected.get(member.key()), member.value()));
            }
            case ARRAY -> {
                assertTrue(expected.isArray());
                assertEquals(expected.size(), actual.elements().size());
                for (int i = 0; i < expected.size(); i++) {
                    compare(expected.get(i), actual.elements().get(i));
                }
            }
            case STRING -> assertEquals(expected.textValue(), actual.text());
            case NUMBER -> {
                assertTrue(expected.isNumber());
                // The other reader loses the sign of an integer -0: zero is added so that both have none.
                assertEquals(expected.doubleValue() + 0.0, actual.asDouble() + 0.0);
            }
            default -> assertEquals(expected.toString(), actual.text());
        }
    }

    /** Only what MessagePack has no form for is refused. */
    private static void pack(final io.halfspread.codec.text.JsonNode root) {
        try {
            assertTrue(JsonMsgpack.encode(root).length > 0);
        } catch (final IllegalArgumentException e) {
            assertNotNull(e.getMessage());
        }
    }
}
