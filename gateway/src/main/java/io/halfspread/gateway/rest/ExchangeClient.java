package io.halfspread.gateway.rest;

import io.halfspread.gateway.order.ActionPost;
import io.halfspread.gateway.order.ActionReply;

/**
 * Signed actions over HTTP: the way that is left when the socket is down, and the way of what runs without one. Never
 * repeats an action by itself. Any thread.
 */
public final class ExchangeClient implements ActionPost {
    private static final String PATH = "/exchange";
    private static final String WHAT = "action";
    private static final int WEIGHT = 1;

    private final VenueHttp http;
    private final WeightBudget budget;

    /**
     * A client.
     *
     * @param http   where to
     * @param budget shared with the queries; actions are charged to it and never wait for it
     */
    public ExchangeClient(final VenueHttp http, final WeightBudget budget) {
        this.http = http;
        this.budget = budget;
    }

    /**
     * Sends an action of fewer than 40 elements and waits for the reply.
     *
     * @param body whole request body
     * @return the reply, whatever its status
     * @throws VenueQueryException when none came; it says whether the action may have been executed
     */
    @Override
    public ActionReply post(final byte[] body) throws VenueQueryException {
        budget.charge(WEIGHT);
        final var response = http.post(PATH, WHAT, body);
        return new ActionReply(response.statusCode(), response.body());
    }
}
