package io.halfspread.app.sweep.space;

import io.halfspread.codec.text.JsonDocument;
import io.halfspread.codec.text.JsonMember;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.JsonNode.Kind;
import io.halfspread.codec.text.NearestName;
import io.halfspread.codec.text.PrintableLine;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.codec.text.TextError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads a space file and finds every fault at once. */
final class SpaceReader {
    private static final List<String> MEMBERS = List.of("from", "to", "steps", "log");
    private static final int MOST_STEPS = 1000;

    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private SpaceReader() {}

    static SpaceReader of(final byte[] text) {
        final SpaceReader reader = new SpaceReader();
        final JsonDocument document = StrictJson.parse(text, true);
        document.errors().stream().map(TextError::toString).forEach(reader.faults::add);
        final JsonNode root = document.root();
        if (root != null && !root.is(Kind.OBJECT)) {
            reader.fault(root, "", "an object in braces is expected, like {\"half_spread_bps\": [2, 4, 8]}");
        } else if (root != null) {
            root.members().forEach(reader::dimension);
            if (reader.faults.isEmpty() && reader.dimensions.stream().noneMatch(Dimension::varies)) {
                reader.fault(root, "", "nothing to vary; accepted: at least one of " + names() + " with two values");
            }
        }
        return reader;
    }

    List<Dimension> dimensions() {
        return dimensions;
    }

    List<String> faults() {
        return faults;
    }

    private static String names() {
        return String.join(", ", known());
    }

    private static List<String> known() {
        return Variable.known().stream().map(Variable::name).toList();
    }

    private void fault(final JsonNode at, final String name, final String message) {
        faults.add(PrintableLine.of(
                "line " + at.line() + ":" + at.column() + ": " + (name.isEmpty() ? "" : name + ": ") + message));
    }

    private void dimension(final JsonMember member) {
        final Variable variable = Variable.of(member.key());
        final JsonNode value = member.value();
        if (variable == null) {
            faults.add(PrintableLine.of("line " + member.line() + ":" + member.column() + ": " + member.key()
                    + ": unknown; the nearest known one is " + NearestName.of(member.key(), known())));
            return;
        }
        switch (value.kind()) {
            case OBJECT -> range(variable, value);
            case ARRAY -> choice(variable, value, value.elements());
            case STRING, NUMBER -> choice(variable, value, List.of(value));
            default ->
                fault(
                        value,
                        variable.name(),
                        value.shown() + " is not accepted; accepted: {\"from\": .., \"to\": ..}, "
                                + "a list of values, or one value");
        }
    }

    private void choice(final Variable variable, final JsonNode at, final List<JsonNode> elements) {
        final Set<Object> values = new LinkedHashSet<>();
        final int before = faults.size();
        for (final JsonNode element : elements) {
            if (accepted(variable, element) && !values.add(Space.value(variable, element.text()))) {
                fault(element, variable.name(), element.shown() + " is listed twice");
            }
        }
        if (elements.isEmpty()) {
            fault(at, variable.name(), "an empty list; accepted: " + variable.accepted());
        }
        if (faults.size() == before) {
            dimensions.add(Dimension.choice(variable.name(), List.copyOf(values)));
        }
    }

    private boolean accepted(final Variable variable, final JsonNode value) {
        final Kind wanted = variable.kind() == Dimension.Kind.CHOICE ? Kind.STRING : Kind.NUMBER;
        if (value.is(wanted) && variable.accepts().test(value.text())) {
            return true;
        }
        fault(value, variable.name(), value.shown() + " is not accepted; accepted: " + variable.accepted());
        return false;
    }

    private void range(final Variable variable, final JsonNode range) {
        final int before = faults.size();
        for (final JsonMember member : range.members()) {
            if (!MEMBERS.contains(member.key())) {
                fault(
                        member.value(),
                        variable.name(),
                        member.key() + " is unknown; the nearest known one is "
                                + NearestName.of(member.key(), MEMBERS));
            }
        }
        if (variable.kind() == Dimension.Kind.CHOICE) {
            fault(range, variable.name(), "has no range; accepted: a list of " + variable.accepted());
            return;
        }
        final JsonNode from = end(variable, range, "from");
        final JsonNode to = end(variable, range, "to");
        final int steps = steps(variable, range);
        final boolean log = log(variable, range);
        if (from != null && to != null && from.asDouble() >= to.asDouble()) {
            fault(
                    from,
                    variable.name(),
                    "from " + from.text() + " is not below to " + to.text() + "; accepted: " + variable.accepted());
        }
        if (log && from != null && from.asDouble() <= 0) {
            fault(from, variable.name(), "log needs a range above 0, from is " + from.text());
        }
        if (faults.size() == before) {
            dimensions.add(
                    Dimension.range(variable.name(), variable.kind(), from.asDouble(), to.asDouble(), steps, log));
        }
    }

    private JsonNode end(final Variable variable, final JsonNode range, final String key) {
        final JsonNode end = range.member(key);
        if (end == null) {
            fault(range, variable.name(), key + " is missing; accepted: " + variable.accepted());
            return null;
        }
        return accepted(variable, end) ? end : null;
    }

    private int steps(final Variable variable, final JsonNode range) {
        final JsonNode steps = range.member("steps");
        if (steps == null) {
            return 0;
        }
        final double count = steps.is(Kind.NUMBER) ? steps.asDouble() : 0;
        if (count != Math.rint(count) || count < 2 || count > MOST_STEPS) {
            fault(
                    steps,
                    variable.name(),
                    "steps " + steps.shown() + " is not accepted; accepted: a whole number from 2 to " + MOST_STEPS);
            return 0;
        }
        return (int) count;
    }

    private boolean log(final Variable variable, final JsonNode range) {
        final JsonNode log = range.member("log");
        if (log != null && !log.is(Kind.TRUE) && !log.is(Kind.FALSE)) {
            fault(log, variable.name(), "log " + log.shown() + " is not accepted; accepted: true, false");
        }
        return log != null && log.is(Kind.TRUE);
    }
}
