package io.halfspread.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Goals, figures and verdicts from results as JMH and the rig write them. */
class GoalTableTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldHaveARowForEveryGoalWhenNothingWasMeasured() throws IOException {
        final List<Row> rows = rows("{}");
        assertEquals(12, rows.size());
        for (int i = 0; i < 12; i++) {
            assertEquals("P" + (i + 1), rows.get(i).id());
            assertEquals("not measured", rows.get(i).verdict());
        }
    }

    @Test
    void shouldReadMediansAndBytesWhenJmhWroteThem() throws IOException {
        final Row decode = rows("{\"jmh\":[" + jmh("decode.DecodeBenchmark.halfspread", "ns/op", "700,800,90000", 0.002)
                        + "," + jmh("decode.DecodeBenchmark.jacksonStreaming", "us/op", "3.9,4.0,4.1", 5000)
                        + "," + jmh("decode.DecodeBenchmark.fastjsonStreaming", "ns/op", "2000,2000,2000", 100) + "]}")
                .get(2);
        assertEquals(0.8, value(decode, "us"), 1e-12);
        assertEquals(5, value(decode, "Jackson / ours"), 1e-12);
        assertEquals(2.5, value(decode, "fastjson2 / ours"), 1e-12);
        assertTrue(check(decode, "B").isMet());
        assertFalse(check(decode, "fastjson2 / ours").isMet());
        assertEquals("NOT MET", decode.verdict());
    }

    @Test
    void shouldTakeTheBytesOfTheMeasuredPartWhenTheBenchmarkCountsThem() throws IOException {
        final Row decision =
                rows("{\"jmh\":[{\"benchmark\":\"io.halfspread.bench.engine.DecisionBenchmark.allocation\","
                                + "\"secondaryMetrics\":{\"ownBytes\":{\"score\":600},\"ownOperations\":{\"score\":200}}},"
                                + jmh("engine.DecisionBenchmark.decide", "ns/op", "240", 0.4) + "]}")
                        .get(3);
        assertEquals(3, value(decision, "B"), 1e-12);
        assertEquals(240, value(decision, "ns p50"), 1e-12);
    }

    @Test
    void shouldSayMetInPartWhenAPeerIsMissing() throws IOException {
        final Row decode = rows("{\"jmh\":[" + jmh("decode.DecodeBenchmark.halfspread", "ns/op", "700", 0) + "]}")
                .get(2);
        assertEquals("met in part", decode.verdict());
    }

    @Test
    void shouldTakeTheMedianOfRatiosOfNeighbouringRoundsWhenOneRoundWasDisturbed() throws IOException {
        final List<Row> rows = rows("{\"wire\":{\"rounds\":[" + round("echo", 10) + "," + round("product", 13) + ","
                + round("echo", 9000) + "," + round("product", 14) + "," + round("echo", 20) + ","
                + round("product", 26) + "," + round("obvious", 390) + "," + round("obvious", 420) + ","
                + round("obvious", 780) + "]}}");
        assertEquals(1.3, value(rows.get(0), "p50 / echo"), 1e-12);
        assertTrue(check(rows.get(0), "p50 / echo").isMet());
        assertEquals(30, value(rows.get(1), "obvious / p50"), 1e-12);
        assertEquals("met", rows.get(1).verdict());
    }

    @Test
    void shouldLeaveARoundOutWhenNothingWasAnswered() throws IOException {
        final List<Row> rows = rows("{\"wire\":{\"rounds\":[{\"participant\":\"echo\",\"schedule\":\"normal\","
                + "\"drops\":false,\"answered\":0,\"p50\":0}," + round("product", 14) + "]}}");
        assertEquals("not measured", rows.get(0).verdict());
    }

    @Test
    void shouldReadDropsStartAndAllocationWhenTheyAreGiven() throws IOException {
        final List<Row> rows = rows("{\"wire\":{\"drops\":{\"found\":9,\"p50\":400000,\"p99\":6000000}},"
                + "\"other\":{\"startSeconds\":1.5,\"startSecondsArchive\":0.9,\"allocationFailures\":1}}");
        assertEquals(6, value(rows.get(8), "ms p99"), 1e-12);
        assertEquals("NOT MET", rows.get(8).verdict());
        assertEquals("met", rows.get(11).verdict());
        assertEquals("NOT MET", rows.get(7).verdict());
    }

    @Test
    void shouldHoldLimitsThemselvesForMet() {
        assertTrue(Check.atMost("x", Kind.RATIO, OptionalDouble.of(1.4), 1.4).isMet());
        assertTrue(Check.atLeast("x", Kind.RATIO, OptionalDouble.of(20), 20).isMet());
        assertFalse(Check.atLeast("x", Kind.RATIO, OptionalDouble.of(19.9), 20).isMet());
        assertFalse(Check.atMost("x", Kind.BYTES, OptionalDouble.of(1), 0).isMet());
        assertFalse(Check.atMost("x", Kind.RATIO, OptionalDouble.empty(), 20).isMet());
    }

    private static List<Row> rows(final String json) throws IOException {
        return new GoalTable(JSON.readTree(json)).rows();
    }

    private static double value(final Row row, final String name) {
        return check(row, name).value().orElseThrow();
    }

    private static Check check(final Row row, final String name) {
        return row.checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String jmh(final String name, final String unit, final String values, final double bytes) {
        return "{\"benchmark\":\"io.halfspread.bench." + name + "\",\"primaryMetric\":{\"score\":1,\"scoreUnit\":\""
                + unit + "\",\"rawData\":[[" + values + "]]},\"secondaryMetrics\":{\"gc.alloc.rate.norm\":{\"score\":"
                + bytes + "}}}";
    }

    private static String round(final String participant, final double p50) {
        return "{\"participant\":\"" + participant
                + "\",\"schedule\":\"normal\",\"drops\":false,\"answered\":9,\"p50\":" + p50 + ",\"p99\":" + p50 * 2
                + "}";
    }
}
