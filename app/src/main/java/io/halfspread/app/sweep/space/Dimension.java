package io.halfspread.app.sweep.space;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One variable and the values it may take. Immutable.
 *
 * @param name    name of the {@link Variable}
 * @param kind    kind of its values
 * @param low     smallest value; 0 for a choice
 * @param high    largest value; 0 for a choice
 * @param steps   values that a grid takes, 0 when the space file does not say
 * @param log     whether equal steps are equal ratios
 * @param choices the values of a choice: Double, Long or String; empty for a range
 */
public record Dimension(String name, Kind kind, double low, double high, int steps, boolean log, List<Object> choices) {
    /** Values of a grid along a range of real numbers whose steps are not stated. */
    public static final int DEFAULT_STEPS = 5;

    private static final MathContext SHORT = new MathContext(6);

    /** Kinds of values. */
    public enum Kind {
        /** Real numbers between two ends; a value is a Double of six digits. */
        REAL,
        /** Whole numbers between two ends; a value is a Long. */
        WHOLE,
        /** Values that are listed one by one; a single one is fixed for every candidate but the default. */
        CHOICE
    }

    /**
     * Keeps its own copy of the choices.
     *
     * @param name    name of the {@link Variable}
     * @param kind    kind of its values
     * @param low     smallest value
     * @param high    largest value
     * @param steps   values that a grid takes
     * @param log     whether equal steps are equal ratios
     * @param choices the values of a choice
     */
    public Dimension {
        choices = List.copyOf(choices);
    }

    static Dimension range(
            final String name,
            final Kind kind,
            final double low,
            final double high,
            final int steps,
            final boolean log) {
        return new Dimension(name, kind, low, high, steps, log, List.of());
    }

    static Dimension choice(final String name, final List<Object> choices) {
        return new Dimension(name, Kind.CHOICE, 0, 0, 0, false, choices);
    }

    /**
     * Whether it takes more than one value.
     *
     * @return false for a choice of one
     */
    public boolean varies() {
        return kind != Kind.CHOICE || choices.size() > 1;
    }

    /**
     * The value at a place.
     *
     * @param place share of the way from the low end, 0 to 1; for a choice, place in the list
     * @return a Double, a Long or a String
     */
    public Object at(final double place) {
        return switch (kind) {
            case REAL -> shortened(between(place));
            case WHOLE -> whole(place);
            case CHOICE -> choices.get((int) Math.min(choices.size() - 1, Math.floor(place * choices.size())));
        };
    }

    private double between(final double place) {
        return log
                ? StrictMath.exp(StrictMath.log(low) + place * (StrictMath.log(high) - StrictMath.log(low)))
                : low + place * (high - low);
    }

    /** Six digits are what is tried, so that a file that states them is the same set. */
    private Double shortened(final double value) {
        final double rounded = new BigDecimal(value).round(SHORT).doubleValue();
        return Math.max(low, Math.min(high, rounded)) + 0.0;
    }

    private Long whole(final double place) {
        final double value = log ? Math.rint(between(place)) : low + Math.floor(place * (high - low + 1));
        return (long) Math.max(low, Math.min(high, value));
    }

    /**
     * The place of a value: the middle of its part of the range for choices.
     *
     * @param value a value of this dimension
     * @return 0 to 1, NaN when the value is none of this dimension's
     */
    public double place(final Object value) {
        if (kind == Kind.CHOICE) {
            final int index = choices.indexOf(value);
            return index < 0 ? Double.NaN : (index + 0.5) / choices.size();
        }
        if (!(value instanceof Number number)) {
            return Double.NaN;
        }
        final double exact = number.doubleValue();
        return log
                ? (StrictMath.log(exact) - StrictMath.log(low)) / (StrictMath.log(high) - StrictMath.log(low))
                : (exact - low) / (high - low);
    }

    /**
     * The values of a grid: all choices, all whole numbers unless fewer steps are stated, {@link #DEFAULT_STEPS} real
     * numbers unless the steps are stated; ends included.
     *
     * @return the values in order, each once
     */
    public List<Object> grid() {
        if (kind == Kind.CHOICE) {
            return choices;
        }
        final int count = steps > 0 ? steps : kind == Kind.WHOLE ? (int) (high - low) + 1 : DEFAULT_STEPS;
        final Set<Object> values = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            final double place = i / (count - 1.0);
            values.add(kind == Kind.WHOLE ? (Object) (long) Math.rint(between(place)) : shortened(between(place)));
        }
        return new ArrayList<>(values);
    }

    /**
     * The dimension as a space file states it.
     *
     * @return members, or the list of choices
     */
    public Object json() {
        if (kind == Kind.CHOICE) {
            return choices;
        }
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", kind == Kind.WHOLE ? (Object) (long) low : low);
        json.put("to", kind == Kind.WHOLE ? (Object) (long) high : high);
        if (steps > 0) {
            json.put("steps", steps);
        }
        if (log) {
            json.put("log", true);
        }
        return json;
    }
}
