package io.halfspread.gateway.order;

import java.io.IOException;

/** Posts a signed action over HTTP. May block for seconds: never called on the thread that sends orders. */
@FunctionalInterface
public interface ActionPost {
    /**
     * Posts once; never repeats by itself.
     *
     * @param body envelope of the action: action, nonce, signature
     * @return what the venue answered
     * @throws IOException when there was no answer: whether the action was executed is then unknown
     */
    ActionReply post(byte[] body) throws IOException;
}
