package io.halfspread.gateway.order;

import java.io.IOException;
import java.util.List;
import java.util.Queue;

/** Which orders of an instrument, or of all, are open. */
final class SweepQuestion extends Question {
    private final StatusQuery status;
    private List<OpenOrder> open;

    SweepQuestion(final long actionId, final Queue<Question> answers, final StatusQuery status) {
        super(actionId, answers);
        this.status = status;
    }

    @Override
    void ask() throws IOException {
        open = status.openOrders();
    }

    /** All open orders of the account; null when there was no answer. */
    List<OpenOrder> open() {
        return open;
    }
}
