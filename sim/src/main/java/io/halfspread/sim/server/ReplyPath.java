package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.handler.codec.http.HttpResponseStatus;

/** The way back to whoever asked: an HTTP answer or a frame. Used once. */
interface ReplyPath {
    /** Answers with a body. */
    void json(JsonNode body);

    /** Answers with a status and a sentence. */
    void refuse(HttpResponseStatus status, String text);
}
