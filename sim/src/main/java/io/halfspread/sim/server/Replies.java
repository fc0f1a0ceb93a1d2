package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.halfspread.sim.exchange.ElementStatus;
import io.halfspread.sim.exchange.Result;
import io.halfspread.sim.wire.WireDecimal;
import java.util.List;

/** Answers to actions in the venue's words. */
final class Replies {
    private Replies() {}

    static ObjectNode refused(final String text) {
        return Json.object().put("status", "err").put("response", text);
    }

    static ObjectNode done() {
        return ok(Json.object().put("type", "default"));
    }

    /** One error for a whole batch. */
    static ObjectNode batchError(final String type, final String text) {
        return result(type, new Result.Statuses(List.of(new ElementStatus.Error(text))));
    }

    static ObjectNode result(final String type, final Result result) {
        if (result instanceof Result.Refused refused) {
            return refused(refused.text());
        }
        if (!(result instanceof Result.Statuses statuses)) {
            return done();
        }
        if (type.equals("modify")) {
            return statuses.statuses().get(0) instanceof ElementStatus.Error error ? refused(error.text()) : done();
        }
        final ObjectNode data = Json.object();
        final ArrayNode array = data.putArray("statuses");
        statuses.statuses().forEach(status -> add(array, status));
        return ok(Json.object()
                .put("type", type.startsWith("cancel") ? "cancel" : "order")
                .set("data", data));
    }

    private static ObjectNode ok(final ObjectNode response) {
        return Json.object().put("status", "ok").set("response", response);
    }

    private static void add(final ArrayNode array, final ElementStatus status) {
        if (status instanceof ElementStatus.Resting resting) {
            cloid(array.addObject().putObject("resting").put("oid", resting.oid()), resting.cloid());
        } else if (status instanceof ElementStatus.Filled filled) {
            cloid(
                    array.addObject()
                            .putObject("filled")
                            .put("totalSz", WireDecimal.text(filled.totalSz()))
                            .put("avgPx", WireDecimal.text(filled.avgPx()))
                            .put("oid", filled.oid()),
                    filled.cloid());
        } else if (status instanceof ElementStatus.Error error) {
            array.addObject().put("error", error.text());
        } else {
            array.add("success");
        }
    }

    private static void cloid(final ObjectNode node, final String cloid) {
        if (cloid != null) {
            node.put("cloid", cloid);
        }
    }
}
