package io.halfspread.gateway.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.hyperliquid.BookSide;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LevelLadderTest {
    @Test
    void shouldHoldWhatAPlainMapHoldsAndTellEachChangeOfTheBestLevels() {
        final Random random = new Random(8);
        for (final boolean bids : List.of(true, false)) {
            final LevelLadder ladder = new LevelLadder(bids);
            final TreeMap<Long, Long> twin =
                    new TreeMap<>(bids ? Comparator.<Long>reverseOrder() : Comparator.<Long>naturalOrder());
            final BookSide side = new BookSide();
            List<String> before = List.of();
            for (int i = 0; i < 20_000; i++) {
                final long px = 1 + random.nextInt(600);
                final long sz = random.nextInt(3);
                final boolean told = ladder.set(px, sz);
                if (sz == 0) {
                    twin.remove(px);
                } else {
                    twin.put(px, sz);
                }
                ladder.copyTo(side);
                final List<String> expected = twin.entrySet().stream()
                        .limit(BookSide.MAX_LEVELS)
                        .map(level -> level.getKey() + "x" + level.getValue())
                        .toList();

                assertEquals(expected, levels(side));
                assertTrue(told || expected.equals(before), "a change of the best levels was not told");
                before = expected;
            }
        }
    }

    private static List<String> levels(final BookSide side) {
        return IntStream.range(0, side.size())
                .mapToObj(i -> side.px(i) + "x" + side.sz(i))
                .toList();
    }
}
