package io.halfspread.gateway.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which subscriptions share a connection. Plain and fast books of one coin look alike on a channel, and the fast ones are
 * the clock that tells stale data: they have a connection of their own. So have the streams of an account, which are told
 * apart by nothing in their frames.
 *
 * @param connections subscriptions by number of the connection
 * @param account     number of the connection with the streams of an account, {@link #NO_ACCOUNT} when there is none
 */
public record ConnectionPlan(List<List<Subscription>> connections, int account) {
    /** Number of the account's connection in a plan without one. */
    public static final int NO_ACCOUNT = -1;

    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");

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
            if (!streams.contains(stream) || stream.perUser()) {
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
        return new ConnectionPlan(List.copyOf(connections), NO_ACCOUNT);
    }

    /**
     * The same plan with one connection more, for the streams of an account.
     *
     * @param address address of the account, never of its agent: an agent's streams are silent
     * @return the plan
     * @throws IllegalArgumentException when it is no address
     */
    public ConnectionPlan withAccount(final String address) {
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException(
                    "account address '" + address + "': accepted: 0x and 40 hexadecimal digits");
        }
        final List<Subscription> streams = new ArrayList<>();
        for (final MarketStream stream : MarketStream.values()) {
            if (stream.perUser()) {
                streams.add(new Subscription(stream, "", 0, address.toLowerCase(Locale.ROOT)));
            }
        }
        final List<List<Subscription>> all = new ArrayList<>(connections);
        all.add(List.copyOf(streams));
        return new ConnectionPlan(List.copyOf(all), connections.size());
    }
}
