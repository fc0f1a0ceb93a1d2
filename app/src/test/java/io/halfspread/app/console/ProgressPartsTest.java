package io.halfspread.app.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts done at the same time are one whole. */
final class ProgressPartsTest {
    @Test
    void shouldAddEventsAndAverageSharesWhenPartsGoOn() {
        final List<String> told = new ArrayList<>();
        final Progress whole = new Progress(null, (events, share) -> told.add(events + " " + share));
        final ProgressParts parts = whole.parts(2);
        final Progress first = parts.next();
        final Progress second = parts.next();

        first.at(10, 0.5);
        second.at(4, 1);
        first.at(20, 1);

        assertEquals(List.of("10 0.25", "14 0.75", "24 1.0"), told);
        assertThrows(IllegalStateException.class, parts::next);
    }
}
