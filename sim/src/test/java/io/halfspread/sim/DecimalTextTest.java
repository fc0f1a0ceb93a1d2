package io.halfspread.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class DecimalTextTest {
    @Test
    void shouldWriteAsVenueDoesWhenNumberIsKnown() {
        assertEquals("84143.0", text(8_414_300_000_000L));
        assertEquals("0.0", text(0L));
        assertEquals("0.00014", text(14_000L));
        assertEquals("-0.00000001", text(-1L));
        assertEquals("40.105", text(4_010_500_000L));
    }

    @Test
    void shouldKeepValueWhenNumberIsAny() {
        final Draws draws = new Draws(23L);

        for (int i = 0; i < 20_000; i++) {
            final long scaled = draws.nextLong() >> draws.below(60);
            final String text = text(scaled);

            assertEquals(0, BigDecimal.valueOf(scaled, 8).compareTo(new BigDecimal(text)));
            assertTrue(text.matches("-?[0-9]+\\.([0-9]|[0-9]*[1-9])"), text);
        }
    }

    private static String text(final long scaled) {
        final StringBuilder text = new StringBuilder();
        DecimalText.append(text, scaled);
        return text.toString();
    }
}
