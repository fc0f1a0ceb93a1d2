package io.halfspread.gateway.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningValues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TuningFileTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NaN    | NaN is not a number; accepted: a number in [0, 2]",
                "1e400  | 1e400 is beyond any number; accepted: a number in [0, 2]",
                "\"0.5\"| \"0.5\" is text, not a number; accepted: a number in [0, 2]",
                "null   | null is not a number; accepted: a number in [0, 2]",
                "true   | true is not a number; accepted: a number in [0, 2]",
                "-0.1   | -0.1 is out of range; accepted: a number in [0, 2]",
                "2.0001 | 2.0001 is out of range; accepted: a number in [0, 2]",
                ".5     | .5 is not a number; accepted: a number in [0, 2]",
                "{}     | an object is not a number; accepted: a number in [0, 2]",
                "[0.5]  | a list is not a number; accepted: a number in [0, 2]",
            })
    void shouldRefuseAValueWithItsKeyPlaceAndRange(final String value, final String message) {
        final TuningFile file = file("{\n  \"skew_adjustment_factor\": " + value + "}");

        assertEquals("line 2:29: skew_adjustment_factor: " + message, file.reason());
        assertEquals("skew_adjustment_factor", file.faults().get(0).key());
        assertThrows(IllegalStateException.class, file::whole);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                     | line 1:1: the text is empty; a JSON value is expected",
                "[1]                    | line 1:1: a tuning file is an object in braces, like {\"skew_adjustment_factor\": 0.8}",
                "0.5                    | line 1:1: a tuning file is an object in braces, like {\"skew_adjustment_factor\": 0.8}",
                "{} {}                  | line 1:4: text after the end: {",
                "{\"skew_adjustment_factor\": 0,8} | line 1:30: a key in double quotes is expected, found 8 (a decimal point is written as . not ,)",
                "{\"skew_adjustment_factor\": 0.8   | line 1:31: } is missing for the { of line 1:1",
                "{\"skew_adjustment_factr\": 0.8}   | line 1:2: skew_adjustment_factr: unknown key; the nearest known one is skew_adjustment_factor",
                "{\"min_spread_base_ratio\": 0.2, \"min_spread_base_ratio\": 0.3} | line 1:32: min_spread_base_ratio: duplicate key \"min_spread_base_ratio\"",
            })
    void shouldRefuseABrokenTextWithItsPlace(final String text, final String reason) {
        assertEquals(reason, file(text).reason());
    }

    @Test
    void shouldNameAllFaultsNotTheFirst() {
        final TuningFile file = file("""
                {
                  "skew_adjustment_factor": NaN,      # not JSON
                  "adverse_selection_lambda": 1e400,
                  "min_spread_ratio": 0.2,
                  "liquidation_rate_multiplier": "10",
                  "inventory_urgency_threshold": 0.7,
                  "inventory_urgency_threshold": 1.7
                """);

        assertEquals(
                List.of(
                        "skew_adjustment_factor",
                        "adverse_selection_lambda",
                        "min_spread_ratio",
                        "liquidation_rate_multiplier",
                        "inventory_urgency_threshold",
                        "inventory_urgency_threshold",
                        "text"),
                file.faults().stream()
                        .map(f -> f.key() == null ? "text" : f.key())
                        .toList(),
                file.reason());
        assertTrue(file.malformed());
    }

    @Test
    void shouldLoadTheSnippetsOfTheGuideAsPartialSets() {
        final String[] snippets = {"""
            # Edit tuning_params.json:
            {
              "adverse_selection_lambda": 0.15,        # React faster
              "min_spread_base_ratio": 0.25,          # Wider spreads
              "inventory_urgency_threshold": 0.65     # Liquidate earlier
            }
            """, """
            # Edit tuning_params.json:
            {
              "min_spread_base_ratio": 0.15,          # Tighter spreads
              "adverse_selection_adjustment_factor": 0.4  # Less defensive
            }
            """, """
            # Edit tuning_params.json:
            {
              "skew_adjustment_factor": 0.8,          # More aggressive skewing
              "inventory_urgency_threshold": 0.6,     # Start liquidating earlier
              "liquidation_rate_multiplier": 15.0    # Liquidate faster
            }
            """};
        final TuningValues inForce =
                TuningValues.defaults().with(Map.of(TuningParam.ADVERSE_SELECTION_SPREAD_SCALE, 7.0));

        for (final String snippet : snippets) {
            final TuningFile file = file(snippet);

            assertTrue(file.accepted(), file.reason());
            assertEquals(7.0, file.over(inForce).value(TuningParam.ADVERSE_SELECTION_SPREAD_SCALE));
            assertEquals(100.0, file.whole().value(TuningParam.ADVERSE_SELECTION_SPREAD_SCALE));
            assertEquals(file.stated(), file.whole().differingFrom(TuningValues.defaults()));
        }
        assertEquals(0.15, file(snippets[0]).whole().value(TuningParam.ADVERSE_SELECTION_LAMBDA));
    }

    @Test
    void shouldAcceptAnyValidSetHoweverItIsWritten() {
        final SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 2_000; i++) {
            final Map<TuningParam, Double> expected = new EnumMap<>(TuningParam.class);
            final String text = RandomTuning.text(random, expected);
            final TuningFile file = file(text);

            assertTrue(file.accepted(), () -> text + file.reason());
            assertEquals(TuningValues.defaults().with(expected), file.whole());
            assertEquals(expected.keySet(), file.stated());
            final EnumSet<TuningParam> all =
                    EnumSet.copyOf(file.unstated().isEmpty() ? file.stated() : file.unstated());
            all.addAll(file.stated());
            assertEquals(TuningParam.COUNT, all.size());
        }
    }

    @Test
    void shouldRefuseEverySetWithOneFaultAndNameIt() {
        final SplittableRandom random = new SplittableRandom(12);
        for (int i = 0; i < 2_000; i++) {
            final Map<TuningParam, Double> valid = new EnumMap<>(TuningParam.class);
            final TuningParam victim = TuningParam.values()[random.nextInt(TuningParam.COUNT)];
            final String bad = RandomTuning.badValue(random, victim);
            final List<String> lines = new ArrayList<>(RandomTuning.lines(random, valid));
            lines.removeIf(line -> line.contains('"' + victim.key() + '"'));
            lines.add(random.nextInt(lines.size() + 1), "\"" + victim.key() + "\": " + bad);
            final TuningFile file = file("{\n" + String.join(",\n", lines) + "\n}");

            assertEquals(1, file.faults().size(), file::reason);
            assertEquals(victim.key(), file.faults().get(0).key(), bad);
            assertTrue(file.reason().contains(victim.range()), file::reason);
        }
    }

    @Test
    void shouldRefuseEveryTruncationOfAFile() {
        final byte[] bytes = TuningValues.defaults().toJson().strip().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < bytes.length; length++) {
            final TuningFile cut = TuningFile.of(Arrays.copyOf(bytes, length));

            assertFalse(cut.accepted());
            assertTrue(cut.malformed());
        }
        assertEquals(TuningValues.defaults(), TuningFile.of(bytes).whole());
    }

    private static TuningFile file(final String text) {
        return TuningFile.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
