package io.halfspread.bench.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of the table.
 *
 * @param id      P1 to P12
 * @param path    what is measured
 * @param against peer or floor
 * @param checks  figures and limits
 */
record Row(String id, String path, String against, List<Check> checks) {
    /** Whether the goal is met as far as it was measured. */
    String verdict() {
        if (checks.stream().noneMatch(Check::isMeasured)) {
            return "not measured";
        }
        if (checks.stream().anyMatch(check -> check.isMeasured() && !check.isMet())) {
            return "NOT MET";
        }
        return checks.stream().allMatch(Check::isMeasured) ? "met" : "met in part";
    }

    /** For the result file. */
    Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("path", path);
        json.put("against", against);
        json.put("verdict", verdict());
        json.put("checks", checks.stream().map(Check::json).toList());
        return json;
    }
}
