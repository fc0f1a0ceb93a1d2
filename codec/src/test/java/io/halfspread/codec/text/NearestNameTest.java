package io.halfspread.codec.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    @Test
    void shouldCountInsertsDeletesReplacementsAndSwaps() {
        assertEquals(0, NearestName.edits("depth", "depth"));
        assertEquals(1, NearestName.edits("dpeth", "depth"));
        assertEquals(1, NearestName.edits("deph", "depth"));
        assertEquals(3, NearestName.edits("kitten", "sitting"));
        assertEquals(5, NearestName.edits("", "depth"));
    }

    @Test
    void shouldIgnoreCaseAndTakeTheFirstOfEquals() {
        assertEquals("BTC", NearestName.of("btc", List.of("ETH", "BTC", "BTD")));
        assertEquals("ab", NearestName.of("a", List.of("ab", "ac")));
        assertNull(NearestName.of("a", List.of()));
    }
}
