package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.handler.codec.http.HttpResponseStatus;

/** Answers an HTTP request. */
record HttpReply(HttpCall call) implements ReplyPath {
    @Override
    public void json(final JsonNode body) {
        call.answerJson(HttpResponseStatus.OK, body.toString());
    }

    @Override
    public void refuse(final HttpResponseStatus status, final String text) {
        if (status.equals(HttpResponseStatus.INTERNAL_SERVER_ERROR)) {
            call.answerJson(status, text);
        } else {
            call.answerText(status, text);
        }
    }
}
