package io.halfspread.app.live;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that the log says.
 *
 * @param time   when it was said
 * @param event  what it is about, one word
 * @param text   the line for people
 * @param fields the same by name
 */
record LogEntry(Instant time, String event, String text, Map<String, Object> fields) {
    /** A line that is about nothing in particular. */
    static final String MESSAGE = "message";

    private static final String WARN = "WARN ";
    private static final Pattern VECTOR = Pattern.compile("(?:(\\S+) )?(\\p{Alpha}+)\\[(.+)]");
    private static final Pattern BOUNDARY = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern NUMBER = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)(bps)?");

    /** An entry said now. */
    static LogEntry of(final String event, final String text, final Map<String, Object> fields) {
        return new LogEntry(Instant.now(), event, text, fields);
    }

    /** A line said now; one that shows a vector has its members as fields. */
    static LogEntry of(final String text) {
        final Matcher vector = VECTOR.matcher(text);
        if (!vector.matches()) {
            return of(MESSAGE, text, Map.of());
        }
        final Map<String, Object> fields = new LinkedHashMap<>();
        if (vector.group(1) != null) {
            fields.put("coin", vector.group(1));
        }
        for (final String member : vector.group(3).split(", ")) {
            final int equals = member.indexOf('=');
            if (equals < 0) {
                return of(MESSAGE, text, Map.of());
            }
            final Matcher number = NUMBER.matcher(member.substring(equals + 1));
            fields.put(
                    member.substring(0, equals),
                    number.matches() ? (Object) Double.valueOf(number.group(1)) : member.substring(equals + 1));
        }
        return of(BOUNDARY.matcher(vector.group(2)).replaceAll("_").toLowerCase(Locale.ROOT), text, fields);
    }

    /** How bad it is. */
    String level() {
        return text.startsWith(WARN) ? "warn" : "info";
    }
}
