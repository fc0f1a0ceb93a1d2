package io.halfspread.app.pnl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class PnlSplitTest {
    private static final long USD = 100_000_000L;

    @Test
    void shouldGiveSpreadAndInventoryTheirShareWhenBoughtBelowTheMid() {
        final PnlSplit split = new PnlSplit();

        split.onFill(2 * USD, 99 * USD, 100 * USD, USD / 10);

        assertEquals(2 * USD, split.spread());
        assertEquals(6 * USD, split.inventory(103 * USD));
        assertEquals(8 * USD - USD / 10, split.total(103 * USD));
    }

    @Test
    void shouldCountATakenOverPositionAsInventoryAlone() {
        final PnlSplit split = new PnlSplit();

        split.onMoved(3 * USD, -300 * USD);
        split.onFunding(-USD);

        assertEquals(0, split.spread());
        assertEquals(6 * USD, split.inventory(102 * USD));
        assertEquals(5 * USD, split.total(102 * USD));
    }

    @Test
    void shouldAddUpToCashAndPositionWhateverHappens() {
        final Random draws = new Random(7);
        for (int run = 0; run < 50; run++) {
            final PnlSplit split = new PnlSplit();
            long size = 0;
            double cash = 0;
            double inventory = 0;
            long mid = 100 * USD;
            for (int step = 0; step < 200; step++) {
                final long next = mid + draws.nextInt(2_000_001) - 1_000_000;
                inventory += (double) size / USD * (next - mid) / USD;
                mid = next;
                final long signed = (draws.nextInt(2001) - 1000) * 10_000L;
                final long px = mid + draws.nextInt(200_001) - 100_000;
                final long fee = draws.nextInt(1000) - 200;
                split.onFill(signed, px, mid, fee);
                size += signed;
                cash -= (double) px / USD * signed / USD + (double) fee / USD;
            }

            assertEquals(size, split.size());
            assertEquals(inventory, (double) split.inventory(mid) / USD, 1e-5);
            assertEquals(cash + (double) size / USD * mid / USD, (double) split.total(mid) / USD, 1e-5);
        }
    }
}
