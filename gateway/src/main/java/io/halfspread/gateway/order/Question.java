package io.halfspread.gateway.order;

import java.io.IOException;
import java.util.Queue;

/** Something asked of the venue over HTTP for one action: runs on the thread of queries, then lies in the queue of answers. */
abstract class Question implements Runnable {
    final long actionId;
    private final Queue<Question> answers;
    private String trouble = "";

    Question(final long actionId, final Queue<Question> answers) {
        this.actionId = actionId;
        this.answers = answers;
    }

    /** Asks. What it learns it keeps, for the egress thread to read after this. */
    abstract void ask() throws IOException;

    /** Why there is no answer; empty when there is one. */
    final String trouble() {
        return trouble;
    }

    /** Notes why there is no answer. */
    final void trouble(final Exception cause) {
        final String text = cause.getMessage();
        trouble = text == null ? cause.getClass().getSimpleName() : text;
    }

    @Override
    public final void run() {
        trouble = "";
        try {
            ask();
        } catch (final IOException | RuntimeException e) {
            trouble(e);
        } finally {
            answers.add(this);
        }
    }
}
