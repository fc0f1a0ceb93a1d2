package io.halfspread.app.hjb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.Halfspread;
import io.halfspread.app.console.Terminal;
import io.halfspread.codec.text.JsonMember;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.JsonNode.Kind;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.codec.text.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Cases of an independent program, kept outside the repository, within the tolerances that come with them. */
class HjbVectorsTest {
    private JsonNode tolerances;
    private double largestValue;

    @Test
    void shouldAgreeWithTheReferenceCases() throws IOException {
        final JsonNode file =
                StrictJson.parse(Files.readAllBytes(cases()), false).root();
        tolerances = file.member("tolerances");

        for (final JsonNode expected : file.member("cases").elements()) {
            final JsonNode result = solve(expected);
            largestValue = largest(expected.member("discounted").member("value"));
            for (final String part : new String[] {"discounted", "ergodic", "summary"}) {
                for (final JsonMember member : expected.member(part).members()) {
                    if (!member.key().equals("howardTrace") && !member.key().equals("hjbResidualMax")) {
                        final String path = expected.member("name").text() + " " + part + "." + member.key();
                        assertAgrees(path, member.value(), result.member(part).member(member.key()));
                    }
                }
            }
        }
    }

    private void assertAgrees(final String path, final JsonNode expected, final JsonNode actual) {
        assertNotNull(actual, path);
        if (expected.is(Kind.OBJECT)) {
            expected.members()
                    .forEach(member ->
                            assertAgrees(path + "." + member.key(), member.value(), actual.member(member.key())));
        } else if (expected.is(Kind.ARRAY)) {
            assertEquals(expected.elements().size(), actual.elements().size(), path);
            for (int i = 0; i < expected.elements().size(); i++) {
                assertAgrees(path, expected.elements().get(i), actual.elements().get(i));
            }
        } else if (expected.is(Kind.NUMBER)) {
            assertTrue(actual.is(Kind.NUMBER), path);
            assertEquals(expected.asDouble(), actual.asDouble(), tolerance(path, expected.asDouble()), path);
        } else {
            assertEquals(expected.kind(), actual.kind(), path);
        }
    }

    private double tolerance(final String path, final double expected) {
        if (path.contains("TakerBuyRate") || path.contains("TakerSellRate")) {
            return 1e-12;
        }
        if (path.contains("takerBuyRate") || path.contains("takerSellRate") || path.contains("owardIterations")) {
            return 0;
        }
        if (path.contains("elta")) {
            return tolerances.member("delta_abs_bps").asDouble();
        }
        if (path.contains("gapPct")) {
            return tolerances.member("gapPct_abs").asDouble();
        }
        if (path.contains("rho")) {
            return tolerances.member("rho_rel").asDouble() * Math.abs(expected);
        }
        final double relative = tolerances.member("value_rel").asDouble();
        final boolean value = path.contains("alue") || path.contains("gapAbs");
        return relative * (value ? largestValue : Math.max(1, Math.abs(expected)));
    }

    private static double largest(final JsonNode table) {
        double largest = 0;
        for (final JsonNode row : table.elements()) {
            for (final JsonNode value : row.elements()) {
                largest = Math.max(largest, Math.abs(value.asDouble()));
            }
        }
        return largest;
    }

    private static JsonNode solve(final JsonNode expected) {
        final Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("inputs", numbers(expected.member("inputs")));
        problem.put("heuristicParams", numbers(expected.member("heuristicParams")));
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final Terminal terminal = new Terminal(
                new ByteArrayInputStream(JsonOutput.of(problem).getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err,
                false);
        assertEquals(0, Halfspread.run(terminal, "hjb", "solve"));
        return StrictJson.parse(out.toByteArray(), false).root();
    }

    private static Map<String, Object> numbers(final JsonNode object) {
        final Map<String, Object> numbers = new LinkedHashMap<>();
        object.members()
                .forEach(member -> numbers.put(member.key(), member.value().asDouble()));
        return numbers;
    }

    private static Path cases() {
        final String shared = System.getProperty("halfspread.shared");
        final Path root =
                shared != null ? Path.of(shared) : Path.of(System.getProperty("halfspread.home", "."), "..", "shared");
        final Path path = root.resolve("vectors/hjb_cases.json").normalize();
        if (!Files.isRegularFile(path)) {
            System.out.println("skipped: no " + path);
        }
        Assumptions.assumeTrue(Files.isRegularFile(path), "no " + path);
        return path;
    }
}
