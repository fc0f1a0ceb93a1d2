package io.halfspread.app.sweep.judge;

import io.halfspread.app.sweep.space.Candidate;
import io.halfspread.app.sweep.space.Dimension;
import io.halfspread.codec.text.JsonOutput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A dimension cut into parts: its values when they are few, parts of equal width of its range otherwise. */
final class Bins {
    private static final int FEW = 8;
    private static final MathContext SHORT = new MathContext(3);

    private final Dimension dimension;
    private final List<Object> values;
    private final int count;

    private Bins(final Dimension dimension, final List<Object> values, final int count) {
        this.dimension = dimension;
        this.values = values;
        this.count = count;
    }

    /** Parts of a dimension in which candidates lie. */
    static Bins of(final Dimension dimension, final List<Candidate> candidates, final int most) {
        if (dimension.kind() == Dimension.Kind.CHOICE) {
            return new Bins(dimension, dimension.choices(), dimension.choices().size());
        }
        final TreeSet<Double> seen = new TreeSet<>();
        for (final Candidate candidate : candidates) {
            if (candidate.values().get(dimension.name()) instanceof Number number) {
                seen.add(number.doubleValue());
            }
        }
        return seen.size() <= FEW
                ? new Bins(dimension, new ArrayList<>(seen), seen.size())
                : new Bins(dimension, List.of(), most);
    }

    int count() {
        return count;
    }

    Dimension dimension() {
        return dimension;
    }

    /** The part a candidate lies in; -1 for none. */
    int part(final Candidate candidate) {
        final Object value = candidate.values().get(dimension.name());
        if (value == null) {
            return -1;
        }
        if (!values.isEmpty()) {
            return dimension.kind() == Dimension.Kind.CHOICE
                    ? values.indexOf(value)
                    : values.indexOf(((Number) value).doubleValue());
        }
        final double place = dimension.place(value);
        return Double.isNaN(place) ? -1 : (int) Math.max(0, Math.min(count - 1, Math.floor(place * count)));
    }

    /** The value of a part, or the middle of its range. */
    String label(final int bin) {
        final Object value = values.isEmpty() ? middle(bin) : values.get(bin);
        if (value instanceof Number number) {
            final double exact = number.doubleValue();
            return exact == Math.rint(exact) && Math.abs(exact) < 1e9
                    ? Long.toString((long) exact)
                    : JsonOutput.number(exact);
        }
        return String.valueOf(value);
    }

    private double middle(final int bin) {
        final double place = (bin + 0.5) / count;
        final double value = dimension.log()
                ? dimension.low() * StrictMath.pow(dimension.high() / dimension.low(), place)
                : dimension.low() + place * (dimension.high() - dimension.low());
        return new BigDecimal(value).round(SHORT).doubleValue();
    }
}
