package io.halfspread.gateway.ingress;

import io.halfspread.gateway.session.ConnectionBudget;
import io.halfspread.gateway.session.ConnectionPlan;
import io.halfspread.gateway.session.FeedTimings;
import io.halfspread.gateway.session.MessageBudget;

/**
 * What an ingress connects to, and how.
 *
 * @param plan     subscriptions by connection
 * @param timings  how patient its sessions are
 * @param budget   connections it may make
 * @param messages messages it may send in a minute
 * @param seed     of the waits between attempts: another one for every process
 * @param reviewNs time between two reviews of the account while it is ready, ns
 */
public record IngressSettings(
        ConnectionPlan plan,
        FeedTimings timings,
        ConnectionBudget budget,
        MessageBudget messages,
        long seed,
        long reviewNs) {
    /** Time between two reviews of the account unless it is said. */
    public static final long REVIEW_NS = 60_000_000_000L;

    /**
     * With the share of messages that is meant for streams.
     *
     * @param plan    subscriptions by connection
     * @param timings how patient its sessions are
     * @param budget  connections it may make
     * @param seed    of the waits between attempts: another one for every process
     */
    public IngressSettings(
            final ConnectionPlan plan, final FeedTimings timings, final ConnectionBudget budget, final long seed) {
        this(plan, timings, budget, new MessageBudget(MessageBudget.STREAMS_PER_MINUTE), seed, REVIEW_NS);
    }

    /**
     * Another time between reviews.
     *
     * @param value ns
     * @return these settings with it changed
     */
    public IngressSettings withReview(final long value) {
        return new IngressSettings(plan, timings, budget, messages, seed, value);
    }
}
