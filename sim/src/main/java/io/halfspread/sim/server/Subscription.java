package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.halfspread.sim.wire.Unreadable;
import java.util.Locale;

/**
 * What one subscription asks for.
 *
 * @param topic     kind of data
 * @param echo      the request with defaults, as it is acknowledged
 * @param asset     coin's id; -1 when it has none or one the venue does not know
 * @param user      lower-case address, or null
 * @param interval  of candles, or null
 * @param rounding  of books; null when the venue does not take what was asked
 * @param fast      whether books have five levels and come often
 * @param aggregate whether fills of one order at one time are merged
 */
record Subscription(
        Topic topic,
        ObjectNode echo,
        int asset,
        String user,
        CandleInterval interval,
        BookRounding rounding,
        boolean fast,
        boolean aggregate) {
    private static final String ADDRESS = "0x[0-9a-fA-F]{40}";

    /**
     * Reads a request.
     *
     * @throws Unreadable when it is no subscription at all
     */
    static Subscription read(final JsonNode request, final Coins coins) {
        final Topic topic = Topic.of(request.path("type").asText(""));
        if (topic == null) {
            throw new Unreadable("type");
        }
        final ObjectNode echo = Json.object().put("type", request.path("type").textValue());
        CandleInterval interval = null;
        if (topic == Topic.CANDLE) {
            interval = CandleInterval.of(request.path("interval").asText(""));
            if (interval == null) {
                throw new Unreadable("interval");
            }
            echo.put("interval", interval.text());
        }
        final String user = topic.needsUser() ? user(request) : null;
        if (user != null) {
            echo.put("user", user);
        }
        int asset = -1;
        if (topic.needsCoin()) {
            final String coin = text(request, "coin");
            asset = coins.id(coin);
            echo.put("coin", coin);
        }
        final BookRounding rounding = topic == Topic.L2_BOOK ? BookRounding.read(request) : BookRounding.NONE;
        final boolean fast = topic == Topic.L2_BOOK && flag(request, "fast");
        final boolean aggregate = topic == Topic.USER_FILLS && flag(request, "aggregateByTime");
        defaults(topic, request, echo, fast, aggregate);
        return new Subscription(topic, echo, asset, user, interval, rounding, fast, aggregate);
    }

    /** Whether the venue has what is asked for; it hangs up on what it has not. */
    boolean isServed() {
        return rounding != null && (!topic.needsCoin() || asset >= 0);
    }

    String key() {
        return echo.toString();
    }

    private static void defaults(
            final Topic topic,
            final JsonNode request,
            final ObjectNode echo,
            final boolean fast,
            final boolean aggregate) {
        switch (topic) {
            case L2_BOOK -> {
                echo.set("nSigFigs", orNull(request, "nSigFigs"));
                echo.set("mantissa", orNull(request, "mantissa"));
                echo.put("fast", fast);
            }
            case USER_FILLS -> echo.put("aggregateByTime", aggregate);
            case CLEARINGHOUSE_STATE, OPEN_ORDERS ->
                echo.put("dex", request.path("dex").asText(""));
            case ALL_MIDS -> {
                if (request.path("dex").isTextual()) {
                    echo.put("dex", request.path("dex").textValue());
                }
            }
            default -> {}
        }
    }

    private static JsonNode orNull(final JsonNode request, final String name) {
        return request.has(name) ? request.get(name) : NullNode.instance;
    }

    private static boolean flag(final JsonNode request, final String name) {
        final JsonNode value = request.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            throw new Unreadable(name);
        }
        return value.asBoolean(false);
    }

    private static String user(final JsonNode request) {
        final String user = text(request, "user");
        if (!user.matches(ADDRESS)) {
            throw new Unreadable("user");
        }
        return user.toLowerCase(Locale.ROOT);
    }

    private static String text(final JsonNode request, final String name) {
        final JsonNode value = request.path(name);
        if (!value.isTextual()) {
            throw new Unreadable(name);
        }
        return value.textValue();
    }
}
