package io.halfspread.app.whatif;

import io.halfspread.app.replay.FillChoice;
import io.halfspread.app.replay.ReplayReport;
import io.halfspread.app.replay.ReplayResult;
import io.halfspread.app.report.SessionComparison;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Both sides under one model.
 *
 * @param model      who answered the orders
 * @param baseline   what the replay without the change gave
 * @param change     what the replay with it gave
 * @param comparison both side by side
 */
public record RuleResult(FillChoice model, ReplayResult baseline, ReplayResult change, SessionComparison comparison) {
    /** What the rule is called in a band. */
    String name() {
        return switch (model) {
            case QUEUE -> "pessimistic";
            case QUEUE_OPTIMISTIC -> "optimistic";
            default -> model.text();
        };
    }

    Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("fill_model", model.text());
        json.put("baseline", side(baseline));
        json.put("change", side(change));
        json.putAll(comparison.json());
        return json;
    }

    private static Map<String, Object> side(final ReplayResult result) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("hash", ReplayReport.hex(result.summary().hash()));
        json.put("events", result.summary().inputs());
        json.put("skipped_account_events", result.summary().skippedAccountEvents());
        json.put("skipped_policy_events", result.summary().skippedPolicyEvents());
        json.put("solves", result.summary().solves());
        return json;
    }
}
