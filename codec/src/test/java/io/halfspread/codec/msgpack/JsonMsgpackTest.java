package io.halfspread.codec.msgpack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.text.StrictJson;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonMsgpackTest {
    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "-0, 00",
        "127, 7f",
        "128, cc80",
        "255, ccff",
        "256, cd0100",
        "65535, cdffff",
        "65536, ce00010000",
        "4294967295, ceffffffff",
        "4294967296, cf0000000100000000",
        "100000000000, cf000000174876e800",
        "9223372036854775807, cf7fffffffffffffff",
        "9223372036854775808, cf8000000000000000",
        "18446744073709551615, cfffffffffffffffff",
        "-1, ff",
        "-32, e0",
        "-33, d0df",
        "-128, d080",
        "-129, d1ff7f",
        "-32768, d18000",
        "-32769, d2ffff7fff",
        "-2147483648, d280000000",
        "-2147483649, d3ffffffff7fffffff",
        "-9223372036854775808, d38000000000000000",
        "1.5, cb3ff8000000000000",
        "1.0, cb3ff0000000000000",
        "-0.0, cb8000000000000000",
        "1e3, cb408f400000000000",
        "true, c3",
        "false, c2",
        "null, c0",
        "[], 90",
        "{}, 80",
    })
    void shouldTakeTheShortestForm(final String json, final String expected) {
        assertEquals(expected, hex(json));
    }

    @Test
    void shouldKeepOrderTextsAndNesting() {
        assertEquals(
                "83a17ac0a16192c281a178a46e6f6e65a6323030302e30a3c3a921",
                hex("{\"z\":null,\"a\":[false,{\"x\":\"none\"}],\"2000.0\":\"\\u00e9!\"}"));
    }

    @Test
    void shouldTakeTheNextFormWhenTextsAndListsGrow() {
        assertEquals("bf" + "61".repeat(31), hex(text(31)));
        assertEquals("d920" + "61".repeat(32), hex(text(32)));
        assertEquals("d9ff" + "61".repeat(255), hex(text(255)));
        assertEquals("da0100" + "61".repeat(256), hex(text(256)));
        assertEquals("db00010000" + "61".repeat(65536), hex(text(65536)));
        assertEquals("9f" + "01".repeat(15), hex(list(15)));
        assertEquals("dc0010" + "01".repeat(16), hex(list(16)));
        assertEquals("dd00010000" + "01".repeat(65536), hex(list(65536)));
        final StringBuilder object = new StringBuilder("{\"0\":0");
        for (int i = 1; i < 16; i++) {
            object.append(",\"").append(i).append("\":").append(i);
        }
        assertTrue(hex(object + "}").startsWith("de0010a13000"));
    }

    @Test
    void shouldRefuseWithThePlaceWhenAValueHasNoForm() {
        assertEquals("line 1:2: 18446744073709551616 has more than 64 bits", refusal("[18446744073709551616]"));
        assertEquals("line 1:1: -9223372036854775809 has more than 64 bits", refusal("-9223372036854775809"));
        assertTrue(refusal("[\n 123456789012345678901234567890]").startsWith("line 2:2: "));
        assertEquals("line 1:1: 1e400 is beyond the range of a double", refusal("1e400"));
    }

    @Test
    void shouldLeaveOneMemberOutWhenAsked() {
        assertEquals(
                "81a16101",
                HexFormat.of()
                        .formatHex(JsonMsgpack.encodeWithout(
                                StrictJson.parse("{\"type\":\"x\",\"a\":1}", false)
                                        .root(),
                                "type")));
    }

    private static String text(final int length) {
        return "\"" + "a".repeat(length) + "\"";
    }

    private static String list(final int size) {
        return "[" + "1,".repeat(size - 1) + "1]";
    }

    private static String hex(final String json) {
        return HexFormat.of()
                .formatHex(JsonMsgpack.encode(StrictJson.parse(json, false).root()));
    }

    private static String refusal(final String json) {
        return assertThrows(IllegalArgumentException.class, () -> hex(json)).getMessage();
    }
}
