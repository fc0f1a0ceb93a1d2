package io.halfspread.app.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.halfspread.codec.event.Side;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes of the profit by the minute, and the band of their sum, against sums done by hand. */
final class ProfitBlocksTest {
    @Test
    void shouldAddUpToTheProfitWhenASessionLastsSomeMinutes() {
        final Figures figures = new SmallSession(5)
                .book(0, 99.9, 100.1)
                .fill(10, Side.BID, 99.95, 1, 0.01)
                .book(50, 100.1, 100.3)
                .book(200, 100, 100.2)
                .endAt(210);

        final long[] blocks = figures.coins().get(0).blocks();

        assertEquals(4, blocks.length);
        assertEquals(SmallSession.units(0.05 + 0.2 - 0.01), blocks[0]);
        assertEquals(0, blocks[1]);
        assertEquals(0, blocks[2]);
        assertEquals(SmallSession.units(-0.1), blocks[3]);
        assertEquals(figures.profit().total(), Arrays.stream(blocks).sum());
    }

    @Test
    void shouldBandTheSumWhenMinutesDiffer() {
        final Estimate total = ProfitBlocks.total(new long[] {100_000_000L, -100_000_000L, 300_000_000L});

        assertEquals(3.0, total.mean(), 1e-12);
        assertEquals(1.959963984540054 * Math.sqrt(3.0 / 2 * (0 + 4 + 4)), total.band(), 1e-9);
    }

    @Test
    void shouldHaveNoBandWhenThereIsOneMinute() {
        assertNull(ProfitBlocks.total(new long[] {5}).band());
    }

    @Test
    void shouldTakeWhatIsMissingAsNothingWhenLengthsDiffer() {
        assertArrayEquals(new long[] {1, -2, 7}, ProfitBlocks.difference(new long[] {1, 2}, new long[] {2, 0, 7}));
        assertArrayEquals(new long[] {3, 2}, ProfitBlocks.sum(List.of(new long[] {1, 2}, new long[] {2})));
    }
}
