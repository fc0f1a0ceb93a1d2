package io.halfspread.engine.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TuningValuesTest {
    @Test
    void shouldStateTheDefaultsOfTheLaw() {
        assertEquals(TuningValues.of(0.5, 0.5, 0.1, 0.7, 10.0, 0.2, 100.0), TuningValues.defaults());
        assertEquals(
                "skew_adjustment_factor=0.5, adverse_selection_adjustment_factor=0.5, adverse_selection_lambda=0.1, "
                        + "inventory_urgency_threshold=0.7, liquidation_rate_multiplier=10.0, "
                        + "min_spread_base_ratio=0.2, adverse_selection_spread_scale=100.0",
                TuningValues.defaults().toString());
    }

    @Test
    void shouldRefuseAnyValueOutsideItsRange() {
        for (final TuningParam param : TuningParam.values()) {
            for (final double bad : new double[] {
                Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1e-9, Math.nextUp(param.max())
            }) {
                assertThrows(
                        IllegalArgumentException.class,
                        () -> TuningValues.defaults().with(Map.of(param, bad)),
                        param + " " + bad);
            }
            assertEquals(
                    param.max(),
                    TuningValues.defaults().with(Map.of(param, param.max())).value(param));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> TuningValues.defaults().with(Map.of(TuningParam.ADVERSE_SELECTION_SPREAD_SCALE, 0.0)));
        assertEquals("(0, 1000000]", TuningParam.ADVERSE_SELECTION_SPREAD_SCALE.range());
        assertEquals("[0, 2]", TuningParam.SKEW_ADJUSTMENT_FACTOR.range());
    }

    @Test
    void shouldNameWhatDiffers() {
        final TuningValues changed = TuningValues.defaults()
                .with(Map.of(TuningParam.SKEW_ADJUSTMENT_FACTOR, 0.8, TuningParam.MIN_SPREAD_BASE_RATIO, 0.2));

        assertEquals(EnumSet.of(TuningParam.SKEW_ADJUSTMENT_FACTOR), changed.differingFrom(TuningValues.defaults()));
        assertNotEquals(TuningValues.defaults(), changed);
        assertEquals(TuningParam.MIN_SPREAD_BASE_RATIO, TuningParam.ofKey("min_spread_base_ratio"));
        assertNull(TuningParam.ofKey("Min_spread_base_ratio"));
    }

    @Test
    void shouldHashAndPrintAsTheStandardSays() {
        final Sha256 hash = Sha256.of("abc".getBytes(StandardCharsets.US_ASCII));

        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", hash.hex());
        assertEquals(hash, Sha256.parse(hash.hex()));
        assertEquals("ba7816bf8f01", hash.brief());
        assertThrows(IllegalArgumentException.class, () -> Sha256.parse("ba78"));
    }
}
