package io.halfspread.codec.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {
    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Test
    void shouldKeepOrderPositionsAndRawNumbersWhenTextIsSound() {
        final JsonDocument document =
                StrictJson.parse("{ \"b\": 1.50,\n  \"a\": [true, null, \"x\\n\\u00e9\"] }", false);

        assertTrue(document.valid());
        assertEquals("b", document.root().members().get(0).key());
        assertEquals("1.50", document.root().member("b").text());
        assertEquals(1.5, document.root().member("b").asDouble());
        assertEquals(2, document.root().members().get(1).line());
        assertEquals(3, document.root().members().get(1).column());
        assertEquals("x\n\u00e9", document.root().member("a").elements().get(2).text());
        assertEquals(21, document.root().member("a").elements().get(2).column());
        assertNull(document.root().member("c"));
    }

    @Test
    void shouldSkipCommentsOnlyWhenTheyAreAllowed() {
        final String text = "# head\n{ // open\n \"a\": 0.8,  # lean harder\n \"b\": \"# not // one\"# end\n}\n// tail";

        final JsonDocument allowed = StrictJson.parse(text, true);
        final JsonDocument refused = StrictJson.parse(text, false);

        assertTrue(allowed.valid(), () -> allowed.errors().toString());
        assertEquals("0.8", allowed.root().member("a").text());
        assertEquals("# not // one", allowed.root().member("b").text());
        assertEquals(
                "line 1:1: comments are not accepted here",
                refused.errors().get(0).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~                     | line 1:1: the text is empty; a JSON value is expected",
                "~  # only a comment~   | line 1:19: the text is empty; a JSON value is expected",
                "{\"a\":1             | line 1:7: } is missing for the { of line 1:1",
                "{\"a\":1}}           | line 1:8: text after the end: }",
                "{\"a\":1} 2          | line 1:9: text after the end: 2",
                "{\"a\":0,8}          | line 1:8: a key in double quotes is expected, found 8 (a decimal point is written as . not ,)",
                "{\"a\":1,}           | line 1:8: a comma before }",
                "[1 2]                  | line 1:4: , or ] is expected, found 2",
                "[1,,2]                 | line 1:4: a value is expected, found ,",
                "{a:1}                  | line 1:2: a key in double quotes is expected, found a",
                "{\"a\" 1}            | line 1:6: : is expected after key \"a\", found 1",
                "{\"a\":}             | line 1:6: a value is expected, found }",
                "[NaN]                  | line 1:2: NaN is not JSON; accepted: a number, text in double quotes, true, false, null",
                "[.5]                   | line 1:2: .5 is not JSON; a number is written like 0.5, -2 or 1e-3",
                "[05]                   | line 1:2: 05 is not JSON; a number is written like 0.5, -2 or 1e-3",
                "[1.]                   | line 1:2: 1. is not JSON; a number is written like 0.5, -2 or 1e-3",
                "[1e]                   | line 1:2: 1e is not JSON; a number is written like 0.5, -2 or 1e-3",
                "[+1]                   | line 1:2: +1 is not JSON; a number is written like 0.5, -2 or 1e-3",
                "[\"a]                | line 1:5: the string begun at line 1:2 is not closed",
                "[\"\\ud801\"]         | line 1:9: half of a surrogate pair in the string begun at column 2; write both halves",
                "[\"\\x\"]            | line 1:3: unknown escape \\x; accepted: \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX",
                "[\"\\u12g4\"]        | line 1:3: \\u needs four hexadecimal digits",
                "/* x */ 1              | line 1:1: a comment begins with # or //",
                "{\"a\":1,\"a\":2}    | line 1:8: duplicate key \"a\"",
            })
    void shouldNamePlaceAndCauseWhenTextIsBroken(final String text, final String error) {
        final JsonDocument document = StrictJson.parse(text, true);

        assertEquals(error, document.errors().get(0).toString());
        assertEquals(1, document.errors().size());
    }

    @Test
    void shouldNameEveryFaultOfWordsAndKeysInOnePass() {
        final JsonDocument document = StrictJson.parse("{\"a\": NaN,\n \"b\": .5,\n \"a\": 1,\n \"c\": True", true);

        assertEquals(5, document.errors().size(), () -> document.errors().toString());
        assertEquals(4, document.root().members().size());
        assertTrue(document.incomplete());
    }

    @Test
    void shouldRefuseWhatIsNotUtf8() {
        final byte[] latin = {'{', '\n', ' ', '"', (byte) 0xE9, '"', '}'};
        final byte[] wide = "{}".getBytes(StandardCharsets.UTF_16);
        final byte[] marked = "\uFEFF{\"a\":x}".getBytes(StandardCharsets.UTF_8);

        assertEquals("line 2:3: not UTF-8; save the text as UTF-8", only(StrictJson.parse(latin, true)));
        assertEquals("line 1:1: the text is UTF-16; save it as UTF-8", only(StrictJson.parse(wide, true)));
        assertTrue(only(StrictJson.parse(marked, true)).startsWith("line 1:6: x is not JSON"));
    }

    @Test
    void shouldRefuseDeepNestingInsteadOfOverflowing() {
        final JsonDocument deep = StrictJson.parse("[".repeat(100_000), true);
        final JsonDocument allowed = StrictJson.parse("[".repeat(64) + "]".repeat(64), true);

        assertEquals("line 1:65: nested deeper than 64 levels", only(deep));
        assertTrue(allowed.valid());
    }

    @Test
    void shouldCallEveryTruncationOfAnObjectBroken() {
        final byte[] text =
                "{\"skew\": 0.8, # \u03bc\n \"s\": \"a\\u0041\\n\", \"l\": [1, {}]}".getBytes(StandardCharsets.UTF_8);

        for (int length = 0; length < text.length; length++) {
            final byte[] cut = Arrays.copyOf(text, length);

            assertFalse(StrictJson.parse(cut, true).valid(), "cut at " + length);
        }
        assertTrue(StrictJson.parse(text, true).valid());
    }

    @Test
    void shouldAgreeWithAPlainLibraryOnRandomAndDamagedTexts() throws JsonProcessingException {
        final SplittableRandom random = new SplittableRandom(7);
        int valid = 0;
        for (int i = 0; i < 20_000; i++) {
            final StringBuilder text = new StringBuilder();
            RandomJson.value(random, text, 0);
            for (int damage = random.nextInt(3); damage > 0 && text.length() > 0; damage--) {
                text.setCharAt(random.nextInt(text.length()), "{}[],:\"\\0x.-e n\u00e9".charAt(random.nextInt(16)));
            }
            final JsonNode expected = read(text.toString());
            final JsonDocument document = StrictJson.parse(text.toString(), false);

            assertEquals(expected != null, document.valid(), () -> text + " " + document.errors());
            if (expected != null) {
                valid++;
                assertNotNull(document.root());
                RandomJson.assertSame(expected, document.root());
            }
        }
        assertTrue(valid > 5_000, "valid texts: " + valid);
    }

    private static JsonNode read(final String text) {
        try {
            final JsonNode node = JACKSON.readTree(text);
            return node == null || node.isMissingNode() || hasHalfPair(node) ? null : node;
        } catch (final JsonProcessingException e) {
            return null;
        }
    }

    /** The library takes half of a surrogate pair as a value, though not as a name. */
    private static boolean hasHalfPair(final JsonNode node) {
        if (node.isTextual()) {
            return !StandardCharsets.UTF_8.newEncoder().canEncode(node.textValue());
        }
        for (final JsonNode child : node) {
            if (hasHalfPair(child)) {
                return true;
            }
        }
        return false;
    }

    private static String only(final JsonDocument document) {
        assertEquals(1, document.errors().size());
        return document.errors().get(0).toString();
    }
}
