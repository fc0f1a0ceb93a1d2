package io.halfspread.engine.position;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PositionTest {
    @Test
    void shouldAddUpToTheLastDigit() {
        final SplittableRandom random = new SplittableRandom(5);
        final Position position = new Position();
        BigDecimal cash = BigDecimal.ZERO;
        long size = 0;
        long fees = 0;
        for (int i = 0; i < 10_000; i++) {
            final long signed = random.nextLong(-500_000_000L, 500_000_000L);
            final long px = random.nextLong(1, 10_000_000_000_000L);
            final long fee = random.nextLong(-1000, 1000);

            position.onFill(signed, px, fee);

            cash = cash.subtract(BigDecimal.valueOf(px, 8)
                    .multiply(BigDecimal.valueOf(signed, 8))
                    .setScale(8, RoundingMode.HALF_EVEN));
            size += signed;
            fees += fee;
        }

        assertEquals(size, position.size());
        assertEquals(fees, position.fees());
        assertEquals(10_000, position.fills());
        assertEquals(cash.doubleValue(), position.grossPnlUsd(0), Math.abs(cash.doubleValue()) * 1e-15);
    }

    @Test
    void shouldStartFlatInProfitFromWhatTheAccountHolds() {
        final Position position = new Position();

        position.open(200_000_000L, 3_750_000_000L);

        assertEquals(0, position.grossPnlUsd(37.5), 1e-12);
        assertEquals(1, position.grossPnlUsd(38), 1e-12);
    }

    @Test
    void shouldForgetOnlyTheOldestFills() {
        final RecentIds fills = new RecentIds(4);

        for (int tid = 0; tid < 5; tid++) {
            assertTrue(fills.add(tid, 1));
        }

        assertTrue(fills.add(0, 1));
        assertFalse(fills.add(4, 1));
        assertFalse(fills.add(3, 1));
        assertTrue(fills.add(4, 2));
    }
}
