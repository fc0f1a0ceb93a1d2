package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * Answers a request that came over a WebSocket.
 *
 * @param socket   where it came from
 * @param id       its number, given back
 * @param infoType type of the query; null for an action
 * @param limits   hears that the request is no longer in flight
 */
record PostReply(ClientSocket socket, JsonNode id, String infoType, SourceLimits limits) implements ReplyPath {
    @Override
    public void json(final JsonNode body) {
        if (infoType == null) {
            send("action", body);
        } else {
            send("info", Json.object().put("type", infoType).set("data", body));
        }
    }

    @Override
    public void refuse(final HttpResponseStatus status, final String text) {
        final ObjectNode holder = Json.object();
        holder.put("text", status + ": " + text);
        send("error", holder.get("text"));
    }

    private void send(final String type, final JsonNode payload) {
        limits.endPost(socket.remoteAddress());
        final ObjectNode data = Json.object().set("id", id);
        data.putObject("response").put("type", type).set("payload", payload);
        socket.send(Json.frame("post", data));
    }
}
