package io.halfspread.app.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A range of values with ticks at round numbers.
 *
 * @param low      lower end
 * @param high     upper end, above the lower one
 * @param ticks    values with a label
 * @param decimals digits after the point that tell the ticks apart
 */
public record Axis(double low, double high, List<Double> ticks, int decimals) {
    private static final int TICKS = 4;
    private static final int MOST_DECIMALS = 8;

    /**
     * An axis around values.
     *
     * @param least the least of them
     * @param most  the largest of them
     * @return an axis with a little room on both sides
     */
    public static Axis around(final double least, final double most) {
        final double middle = (least + most) / 2;
        final double room = most > least ? (most - least) * 0.04 : middle == 0 ? 1 : Math.abs(middle) * 1e-4;
        final double low = least - room;
        final double high = most + room;
        final double wanted = (high - low) / TICKS;
        double step = 1;
        int decimals = 0;
        while (step > wanted && decimals < MOST_DECIMALS) {
            step /= 10;
            decimals++;
        }
        while (step * 10 <= wanted) {
            step *= 10;
        }
        if (step * 5 <= wanted) {
            step *= 5;
        } else if (step * 2 <= wanted) {
            step *= 2;
        }
        final List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
            ticks.add(i * step);
        }
        return new Axis(low, high, ticks, decimals);
    }

    /**
     * Place of a value.
     *
     * @param value the value
     * @return 0 at the lower end, 1 at the upper one
     */
    public double share(final double value) {
        return (value - low) / (high - low);
    }
}
