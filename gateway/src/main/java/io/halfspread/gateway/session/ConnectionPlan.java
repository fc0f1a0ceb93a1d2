package io.halfspread.gateway.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which subscriptions share a connection. Plain and fast books of one coin look alike on a channel, and the fast ones are
 * the clock that tells stale data: they have a connection of their own.
 *
 * @param connections subscriptions by number of the connection
 */
public record ConnectionPlan(List<List<Subscription>> connections) {
    /** Most subscriptions: reconnecting with them every few seconds stays below the venue's 2000 messages a minute. */
    public static final int MAX_SUBSCRIPTIONS = 200;

    /**
     * Plans the connections for some coins.
     *
     * @param coins   venue names by instrument index
     * @param streams what is wanted of each
     * @return the plan
     * @throws IllegalArgumentException when there is nothing to subscribe to, or too much
     */
    public static ConnectionPlan of(final List<String> coins, final Set<MarketStream> streams) {
        final List<Subscription> main = new ArrayList<>();
        final List<Subscription> fast = new ArrayList<>();
        for (final MarketStream stream : MarketStream.values()) {
            if (!streams.contains(stream)) {
                continue;
            }
            final List<Subscription> target = stream == MarketStream.FAST_L2_BOOK ? fast : main;
            if (!stream.perCoin()) {
                target.add(new Subscription(stream, "", 0));
                continue;
            }
            for (int i = 0; i < coins.size(); i++) {
                target.add(new Subscription(stream, coins.get(i), i));
            }
        }
        final int count = main.size() + fast.size();
        if (count == 0 || count > MAX_SUBSCRIPTIONS) {
            throw new IllegalArgumentException(
                    count + " subscriptions: accepted: 1 to " + MAX_SUBSCRIPTIONS + " (coins times streams)");
        }
        final List<List<Subscription>> connections = new ArrayList<>();
        if (!main.isEmpty()) {
            connections.add(List.copyOf(main));
        }
        if (!fast.isEmpty()) {
            connections.add(List.copyOf(fast));
        }
        return new ConnectionPlan(List.copyOf(connections));
    }
}
