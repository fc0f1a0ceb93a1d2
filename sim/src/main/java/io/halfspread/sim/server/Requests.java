package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfspread.sim.wire.Unreadable;
import java.util.Locale;
import java.util.regex.Pattern;

/** Members of a query. */
final class Requests {
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");

    private Requests() {}

    static JsonNode member(final JsonNode request, final String name) {
        final JsonNode value = request.path(name);
        if (value.isMissingNode() || value.isNull()) {
            throw new Unreadable("missing field `" + name + "`");
        }
        return value;
    }

    static String text(final JsonNode request, final String name) {
        final JsonNode value = member(request, name);
        if (!value.isTextual()) {
            throw new Unreadable("invalid type: " + value + ", expected a string");
        }
        return value.textValue();
    }

    /** Lower-case address of an account. */
    static String user(final JsonNode request) {
        final String user = text(request, "user");
        if (!ADDRESS.matcher(user).matches()) {
            throw new Unreadable("invalid address " + user);
        }
        return user.toLowerCase(Locale.ROOT);
    }

    static long number(final JsonNode request, final String name) {
        final JsonNode value = member(request, name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new Unreadable("invalid type: " + value + ", expected u64");
        }
        return value.longValue();
    }

    static long number(final JsonNode request, final String name, final long absent) {
        final JsonNode value = request.path(name);
        return value.isMissingNode() || value.isNull() ? absent : number(request, name);
    }

    static boolean flag(final JsonNode request, final String name) {
        return request.path(name).asBoolean(false);
    }
}
