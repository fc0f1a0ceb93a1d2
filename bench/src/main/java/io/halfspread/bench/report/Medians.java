package io.halfspread.bench.report;

import java.util.Arrays;
import java.util.OptionalDouble;

/** The middle of some numbers. */
final class Medians {
    private Medians() {}

    /** The median; empty of none. */
    static OptionalDouble of(final double... values) {
        if (values.length == 0) {
            return OptionalDouble.empty();
        }
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        final int middle = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    /** One figure over another; empty unless both are there and the second is not 0. */
    static OptionalDouble ratio(final OptionalDouble one, final OptionalDouble other) {
        return one.isPresent() && other.isPresent() && other.getAsDouble() != 0
                ? OptionalDouble.of(one.getAsDouble() / other.getAsDouble())
                : OptionalDouble.empty();
    }
}
