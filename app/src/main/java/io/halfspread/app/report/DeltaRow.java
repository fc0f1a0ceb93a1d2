package io.halfspread.app.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One figure of two sessions.
 *
 * @param name   its name, as in the report's JSON
 * @param first  in the first session, null where it has none
 * @param second in the second session
 */
public record DeltaRow(String name, Number first, Number second) {
    /**
     * Second less first, exact for decimals.
     *
     * @return the difference, null unless there are both
     */
    public Number delta() {
        if (first == null || second == null) {
            return null;
        }
        if (first instanceof BigDecimal one && second instanceof BigDecimal other) {
            return Decimals.of(other.subtract(one).movePointRight(8).longValueExact());
        }
        return first instanceof Long && second instanceof Long
                ? (Number) (second.longValue() - first.longValue())
                : (Number) (second.doubleValue() - first.doubleValue());
    }

    /**
     * The figure for programs.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("a", first);
        json.put("b", second);
        json.put("delta", delta());
        return json;
    }
}
