package io.halfspread.app.control;

import io.halfspread.codec.event.TradingMode;
import io.halfspread.codec.text.JsonDocument;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.codec.text.StrictJson;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a session leaves for those who look and for the session after it.
 *
 * @param mode   mode that an operator asked for last
 * @param why    the operator's reason
 * @param pid    process of the session
 * @param day    UTC day of the profit, days since the epoch
 * @param pnlUsd profit of that day on the basis of the daily loss limit, USD; 0 without such a limit
 */
public record ControlState(TradingMode mode, String why, long pid, long day, double pnlUsd) {
    /** What there is before the first session. */
    public static final ControlState NONE = new ControlState(TradingMode.RUN, "", 0, 0, 0);

    private static final int DECIMALS = 8;

    /**
     * As text.
     *
     * @return one JSON object
     */
    String json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("mode", ModeWish.nameOf(mode));
        json.put("why", why);
        json.put("pid", pid);
        json.put("day", day);
        json.put("day_pnl_usd", BigDecimal.valueOf(pnlUsd).setScale(DECIMALS, java.math.RoundingMode.HALF_EVEN));
        return JsonOutput.of(json);
    }

    /**
     * Reads a text.
     *
     * @param text what {@link #json()} wrote
     * @return the state
     * @throws IllegalArgumentException when it is anything else
     */
    static ControlState parse(final String text) {
        final JsonDocument document = StrictJson.parse(text, false);
        if (!document.errors().isEmpty() || document.root().member("mode") == null) {
            throw new IllegalArgumentException("not the state of a session");
        }
        final JsonNode root = document.root();
        final JsonNode why = root.member("why");
        return new ControlState(
                ModeWish.modeOf(root.member("mode").text()),
                why == null ? "" : why.text(),
                (long) number(root, "pid"),
                (long) number(root, "day"),
                number(root, "day_pnl_usd"));
    }

    private static double number(final JsonNode root, final String key) {
        final JsonNode value = root.member(key);
        return value == null ? 0 : value.asDouble();
    }
}
