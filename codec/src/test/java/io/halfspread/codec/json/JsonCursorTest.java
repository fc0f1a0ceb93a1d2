package io.halfspread.codec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.halfspread.codec.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCursorTest {
    private final JsonCursor cursor = new JsonCursor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "1.5",
                "-1e5",
                "1E+5",
                "0.0e-0",
                "true",
                "false",
                "null",
                "\"\"",
                "\"a\\u00e9\\n\"",
                "[]",
                "{}",
                " [ ] ",
                "[1,[2,{\"a\":[]}],\"x\"]",
                "{\"a\":1,\"a\":2}",
                "\"\u00e9\u20ac\ud83d\ude00\"",
                "\"\\ud800\"",
                "{\"\":{}}"
            })
    void shouldSkipAnyValue(final String text) {
        wrap(text);

        assertTrue(cursor.skip() && cursor.end(), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "01 21",
                "-01 21",
                "1. 16",
                "1.x 21",
                ".5 17",
                "+1 17",
                "- 16",
                "-x 21",
                "1e 16",
                "1e+ 16",
                "1ex 21",
                "tru 16",
                "trux 17",
                "nul 16",
                "nan 17",
                "[ 16",
                "[1 16",
                "[1, 16",
                "[1,] 17",
                "[,1] 17",
                "[1}x 17",
                "{ 16",
                "{} 0",
                "{'a' 16",
                "{'a': 16",
                "{'a':} 17",
                "{'a':1,} 17",
                "{a:1} 17",
                "{1:1} 17",
                "{'a'1} 17",
                "{'a':1] 17",
                "'abc 16",
                "'a\\ 16",
                "'\\x' 19",
                "'\\u12' 19",
                "'\\u12 16",
                "'\\u12g4' 19",
                "[1]] 23",
                "1,2 23",
                "// 17"
            })
    void shouldRefuseWhatTheGrammarDoesNotAllow(final String text, final int code) {
        wrap(text.replace('\'', '"'));

        cursor.skip();
        cursor.end();

        assertEquals(Refusal.describe(code), Refusal.describe(cursor.fault()), text);
    }

    @Test
    void shouldRefuseControlCharactersAndWhatIsNotUtf8() {
        assertRefused(Refusal.JSON_CONTROL_CHARACTER, '"', '\n', '"');
        assertRefused(Refusal.JSON_CONTROL_CHARACTER, '"', 0, '"');
        assertRefused(Refusal.JSON_BAD_UTF8, '"', 0x80, '"');
        assertRefused(Refusal.JSON_BAD_UTF8, '"', 0xC0, 0x80, '"');
        assertRefused(Refusal.JSON_BAD_UTF8, '"', 0xE0, 0x80, 0x80, '"');
        assertRefused(Refusal.JSON_BAD_UTF8, '"', 0xED, 0xA0, 0x80, '"');
        assertRefused(Refusal.JSON_BAD_UTF8, '"', 0xF4, 0x90, 0x80, 0x80, '"');
        assertRefused(Refusal.JSON_BAD_UTF8, '"', 0xFF, '"');
        assertRefused(Refusal.JSON_BAD_UTF8, '"', 0xC3, '"', '"');
        assertRefused(Refusal.JSON_TRUNCATED, '"', 0xE2, 0x82);
    }

    @Test
    void shouldAcceptTheDeepestNestingAndRefuseOneMore() {
        final int deepest = JsonCursor.MAX_DEPTH;
        wrap("[".repeat(deepest) + "]".repeat(deepest));
        assertTrue(cursor.skip() && cursor.end());

        wrap("{\"a\":".repeat(deepest) + "[]" + "}".repeat(deepest));
        assertFalse(cursor.skip());

        assertEquals(Refusal.JSON_TOO_DEEP, cursor.fault());
        assertEquals(5 * deepest, cursor.faultPosition());
    }

    @Test
    void shouldResolveEscapes() {
        wrap("\"\\u0063o\\u0069n \\\"\\\\\\/\\b\\f\\n\\r\\t \\u00e9\\u20AC\\ud83d\\ude00\\ud800x\"");

        assertTrue(cursor.string());

        assertEquals("coin \"\\/\b\f\n\r\t \u00e9\u20ac\ud83d\ude00\ufffdx", text());
    }

    @Test
    void shouldFindANameHoweverItIsWritten() {
        final NameTable names = new NameTable("coin", "time");
        wrap("{\"coin\":1,\"\\u0063oin\":2,\"t\\u0069me\":3,\"coins\":4}");

        assertTrue(cursor.enterObject());
        assertEquals(0, nextMember(names));
        assertEquals(0, nextMember(names));
        assertEquals(1, nextMember(names));
        assertEquals(NameTable.UNKNOWN, nextMember(names));

        assertFalse(cursor.nextMember());
        assertTrue(cursor.end());
    }

    @Test
    void shouldKeepTheFirstFaultAndStayNeutral() {
        wrap("{\"a\":01}");
        cursor.enterObject();
        cursor.nextMember();

        assertEquals(JsonCursor.NO_INTEGER, cursor.integer());
        final int position = cursor.faultPosition();

        assertFalse(cursor.nextMember() || cursor.nextElement() || cursor.string() || cursor.skip() || cursor.end());
        assertFalse(cursor.enterArray() || cursor.enterObject() || cursor.nullValue() || cursor.booleanValue());
        assertEquals(Refusal.JSON_BAD_NUMBER, cursor.fault());
        assertEquals(position, cursor.faultPosition());
    }

    @Test
    void shouldAcceptExactlyWhatAStrictLibraryAccepts() {
        final ObjectMapper strict = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        final SplittableRandom random = new SplittableRandom(8);
        int accepted = 0;
        for (int i = 0; i < 300_000; i++) {
            final String text = mutate(random, randomValue(random, 4));
            wrap(text);

            final boolean good = cursor.skip() && cursor.end();

            assertEquals(accepts(strict, text), good, () -> text + ": " + Refusal.describe(cursor.fault()));
            accepted += good ? 1 : 0;
        }
        assertTrue(accepted > 50_000 && accepted < 280_000, "accepted " + accepted);
    }

    private static boolean accepts(final ObjectMapper strict, final String text) {
        try {
            return !strict.readTree(text).isMissingNode();
        } catch (final JsonProcessingException e) {
            return false;
        }
    }

    private static String randomValue(final SplittableRandom random, final int depth) {
        final StringBuilder out = new StringBuilder();
        switch (random.nextInt(depth == 0 ? 5 : 8)) {
            case 0 -> out.append(random.nextInt(-1000, 1000));
            case 1 -> out.append(random.nextDouble());
            case 2 ->
                out.append("\"")
                        .append("a\\n\\u00e9 b".substring(0, random.nextInt(1, 2)))
                        .append("\"");
            case 3 -> out.append(random.nextBoolean() ? "true" : "null");
            case 4 -> out.append("\"\\u12aB\\\\\\\"\"");
            case 5, 6 -> {
                final String comma = random.nextBoolean() ? "," : " , ";
                out.append('[');
                for (int n = random.nextInt(4), i = 0; i < n; i++) {
                    out.append(i == 0 ? "" : comma).append(randomValue(random, depth - 1));
                }
                out.append(']');
            }
            default -> {
                out.append('{');
                for (int n = random.nextInt(4), i = 0; i < n; i++) {
                    out.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":");
                    out.append(randomValue(random, depth - 1));
                }
                out.append('}');
            }
        }
        return out.toString();
    }

    private static String mutate(final SplittableRandom random, final String text) {
        final StringBuilder out = new StringBuilder(text);
        for (int flips = random.nextInt(3); flips > 0 && out.length() > 0; flips--) {
            final int at = random.nextInt(out.length());
            switch (random.nextInt(3)) {
                case 0 -> out.deleteCharAt(at);
                case 1 -> out.insert(at, "\"\\{}[],:0-.eEtn 1+u".charAt(random.nextInt(19)));
                default -> out.setCharAt(at, "\"\\{}[],:0-.eEtn 1+u".charAt(random.nextInt(19)));
            }
        }
        return out.toString();
    }

    private int nextMember(final NameTable names) {
        assertTrue(cursor.nextMember());
        final int name = cursor.textIn(names);
        assertTrue(cursor.skip());
        return name;
    }

    private void assertRefused(final int code, final int... bytes) {
        final byte[] text = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            text[i] = (byte) bytes[i];
        }
        cursor.wrap(new UnsafeBuffer(text), 0, text.length);

        assertFalse(cursor.skip());
        assertEquals(Refusal.describe(code), Refusal.describe(cursor.fault()));
    }

    private String text() {
        return cursor.textBuffer().getStringWithoutLengthUtf8(cursor.textOffset(), cursor.textLength());
    }

    private void wrap(final String text) {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        cursor.wrap(new UnsafeBuffer(bytes), 0, bytes.length);
    }
}
