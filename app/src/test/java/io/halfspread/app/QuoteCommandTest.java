package io.halfspread.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.halfspread.codec.text.JsonMember;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QuoteCommandTest {
    private static final String GOOD = "{\"half_spread_bps\":4,\"max_position\":3,\"sz_decimals\":2,\"mu_hat\":0,"
            + "\"mid\":37.5,\"inventory\":0,\"imbalance\":0,\"spread_bps\":1}";

    @Test
    void shouldKeepTheTickWhenPriceIsOnTheGrid() {
        final Cli.Ran ran = Cli.runWithInput(GOOD + "\n", "quote");

        assertEquals(0, ran.exitCode());
        assertEquals("37.485", ran.text("bid_px"));
        assertEquals("37.515", ran.text("ask_px"));
        assertEquals("", ran.err());
    }

    @Test
    void shouldAnswerErrorsInPlaceAndGoOnWhenLinesAreBad() {
        final Cli.Ran ran = Cli.runWithInput(
                String.join(
                        "\n",
                        "nonsense",
                        GOOD,
                        GOOD.replace("\"mid\":37.5,", ""),
                        GOOD.replace("37.5", "\"37.5\""),
                        GOOD.replace("37.5", "NaN"),
                        GOOD.replace("37.5", "1e400"),
                        GOOD.replace("\"imbalance\":0", "\"imbalance\":2"),
                        GOOD.replace("\"sz_decimals\":2", "\"sz_decimals\":2.5"),
                        GOOD.replace("1}", "1,\"parms\":{}}"),
                        GOOD.replace("1}", "1,\"params\":{\"skew\":1,\"adverse_selection_lambda\":1.5}}"),
                        "[]",
                        "",
                        GOOD),
                "quote");

        assertEquals(2, ran.exitCode());
        assertEquals(13, ran.lines().size());
        for (int i = 0; i < 13; i++) {
            final boolean good = i == 1 || i == 12;
            assertEquals(
                    !good,
                    ran.lines().get(i).startsWith("{\"error\":"),
                    "line " + i + ": " + ran.lines().get(i));
        }
        assertTrue(ran.lines().get(2).contains("mid: missing"));
        assertTrue(
                ran.lines().get(9).contains("params.skew") && ran.lines().get(9).contains("[0, 1]"));
    }

    @Test
    void shouldEqualTheVectorsWhenTheyAreThere() throws IOException {
        final Path file = Path.of(
                System.getProperty(
                        "halfspread.shared",
                        Path.of(System.getProperty("halfspread.home"), "..", "shared")
                                .toString()),
                "vectors",
                "quote.jsonl");
        if (!Files.exists(file)) {
            System.out.println("skipped: no vectors beside the project");
        }
        assumeTrue(Files.exists(file));
        final List<JsonNode> cases = Files.readAllLines(file).stream()
                .map(line -> StrictJson.parse(line, false).root())
                .toList();
        final StringBuilder input = new StringBuilder();
        for (final String line : Files.readAllLines(file)) {
            input.append(line, line.indexOf("{", 1), line.indexOf(", \"out\"")).append('\n');
        }

        final Cli.Ran ran = Cli.runWithInput(input.toString(), "quote");

        assertEquals(0, ran.exitCode());
        for (int i = 0; i < cases.size(); i++) {
            final JsonNode computed =
                    StrictJson.parse(ran.lines().get(i), false).root();
            for (final JsonMember expected : cases.get(i).member("out").members()) {
                final JsonNode value = computed.member(expected.key());
                if (expected.value().is(JsonNode.Kind.NUMBER)) {
                    final double wanted = expected.value().asDouble();
                    assertEquals(
                            wanted, value.asDouble(), Math.abs(wanted) * 1e-12, "case " + i + " " + expected.key());
                } else {
                    assertEquals(expected.value().text(), value.text(), "case " + i + " " + expected.key());
                }
            }
        }
    }
}
