package io.halfspread.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class PriceGridTest {
    @Test
    void shouldGiveVenueStepsWhenPriceHasKnownTick() {
        assertEquals(100_000_000L, new PriceGrid(5).step(8_414_300_000_000L));
        assertEquals(10_000_000L, new PriceGrid(5).step(999_950_000_000L));
        assertEquals(100_000L, new PriceGrid(2).step(4_000_000_000L));
        assertEquals(100L, new PriceGrid(0).step(1_234_00L));
        assertEquals(100_000_000L, new PriceGrid(0).step(123_456_700_000_000L));
    }

    @Test
    void shouldAgreeWithDecimalArithmeticWhenPriceIsAny() {
        final Draws draws = new Draws(17L);

        for (int i = 0; i < 50_000; i++) {
            final int szDecimals = draws.below(6);
            final PriceGrid grid = new PriceGrid(szDecimals);
            final long px = 10_000_000L + (long) draws.logNormal(1e9, 3.0);
            final long floor = grid.floor(px);
            final long ceil = grid.ceil(px);

            assertTrue(floor <= px && px <= ceil && ceil - floor <= grid.step(px));
            assertTrue(GridRule.accepts(floor, szDecimals), () -> floor + " at " + szDecimals);
            assertTrue(GridRule.accepts(ceil, szDecimals), () -> ceil + " at " + szDecimals);
            assertEquals(ceil == floor, GridRule.accepts(px, szDecimals));
        }
    }

    @Test
    void shouldChangeStepWhenCrossingPowerOfTen() {
        final PriceGrid grid = new PriceGrid(2);
        final long ten = BigDecimal.TEN.scaleByPowerOfTen(8).longValueExact();

        assertEquals(ten - 10_000L, grid.below(ten));
        assertEquals(ten + 100_000L, grid.above(ten));
        assertEquals(ten, grid.above(grid.below(ten)));
    }
}
