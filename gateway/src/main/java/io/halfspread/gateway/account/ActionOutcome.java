package io.halfspread.gateway.account;

import io.halfspread.codec.decimal.DecimalText;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.gateway.order.ActionReply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the venue made of one action, element by element.
 *
 * @param refusal  why the action as a whole was refused, empty when it was not
 * @param elements what became of each element that the venue answered
 */
record ActionOutcome(String refusal, List<Element> elements) {
    private static final int SHOWN_CHARS = 160;

    /**
     * One element.
     *
     * @param error  why it was refused, empty when it was not
     * @param filled size executed, decimal8
     */
    record Element(String error, long filled) {}

    static ActionOutcome of(final ActionReply reply) {
        final String body = new String(reply.body(), StandardCharsets.UTF_8);
        final JsonNode root = StrictJson.parse(reply.body(), false).root();
        if (!reply.isAnswer() || root == null || root.member("status") == null) {
            return refused("HTTP " + reply.httpStatus() + " " + shown(body));
        }
        final JsonNode response = root.member("response");
        if (!"ok".equals(root.member("status").text())) {
            return refused(response == null ? shown(body) : response.text());
        }
        final JsonNode data = response == null ? null : response.member("data");
        final JsonNode statuses = data == null ? null : data.member("statuses");
        final List<Element> elements = new ArrayList<>();
        if (statuses != null) {
            for (final JsonNode status : statuses.elements()) {
                elements.add(element(status));
            }
        }
        return new ActionOutcome("", List.copyOf(elements));
    }

    private static Element element(final JsonNode status) {
        final JsonNode error = status.member("error");
        if (error != null) {
            return new Element(error.text(), 0);
        }
        final JsonNode filled = status.member("filled");
        final JsonNode size = filled == null ? null : filled.member("totalSz");
        try {
            return new Element("", size == null ? 0 : DecimalText.decimal8(size.text()));
        } catch (final IllegalArgumentException e) {
            return new Element("executed size not understood: " + e.getMessage(), 0);
        }
    }

    private static ActionOutcome refused(final String why) {
        return new ActionOutcome(why, List.of());
    }

    private static String shown(final String text) {
        return text.length() <= SHOWN_CHARS ? text : text.substring(0, SHOWN_CHARS) + "...";
    }
}
