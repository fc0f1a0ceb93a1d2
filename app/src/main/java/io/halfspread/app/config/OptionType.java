package io.halfspread.app.config;

import io.halfspread.codec.text.JsonOutput;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** What an option accepts: its kind and range, checked on the text as written. Immutable. */
final class OptionType {
    private enum Kind {
        TEXT,
        CHOICE,
        FLAG,
        INTEGER,
        NUMBER
    }

    private static final String NONE = "none";
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?([eE][-+]?[0-9]{1,2})?");
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

    private final Kind kind;
    private final double min;
    private final double max;
    private final List<String> choices;
    private final boolean orNone;

    private OptionType(
            final Kind kind, final double min, final double max, final List<String> choices, final boolean orNone) {
        this.kind = kind;
        this.min = min;
        this.max = max;
        this.choices = choices;
        this.orNone = orNone;
    }

    static OptionType text() {
        return new OptionType(Kind.TEXT, 0, 0, List.of(), false);
    }

    static OptionType choice(final String... choices) {
        return new OptionType(Kind.CHOICE, 0, 0, List.of(choices), false);
    }

    static OptionType flag() {
        return new OptionType(Kind.FLAG, 0, 0, List.of("true", "false"), false);
    }

    static OptionType integer(final long min, final long max) {
        return new OptionType(Kind.INTEGER, min, max, List.of(), false);
    }

    static OptionType number(final double min, final double max) {
        return new OptionType(Kind.NUMBER, min, max, List.of(), false);
    }

    OptionType orNone() {
        return new OptionType(kind, min, max, choices, true);
    }

    static boolean isNumber(final String text) {
        return NUMBER.matcher(text).matches();
    }

    /** Whether the text is of this type; anything quoted is text. */
    boolean accepts(final String text, final boolean quoted) {
        if (orNone && text.equals(NONE)) {
            return true;
        }
        return switch (kind) {
            case TEXT -> !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
            case CHOICE -> choices.contains(text);
            case FLAG -> !quoted && choices.contains(text);
            case INTEGER -> !quoted && INTEGER.matcher(text).matches() && inRange(text);
            case NUMBER -> !quoted && NUMBER.matcher(text).matches() && inRange(text);
        };
    }

    private boolean inRange(final String text) {
        final BigDecimal value = new BigDecimal(text);
        return value.compareTo(BigDecimal.valueOf(min)) >= 0 && value.compareTo(BigDecimal.valueOf(max)) <= 0;
    }

    /** The accepted values, for messages and the table. */
    String accepted() {
        final String values = switch (kind) {
            case TEXT -> "text";
            case CHOICE, FLAG -> String.join(", ", choices);
            case INTEGER -> "integer " + (long) min + " to " + (long) max;
            case NUMBER -> "number " + plain(min) + " to " + plain(max);
        };
        return orNone ? values + " or none" : values;
    }

    private static String plain(final double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15
                ? Long.toString((long) bound)
                : JsonOutput.number(bound);
    }
}
