package io.halfspread.sim.server;

import java.util.HashMap;
import java.util.Map;

/** The venue's limits for one source address: weight of requests, connections, messages, posts in flight. */
final class SourceLimits {
    static final int MAX_POSTS = 100;
    static final int MAX_SUBSCRIPTIONS = 1000;
    static final int MAX_USERS = 15;
    private static final int MAX_CONNECTIONS = 10;
    private static final long WEIGHT_A_MINUTE = 1200;
    private static final long CONNECTIONS_A_MINUTE = 30;
    private static final long MESSAGES_A_MINUTE = 2000;

    private final Map<String, Source> sources = new HashMap<>();
    private final boolean weights;
    private final boolean sockets;
    private long nowMs;

    SourceLimits(final boolean weights, final boolean sockets) {
        this.weights = weights;
        this.sockets = sockets;
    }

    void advance(final long timeMs) {
        nowMs = timeMs;
    }

    /** Pays for a request; false when there is not enough weight left. */
    boolean pay(final String address, final long weight) {
        return !weights || source(address).weight.use(nowMs, weight);
    }

    /** Pays for what a request turned out to return. */
    void payMore(final String address, final long weight) {
        if (weights && weight > 0) {
            source(address).weight.charge(nowMs, weight);
        }
    }

    /** Whether one more connection is taken. */
    boolean admits(final String address) {
        final Source source = source(address);
        return !sockets || source.connections < MAX_CONNECTIONS && source.dials.use(nowMs, 1);
    }

    void connected(final String address, final int change) {
        source(address).connections += change;
    }

    boolean takesMessage(final String address) {
        return !sockets || source(address).messages.use(nowMs, 1);
    }

    /** Counts a post that is on its way; false when there are too many. */
    boolean startPost(final String address) {
        final Source source = source(address);
        if (sockets && source.posts >= MAX_POSTS) {
            return false;
        }
        source.posts++;
        return true;
    }

    void endPost(final String address) {
        source(address).posts--;
    }

    private Source source(final String address) {
        return sources.computeIfAbsent(address, key -> new Source());
    }

    private static final class Source {
        private final RateWindow weight = new RateWindow(WEIGHT_A_MINUTE);
        private final RateWindow dials = new RateWindow(CONNECTIONS_A_MINUTE);
        private final RateWindow messages = new RateWindow(MESSAGES_A_MINUTE);
        private int connections;
        private int posts;
    }
}
