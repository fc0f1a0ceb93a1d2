package io.halfspread.codec.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import net.openhft.chronicle.wire.WireType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonOutputTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();

    @Test
    void shouldWriteNestedValuesInOrderOnOneLine() {
        final Map<String, Object> members = new LinkedHashMap<>();
        members.put("ok", true);
        members.put("none", null);
        members.put("count", Long.MAX_VALUE);
        members.put("list", List.of(1, 0.5, "x", Map.of(), List.of()));
        members.put("rates", new double[] {0.1, Double.NaN});
        members.put("kind", Locale.Category.DISPLAY);

        assertEquals(
                "{\"ok\":true,\"none\":null,\"count\":9223372036854775807,\"list\":[1,0.5,\"x\",{},[]],"
                        + "\"rates\":[0.1,null],\"kind\":\"DISPLAY\"}",
                JsonOutput.of(members));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "100, 100.0",
        "-0.0, -0.0",
        "1e-7, 0.0000001",
        "9.9e-8, 9.9E-8",
        "1e21, 1.0E21",
        "123456789012345680000, 123456789012345680000.0",
        "1e23, 1.0E23",
        "2e-3, 0.002",
        "4.9e-324, 5.0E-324",
        "1.7976931348623157e308, 1.7976931348623157E308",
        "NaN, null",
        "-Infinity, null",
    })
    void shouldWriteDoublesPlainWhereAPersonWould(final double value, final String text) {
        assertEquals(text, JsonOutput.number(value));
    }

    @Test
    void shouldReadBackEveryDoubleExactly() {
        final SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 50_000; i++) {
            final double value = i % 2 == 0
                    ? Double.longBitsToDouble(random.nextLong())
                    : random.nextInt(1_000_000) / Math.pow(10, random.nextInt(12));
            if (Double.isFinite(value)) {
                assertEquals(value, Double.parseDouble(JsonOutput.number(value)));
                assertTrue(JsonOutput.number(value).length() <= 27);
            }
        }
    }

    @Test
    void shouldWriteAnyTextSoThatAPlainLibraryReadsItBack() throws JsonProcessingException {
        final SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 5_000; i++) {
            final StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                final int code = random.nextInt(random.nextBoolean() ? 0x80 : 0x11000);
                text.appendCodePoint(code >= 0xD800 && code < 0xE000 ? '"' : code);
            }
            final String json = JsonOutput.of(Map.of(text.toString(), text.toString()));
            final JsonNode read = JACKSON.readTree(json);

            assertEquals(text.toString(), read.get(text.toString()).textValue());
            assertTrue(json.chars().allMatch(c -> c >= ' ' && c < 0x7F), json);
        }
    }

    @Test
    void shouldRefuseWhatHasNoJsonForm() {
        assertThrows(IllegalArgumentException.class, () -> JsonOutput.of(Map.of("a", new Object())));
    }

    @Test
    void shouldBeNeededAsLongAsWireQuotesNumbersWithAnExponent() throws JsonProcessingException {
        final JsonNode wire = JACKSON.readTree(WireType.JSON_ONLY.asString(Map.of("tiny", 1e-300)));
        final JsonNode own = JACKSON.readTree(JsonOutput.of(Map.of("tiny", 1e-300)));

        assertTrue(wire.get("tiny").isTextual());
        assertEquals(1e-300, own.get("tiny").doubleValue());
    }
}
