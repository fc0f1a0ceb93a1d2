package io.halfspread.app.sweep.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.console.Failure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpaceTest {
    static Space space(final String text) {
        return Space.of("space.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String refused(final String text) {
        return assertThrows(Failure.class, () -> space(text)).getMessage();
    }

    @Test
    void shouldReadRangesListsAndFixedValues() {
        final Space space = space("""
                # what to try
                {"skew_adjustment_factor": {"from": 0, "to": 2, "steps": 9},
                 "half_spread_bps": {"from": 2, "to": 12, "log": true}, // ratios
                 "imbalance_depth": {"from": 1, "to": 20},
                 "quote_source": ["heuristic", "blend"],
                 "blend_weight": 0.25}
                """);

        assertEquals(5, space.dimensions().size());
        assertEquals(4, space.varying().size());
        assertEquals(9, space.dimension("skew_adjustment_factor").grid().size());
        assertEquals(
                List.of("heuristic", "blend"), space.dimension("quote_source").choices());
        assertEquals(
                Map.of(
                        "skew_adjustment_factor", 1.0,
                        "half_spread_bps", 4.89898,
                        "imbalance_depth", 11L,
                        "quote_source", "blend",
                        "blend_weight", 0.25),
                space.at(0.5, 0.5, 0.5, 0.5));
    }

    @Test
    void shouldNameEveryFaultAtOnce() {
        final String message = refused("""
                {"skew_adjustment_facter": {"from": 0, "to": 1},
                 "skew_adjustment_factor": {"from": 0, "to": 3},
                 "adverse_selection_lambda": {"from": 1, "to": 0.5},
                 "inventory_urgency_threshold": {"from": 0, "to": 1, "steps": 1},
                 "min_spread_base_ratio": {"from": 0, "to": 1, "log": true},
                 "quote_source": [],
                 "blend_weight": [0.5, 0.5],
                 "imbalance_depth": {"from": 1.5, "to": 5, "stepps": 2},
                 "half_spread_bps": {"to": 5},
                 "order_size": null}
                """);

        assertTrue(
                message.startsWith("space.json: line 1:2: skew_adjustment_facter: unknown; the nearest known one is "
                        + "skew_adjustment_factor"),
                message);
        assertTrue(
                message.contains("line 2:46: skew_adjustment_factor: 3 is not accepted; accepted: a number in [0, 2]"),
                message);
        assertTrue(message.contains("adverse_selection_lambda: from 1 is not below to 0.5"));
        assertTrue(message.contains("steps 1 is not accepted; accepted: a whole number from 2 to 1000"));
        assertTrue(message.contains("min_spread_base_ratio: log needs a range above 0, from is 0"));
        assertTrue(message.contains("quote_source: an empty list; accepted: heuristic, hjb, blend, glft"));
        assertTrue(message.contains("blend_weight: 0.5 is listed twice"));
        assertTrue(message.contains("stepps is unknown; the nearest known one is steps"));
        assertTrue(message.contains("imbalance_depth: 1.5 is not accepted; accepted: integer 1 to 20"));
        assertTrue(message.contains("half_spread_bps: from is missing; accepted: number 0.01 to 1000"));
        assertTrue(message.contains("order_size: null is not accepted"));
    }

    @Test
    void shouldRefuseDuplicatesBrokenTextAndNothingToVary() {
        assertTrue(refused("{\"blend_weight\": 0.5, \"blend_weight\": 0.6}").contains("blend_weight"));
        assertTrue(refused("{\"blend_weight\": ").contains("line 1:"));
        assertTrue(refused("[1]").contains("an object in braces is expected"));
        assertTrue(refused("{\"blend_weight\": 0.5}").contains("nothing to vary"));
        assertTrue(refused("{}").contains("nothing to vary"));
        assertTrue(refused("{\"quote_source\": {\"from\": 0, \"to\": 1}}").contains("has no range"));
    }

    @Test
    void shouldSayThatAFileIsMissing(@TempDir final Path folder) {
        final Path file = folder.resolve("none.json");

        final Failure failure = assertThrows(Failure.class, () -> Space.read(file));

        assertEquals(Failure.BAD_INPUT, failure.exitCode());
        assertTrue(failure.getMessage().contains("no such file"));
    }

    @Test
    void shouldReadBackACandidate() {
        final Space space = space("""
                {"half_spread_bps": {"from": 2, "to": 12, "log": true}, "imbalance_depth": {"from": 1, "to": 20},
                 "quote_source": ["heuristic", "hjb"], "order_size": [0.00001, 5]}
                """);
        final Candidate candidate = new Candidate(7, space.at(0.37, 0.2, 0.9, 0.1));

        final Candidate read = Candidate.of(candidate.json());

        assertEquals(candidate, read);
        assertEquals(
                List.copyOf(candidate.values().keySet()),
                List.copyOf(read.values().keySet()));
        assertEquals(Candidate.BASE, Candidate.of(Candidate.BASE.json()));
        assertEquals("default", Candidate.BASE.toString());
        assertThrows(IllegalArgumentException.class, () -> Candidate.of("{\"index\":1,\"values\":{\"half\":1}}"));
        assertThrows(IllegalArgumentException.class, () -> Candidate.of("{\"index\":1}"));
    }

    @Test
    void shouldKeepValuesWithinTheirRangeAndFindTheirPlace() {
        final Dimension log = Dimension.range("half_spread_bps", Dimension.Kind.REAL, 2, 12, 0, true);
        final Dimension whole = Dimension.range("imbalance_depth", Dimension.Kind.WHOLE, 1, 20, 0, false);
        for (int i = 0; i <= 100; i++) {
            final double place = i / 100.0;
            final double value = (Double) log.at(place);
            assertTrue(value >= 2 && value <= 12);
            assertEquals(place, log.place(value), 1e-5);
            final long depth = (Long) whole.at(place);
            assertTrue(depth >= 1 && depth <= 20);
        }
        assertEquals(List.of(2.0, 3.13017, 4.89898, 7.66732, 12.0), log.grid());
        assertEquals(20, whole.grid().size());
    }
}
