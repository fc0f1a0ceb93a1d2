package io.halfspread.app.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a session asked of the venue.
 *
 * @param places      orders placed, takers included
 * @param modifies    orders modified
 * @param cancels     cancels
 * @param left        requests left of the budget at the end
 * @param runwayHours how long those last at the pace of late, null when nothing is used up on balance or no limit applies
 */
record RequestFigures(long places, long modifies, long cancels, long left, Double runwayHours) {
    long commands() {
        return places + modifies + cancels;
    }

    Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("commands", commands());
        json.put("places", places);
        json.put("modifies", modifies);
        json.put("cancels", cancels);
        json.put("requests_left", left);
        json.put("runway_hours", runwayHours);
        return json;
    }
}
