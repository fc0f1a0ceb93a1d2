package io.halfspread.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class DrawsTest {
    @Test
    void shouldGivePublishedSequenceWhenSeeded() {
        final Draws draws = new Draws(1234567L);

        assertEquals(6457827717110365317L, draws.nextLong());
        assertEquals(3203168211198807973L, draws.nextLong());
        assertEquals(Long.parseUnsignedLong("9817491932198370423"), draws.nextLong());
        assertEquals(4593380528125082431L, draws.nextLong());
        assertEquals(Long.parseUnsignedLong("16408922859458223821"), draws.nextLong());
    }

    @Test
    void shouldStayWithinBoundsWhenDrawnOften() {
        final Draws draws = new Draws(3L);

        for (int i = 0; i < 100_000; i++) {
            final int whole = draws.below(7);
            final double fraction = draws.uniform();

            assertTrue(whole >= 0 && whole < 7);
            assertTrue(fraction >= 0.0 && fraction < 1.0);
            assertTrue(draws.exponential() >= 0.0);
        }
    }

    @Test
    void shouldHaveStatedMomentsWhenDrawnOften() {
        final Draws draws = new Draws(5L);
        final int count = 200_000;
        double normals = 0.0;
        double squares = 0.0;
        double exponentials = 0.0;
        int below = 0;

        for (int i = 0; i < count; i++) {
            final double normal = draws.normal();
            normals += normal;
            squares += normal * normal;
            exponentials += draws.exponential();
            below += draws.logNormal(67.0, 0.3) < 67.0 ? 1 : 0;
        }

        assertEquals(0.0, normals / count, 0.01);
        assertEquals(1.0, squares / count, 0.02);
        assertEquals(1.0, exponentials / count, 0.02);
        assertEquals(0.5, (double) below / count, 0.01);
    }

    @Test
    void shouldDrawOtherNumbersWhenSplit() {
        final Draws draws = new Draws(5L);
        final Draws other = draws.split();

        assertNotEquals(draws.nextLong(), other.nextLong());
    }
}
