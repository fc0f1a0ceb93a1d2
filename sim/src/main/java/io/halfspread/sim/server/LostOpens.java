package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.halfspread.sim.faults.FaultKind;

/** Takes the {@code open} of a modify's new order out of a message of order updates when a plan says so. */
final class LostOpens {
    private static final String CHANNEL = "orderUpdates";

    private LostOpens() {}

    /** The message as it is sent; null when nothing of it is left. */
    static String apply(final FaultDesk faults, final String channel, final String text) {
        if (!channel.equals(CHANNEL) || !faults.has(FaultKind.LOST_OPEN)) {
            return text;
        }
        final JsonNode frame = Json.parse(text);
        final ArrayNode updates = (ArrayNode) frame.get("data");
        final ArrayNode kept = Json.array();
        boolean replaced = false;
        for (final JsonNode update : updates) {
            replaced |= isStatus(update, "canceled");
        }
        for (final JsonNode update : updates) {
            if (!replaced || !isStatus(update, "open") || !faults.strikes(FaultKind.LOST_OPEN, channel)) {
                kept.add(update);
            }
        }
        return kept.size() == updates.size() ? text : kept.isEmpty() ? null : Json.frame(channel, kept);
    }

    private static boolean isStatus(final JsonNode update, final String status) {
        return update.path("status").asText().equals(status);
    }
}
