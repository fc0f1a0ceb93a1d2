package io.halfspread.engine.tuning;

import io.halfspread.codec.text.JsonOutput;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A whole, accepted set of tuning parameters. Immutable; every value is within its range. Cold. */
public final class TuningValues {
    private static final TuningValues DEFAULTS = new TuningValues(Arrays.stream(TuningParam.values())
            .mapToDouble(TuningParam::defaultValue)
            .toArray());

    private final double[] values;

    private TuningValues(final double[] values) {
        this.values = values;
    }

    /**
     * The built-in defaults.
     *
     * @return the set
     */
    public static TuningValues defaults() {
        return DEFAULTS;
    }

    /**
     * A set from values in the order of the parameters' ids.
     *
     * @param values one value a parameter
     * @return the set
     * @throws IllegalArgumentException for a wrong count or a value that is not accepted
     */
    public static TuningValues of(final double... values) {
        if (values.length != TuningParam.COUNT) {
            throw new IllegalArgumentException(TuningParam.COUNT + " values are expected, not " + values.length);
        }
        for (final TuningParam param : TuningParam.values()) {
            requireAccepted(param, values[param.ordinal()]);
        }
        return new TuningValues(values.clone());
    }

    /**
     * This set with some values replaced.
     *
     * @param changes new values; what is absent stays
     * @return the set
     * @throws IllegalArgumentException for a value that is not accepted
     */
    public TuningValues with(final Map<TuningParam, Double> changes) {
        final double[] changed = values.clone();
        changes.forEach((param, value) -> {
            requireAccepted(param, value);
            changed[param.ordinal()] = value;
        });
        return new TuningValues(changed);
    }

    private static void requireAccepted(final TuningParam param, final double value) {
        if (!param.accepts(value)) {
            throw new IllegalArgumentException(param.key() + " = " + value + " is outside " + param.range());
        }
    }

    /**
     * Value of one parameter.
     *
     * @param param the parameter
     * @return its value
     */
    public double value(final TuningParam param) {
        return values[param.ordinal()];
    }

    /**
     * Parameters whose value differs from another set's.
     *
     * @param other the other set
     * @return the parameters, by id
     */
    public Set<TuningParam> differingFrom(final TuningValues other) {
        final Set<TuningParam> differing = EnumSet.noneOf(TuningParam.class);
        for (final TuningParam param : TuningParam.values()) {
            if (value(param) != other.value(param)) {
                differing.add(param);
            }
        }
        return differing;
    }

    /**
     * The values by parameter.
     *
     * @return a new map, by id
     */
    public Map<TuningParam, Double> toMap() {
        final Map<TuningParam, Double> map = new EnumMap<>(TuningParam.class);
        for (final TuningParam param : TuningParam.values()) {
            map.put(param, value(param));
        }
        return map;
    }

    /**
     * The values by key, for output.
     *
     * @return a new map, by id
     */
    public Map<String, Double> byKey() {
        final Map<String, Double> map = new LinkedHashMap<>();
        toMap().forEach((param, value) -> map.put(param.key(), value));
        return map;
    }

    /**
     * The set as a tuning file that states every key. The same values always give the same bytes.
     *
     * @return the file's text
     */
    public String toJson() {
        final StringBuilder text = new StringBuilder("{");
        String separator = "\n";
        for (final TuningParam param : TuningParam.values()) {
            text.append(separator)
                    .append("  \"")
                    .append(param.key())
                    .append("\": ")
                    .append(JsonOutput.number(value(param)));
            separator = ",\n";
        }
        return text.append("\n}\n").toString();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof TuningValues that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** The values as a log line shows them: key=value, by id. */
    @Override
    public String toString() {
        final StringBuilder text = new StringBuilder();
        byKey().forEach((key, value) ->
                text.append(text.isEmpty() ? "" : ", ").append(key).append('=').append(JsonOutput.number(value)));
        return text.toString();
    }
}
