package io.halfspread.app.sweep.space;

import io.halfspread.codec.text.JsonDocument;
import io.halfspread.codec.text.JsonMember;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.codec.text.StrictJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One set of values to try. What it does not name is as in the base, that is the configuration and the parameters that the
 * sweep starts from. Immutable.
 *
 * @param index  place among the candidates of a sweep; 0 is the base itself
 * @param values Double, Long or String by name of a {@link Variable}, in the order of the space; empty for the base
 */
public record Candidate(long index, Map<String, Object> values) {
    /** The base itself. */
    public static final Candidate BASE = new Candidate(0, Map.of());

    private static final String INDEX = "index";
    private static final String VALUES = "values";

    /**
     * Keeps its own copy of the values.
     *
     * @param index  place among the candidates
     * @param values values by name
     */
    public Candidate {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Whether this is the base itself.
     *
     * @return true for candidate 0
     */
    public boolean isBase() {
        return index == 0;
    }

    /**
     * The candidate in one line, as journals and workers keep it.
     *
     * @return JSON that {@link #of} reads back
     */
    public String json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put(INDEX, index);
        json.put(VALUES, values);
        return JsonOutput.of(json);
    }

    /**
     * Reads a candidate.
     *
     * @param json text written by {@link #json}
     * @return the candidate
     * @throws IllegalArgumentException when it is not such a text
     */
    public static Candidate of(final String json) {
        final JsonDocument document = StrictJson.parse(json, false);
        final JsonNode index = document.valid() ? document.root().member(INDEX) : null;
        final JsonNode values = document.valid() ? document.root().member(VALUES) : null;
        if (index == null || values == null || !values.is(JsonNode.Kind.OBJECT)) {
            throw new IllegalArgumentException("not a candidate: " + json);
        }
        final Map<String, Object> byName = new LinkedHashMap<>();
        for (final JsonMember member : values.members()) {
            byName.put(member.key(), value(member));
        }
        return new Candidate(Long.parseLong(index.text()), byName);
    }

    private static Object value(final JsonMember member) {
        final Variable variable = Variable.of(member.key());
        if (variable == null || !variable.accepts().test(member.value().text())) {
            throw new IllegalArgumentException("not a value of a candidate: " + member.key() + " = "
                    + member.value().shown());
        }
        return Space.value(variable, member.value().text());
    }

    /** The values as a person reads them: name=value, or "default". */
    @Override
    public String toString() {
        final StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> text.append(text.isEmpty() ? "" : ", ")
                .append(name)
                .append('=')
                .append(value instanceof Double number ? JsonOutput.number(number) : value));
        return text.isEmpty() ? "default" : text.toString();
    }
}
