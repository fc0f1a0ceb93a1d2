package io.halfspread.engine.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Inputs kept in memory are those of the source, for every cursor. */
final class StoredInputsTest {
    private static final List<byte[]> MESSAGES = SampleMarket.messages(5, 30_000);

    @Test
    void shouldGiveEveryInputToEachCursorWhenTheyTakeTurns() {
        final StoredInputs stored = StoredInputs.read(new ListSource(MESSAGES), inputs -> true);
        final InputSource first = stored.open();
        final InputSource second = stored.open();

        assertEquals(MESSAGES.size(), stored.count());
        for (int i = 0; i < MESSAGES.size(); i++) {
            assertTrue(first.next());
            assertSame(i, first);
            if (i % 3 != 0) {
                assertTrue(second.next());
                assertSame(i - i / 3 - 1, second);
            }
        }
        assertFalse(first.next());
    }

    private static void assertSame(final int index, final InputSource at) {
        final byte[] bytes = new byte[at.length()];
        at.buffer().getBytes(at.offset(), bytes);
        assertArrayEquals(MESSAGES.get(index), bytes);
        final ListSource one = new ListSource(MESSAGES.subList(index, index + 1));
        one.next();
        assertEquals(one.ingestNs(), at.ingestNs());
    }

    @Test
    void shouldKeepWhatWasReadWhenItIsStopped() {
        assertEquals(
                2048,
                StoredInputs.read(new ListSource(MESSAGES), inputs -> inputs < 2000)
                        .count());
    }

    @Test
    void shouldHaveNothingWhenTheCursorIsClosed() {
        final InputSource cursor = StoredInputs.read(new ListSource(MESSAGES.subList(0, 3)), inputs -> true)
                .open();
        assertTrue(cursor.next());
        cursor.close();
        assertFalse(cursor.next());
    }
}
