package io.halfspread.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CurveTest {
    private static final long SECOND_NS = 1_000_000_000L;

    @Test
    void shouldStayWithinItsWindowsAndKeepExtremesWhenADayPasses() {
        final Curve curve = new Curve();
        curve.begin(0);
        for (long second = 0; second < 86_400; second++) {
            curve.at(second * SECOND_NS, second == 40_000 ? -77 : second, second, 1);
            if (second % 1000 == 0) {
                curve.onFill(second * SECOND_NS, 5, 10);
            }
        }

        final List<Curve.Point> points = curve.points(86_400 * SECOND_NS);

        assertTrue(points.size() <= Curve.CAPACITY && points.size() > Curve.CAPACITY / 2, points.size() + " windows");
        assertEquals(-77, points.stream().mapToLong(Curve.Point::low).min().orElseThrow());
        assertEquals(86_399, points.get(points.size() - 1).equity());
        assertEquals(87 * 5, points.stream().mapToLong(Curve.Point::bought).sum());
        assertEquals(86_400, points.get(points.size() - 1).seconds(), 1e-9);
    }

    @Test
    void shouldCarryTheLastValuesOnWhenNothingHappens() {
        final Curve curve = new Curve();
        curve.begin(0);
        curve.at(0, 3, 4, 5);

        final List<Curve.Point> points = curve.points(SECOND_NS);

        assertEquals(11, points.size());
        assertTrue(points.stream().allMatch(point -> point.equity() == 3 && point.position() == 4 && point.mid() == 5));
    }
}
