package io.halfspread.gateway.order;

import java.io.IOException;
import java.util.Queue;

/** An action posted over HTTP. */
final class PostQuestion extends Question {
    private final ActionPost post;
    private final byte[] body;
    private ActionReply reply;

    PostQuestion(final long actionId, final Queue<Question> answers, final ActionPost post, final byte[] body) {
        super(actionId, answers);
        this.post = post;
        this.body = body;
    }

    @Override
    void ask() throws IOException {
        reply = post.post(body);
    }

    /** What the venue answered; null when there was no answer. */
    ActionReply reply() {
        return reply;
    }
}
