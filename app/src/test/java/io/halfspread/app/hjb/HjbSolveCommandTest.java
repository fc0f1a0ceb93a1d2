package io.halfspread.app.hjb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.Halfspread;
import io.halfspread.app.console.Terminal;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HjbSolveCommandTest {
    private static final String INPUTS = "{\"Q\":4,\"M\":3,\"theta\":0.3,\"sx\":0.4,\"beta\":0.5,\"Ab\":1,\"Aa\":1,"
            + "\"kb\":0.2,\"ka\":0.2,\"makerFee\":1.5,\"takerFee\":4.5,\"halfSpread\":2,\"nuMax\":1,\"phi\":0.05,"
            + "\"r\":%s,\"dmin\":0.5,\"dmax\":80}";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void shouldPrintTablesOfTheGridsShape() {
        final int exitCode = solve("{\"inputs\":" + INPUTS.formatted("0.01") + ",\"heuristicParams\":{\"base\":8}}");

        assertEquals(0, exitCode, err::toString);
        final JsonNode result = StrictJson.parse(out.toByteArray(), false).root();
        final JsonNode discounted = result.member("discounted");
        for (final String table : new String[] {
            "value", "deltaBid", "deltaAsk", "takerBuyRate", "takerSellRate", "heuristicValue", "gapPct", "nullValue"
        }) {
            assertEquals(9, discounted.member(table).elements().size(), table);
            assertEquals(
                    3, discounted.member(table).elements().get(0).elements().size(), table);
        }
        assertTrue(discounted
                .member("deltaBid")
                .elements()
                .get(8)
                .elements()
                .get(0)
                .is(JsonNode.Kind.NULL));
        assertTrue(discounted.member("g").asDouble()
                > discounted.member("gHeuristic").asDouble());
        assertEquals(
                result.member("iterations").text(),
                discounted.member("howardIterations").text());
        assertTrue(result.member("solve_ms").asDouble() > 0);
        assertTrue(err.toString(StandardCharsets.UTF_8).isEmpty());
    }

    @Test
    void shouldReportTheStateAndTheMoneyAskedFor() {
        solve("{\"inputs\":" + INPUTS.formatted("0.01")
                + ",\"heuristicParams\":{\"base\":8,\"skew_adjustment_factor\":1},\"state\":{\"q\":2.2,\"x\":-1},"
                + "\"lotNotionalUsd\":100}");

        final JsonNode summary =
                StrictJson.parse(out.toByteArray(), false).root().member("summary");
        final JsonNode stationary = summary.member("stationaryHeuristic");
        assertEquals("2", summary.member("currentState").member("q").text());
        assertEquals(-1, summary.member("currentState").member("x").asDouble());
        assertEquals(
                stationary.member("lossPerSecond").asDouble() * 36,
                stationary.member("lossUsdPerHour").asDouble(),
                1e-12);
        assertEquals(5, stationary.member("worstStates").elements().size());
    }

    @Test
    void shouldLeaveOutValuesWhenTheSessionNeverEnds() {
        final int exitCode = solve("{\"inputs\":" + INPUTS.formatted("0") + ",\"heuristicParams\":{\"base\":8}}");

        assertEquals(0, exitCode, err::toString);
        final JsonNode result = StrictJson.parse(out.toByteArray(), false).root();
        assertTrue(result.member("discounted").member("value").is(JsonNode.Kind.NULL));
        assertEquals(
                result.member("ergodic").member("rhoStar").asDouble(),
                result.member("discounted").member("g").asDouble(),
                1e-12);
    }

    @Test
    void shouldNameAllProblemsInOneLine() {
        final int exitCode = solve("{\"inputs\":{\"Q\":4,\"M\":4,\"Ab\":\"1\",\"kc\":2,\"dmin\":9,\"dmax\":8,\"cm\":3},"
                + "\"heuristicParams\":{\"min_spread_base_ratio\":7},\"extra\":1}");

        final String line = err.toString(StandardCharsets.UTF_8);
        assertEquals(2, exitCode);
        assertEquals(0, out.size());
        assertEquals(1, line.lines().count());
        for (final String part : new String[] {
            "inputs.M = 4; accepted: from 1 to 401 (nodes, odd)",
            "inputs.Ab = \"1\"; accepted: above 0 to 1000000000 (1/s)",
            "inputs.kc: unknown; accepted: Q, M, X",
            "inputs.Aa is missing",
            "inputs.dmin = 9.0, dmax = 8.0; accepted: dmin below dmax",
            "heuristicParams.min_spread_base_ratio = 7; accepted: a number in [0, 1]",
            "heuristicParams.base is missing",
            "extra: unknown; accepted: inputs, heuristicParams, state, lotNotionalUsd"
        }) {
            assertTrue(line.contains(part), () -> part + " in " + line);
        }
    }

    @Test
    void shouldRefuseCostsThatDoNotAddUp() {
        final String inputs = INPUTS.formatted("0.01").replace("\"phi\"", "\"cm\":1.6,\"ups\":6.5,\"phi\"");

        final int exitCode = solve("{\"inputs\":" + inputs + ",\"heuristicParams\":{\"base\":8}}");

        assertEquals(2, exitCode);
        assertEquals(
                "halfspread hjb solve: inputs.cm = 1.6; accepted: makerFee + eps = 1.5, or nothing",
                err.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void shouldRefuseWhatIsNoCase() {
        for (final String text : new String[] {"", "[]", "{", "{\"inputs\":1}", "{\"inputs\":{\"Q\":1,\"Q\":2}}"}) {
            out.reset();
            err.reset();

            assertEquals(2, solve(text), text);

            assertEquals(0, out.size());
            assertEquals(1, err.toString(StandardCharsets.UTF_8).lines().count(), text);
        }
    }

    @Test
    void shouldSayWhenACaseCannotBeSolved() {
        final String inputs = INPUTS.formatted("0.01")
                .replace("\"phi\":0.05", "\"phi\":1e6")
                .replace("\"dmin\":0.5", "\"dmin\":-1e6")
                .replace("\"nuMax\":1", "\"nuMax\":0");

        final int exitCode = solve("{\"inputs\":" + inputs + ",\"heuristicParams\":{\"base\":8}}");

        assertEquals(1, exitCode);
        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("halfspread hjb solve: not solved: "));
    }

    @Test
    void shouldNameTheVerbsWhenOneIsMissing() {
        final int exitCode = Halfspread.run(terminal(""), "hjb");

        assertEquals(2, exitCode);
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("accepted: solve"));
    }

    @Test
    void shouldReadFromAPipe() {
        final byte[] text = ("{\"inputs\":" + INPUTS.formatted("0.01") + ",\"heuristicParams\":{\"base\":8}}")
                .getBytes(StandardCharsets.UTF_8);
        final InputStream pipe = new FilterInputStream(new ByteArrayInputStream(text)) {
            @Override
            public byte[] readAllBytes() throws IOException {
                throw new IOException("Illegal seek");
            }
        };
        final Terminal terminal =
                new Terminal(pipe, terminal("").out(), terminal("").err(), false);

        assertEquals(0, Halfspread.run(terminal, "hjb", "solve"), err::toString);
    }

    private int solve(final String text) {
        return Halfspread.run(terminal(text), "hjb", "solve", "--json");
    }

    private Terminal terminal(final String text) {
        return new Terminal(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
    }
}
