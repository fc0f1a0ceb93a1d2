package io.halfspread.engine.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.InstrumentKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceGridTest {
    private static final BigDecimal SCALE = BigDecimal.TEN.pow(8);

    @ParameterizedTest
    @CsvSource({
        "5, 84143, true", "5, 84143.5, false", "5, 9999.5, true", "1, 1.23456, false", "1, 1.2345, true",
        "1, 0.12345, true", "1, 0.012345, false", "0, 0.001234, true", "0, 0.0012345, false", "0, 1234567, true",
        "2, 37.485, true", "2, 37.4851, false", "2, 10000, true", "2, 9999.9, true", "2, 10000.1, false"
    })
    void shouldAcceptWhatTheVenueAccepts(final int szDecimals, final String px, final boolean accepted) {
        final PriceGrid grid = new PriceGrid(InstrumentKind.PERP, szDecimals);

        final boolean contains = grid.contains(decimal8(new BigDecimal(px)));

        assertEquals(accepted, contains);
    }

    @Test
    void shouldKeepTheTickWhenDoubleNoiseFallsBelowIt() {
        final PriceGrid grid = new PriceGrid(InstrumentKind.PERP, 2);

        final long bid = grid.floor(37.5 * (1 - 4.0 / 1e4));

        assertEquals(3_748_500_000L, bid);
    }

    @Test
    void shouldFloorAndCeilLikeExactArithmetic() {
        final SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 200_000; i++) {
            final InstrumentKind kind = random.nextInt(4) == 0 ? InstrumentKind.SPOT : InstrumentKind.PERP;
            final int szDecimals = random.nextInt(6);
            final PriceGrid grid = new PriceGrid(kind, szDecimals);
            final double px = random.nextDouble() * Math.pow(10, random.nextInt(-3, 7));

            final long floor = grid.floor(px);
            final long ceil = grid.ceil(px);

            final int decimals = (kind == InstrumentKind.SPOT ? 8 : 6) - szDecimals;
            assertEquals(round(px, decimals, RoundingMode.FLOOR), floor, () -> "floor of " + px + " at " + decimals);
            assertEquals(round(px, decimals, RoundingMode.CEILING), ceil, () -> "ceil of " + px + " at " + decimals);
        }
    }

    @Test
    void shouldLeaveGridPricesAsTheyAre() {
        final SplittableRandom random = new SplittableRandom(12);
        for (int i = 0; i < 100_000; i++) {
            final PriceGrid grid = new PriceGrid(InstrumentKind.PERP, random.nextInt(6));
            final long px = grid.ceil(random.nextDouble() * Math.pow(10, random.nextInt(-2, 6)));

            assertTrue(grid.contains(px));
            assertEquals(px, grid.floor(px / 1e8));
            assertEquals(px, grid.ceil(px / 1e8));
        }
    }

    @Test
    void shouldStepToTheNeighboursAcrossADecade() {
        final PriceGrid grid = new PriceGrid(InstrumentKind.PERP, 2);

        assertEquals(999_990_000_000L, grid.below(1_000_000_000_000L));
        assertEquals(1_000_100_000_000L, grid.above(1_000_000_000_000L));
        assertEquals(1_000_000_000_000L, grid.above(999_990_000_000L));
        assertFalse(grid.contains(grid.below(1_000_000_000_000L) + 1));
    }

    @Test
    void shouldHaveNoPriceBelowTheFirstTick() {
        final PriceGrid grid = new PriceGrid(InstrumentKind.PERP, 2);

        assertEquals(PriceGrid.NONE, grid.floor(0.00005));
        assertEquals(PriceGrid.NONE, grid.floor(0));
        assertEquals(PriceGrid.NONE, grid.floor(Double.NaN));
        assertEquals(PriceGrid.NONE, grid.below(10_000));
    }

    private static long round(final double px, final int decimals, final RoundingMode mode) {
        final BigDecimal exact = new BigDecimal(px);
        final int magnitude = exact.precision() - exact.scale() - 1;
        final int scale = Math.max(0, Math.min(decimals, 4 - magnitude));
        final BigDecimal nearest = exact.setScale(scale, RoundingMode.HALF_EVEN);
        final BigDecimal tick = BigDecimal.ONE.movePointLeft(scale);
        final boolean onGrid = exact.subtract(nearest)
                        .abs()
                        .divide(tick, MathContext.DECIMAL64)
                        .doubleValue()
                <= 1e-6;
        final BigDecimal rounded = onGrid ? nearest : exact.setScale(scale, mode);
        return rounded.signum() > 0 ? decimal8(rounded) : PriceGrid.NONE;
    }

    private static long decimal8(final BigDecimal value) {
        return value.multiply(SCALE).longValueExact();
    }
}
