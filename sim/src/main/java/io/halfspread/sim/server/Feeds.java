package io.halfspread.sim.server;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is subscribed to what. */
final class Feeds {
    private final Map<Topic, Map<String, Feed>> byTopic = new EnumMap<>(Topic.class);

    Feeds() {
        for (final Topic topic : Topic.values()) {
            byTopic.put(topic, new LinkedHashMap<>());
        }
    }

    /** Adds a subscriber; false when it was one already. */
    boolean add(final Subscription subscription, final ClientSocket socket) {
        return byTopic.get(subscription.topic())
                .computeIfAbsent(subscription.key(), key -> new Feed(subscription, new LinkedHashSet<>()))
                .sockets()
                .add(socket);
    }

    /** Takes a subscriber away; false when it was none. */
    boolean remove(final Subscription subscription, final ClientSocket socket) {
        final Map<String, Feed> feeds = byTopic.get(subscription.topic());
        final Feed feed = feeds.get(subscription.key());
        if (feed == null || !feed.sockets().remove(socket)) {
            return false;
        }
        if (feed.sockets().isEmpty()) {
            feeds.remove(subscription.key());
        }
        return true;
    }

    void removeAll(final ClientSocket socket) {
        for (final Map<String, Feed> feeds : byTopic.values()) {
            feeds.values()
                    .removeIf(feed ->
                            feed.sockets().remove(socket) && feed.sockets().isEmpty());
        }
    }

    Collection<Feed> of(final Topic topic) {
        return List.copyOf(byTopic.get(topic).values());
    }

    /** Subscriptions held from one source address. */
    int count(final String remoteAddress) {
        int count = 0;
        for (final Map<String, Feed> feeds : byTopic.values()) {
            for (final Feed feed : feeds.values()) {
                for (final ClientSocket socket : feed.sockets()) {
                    count += socket.remoteAddress().equals(remoteAddress) ? 1 : 0;
                }
            }
        }
        return count;
    }

    /** Accounts followed from one source address. */
    Set<String> users(final String remoteAddress) {
        final Set<String> users = new HashSet<>();
        for (final Map<String, Feed> feeds : byTopic.values()) {
            for (final Feed feed : feeds.values()) {
                if (feed.subscription().user() != null
                        && feed.sockets().stream()
                                .anyMatch(socket -> socket.remoteAddress().equals(remoteAddress))) {
                    users.add(feed.subscription().user());
                }
            }
        }
        return users;
    }

    /** One subscription and those who hold it. */
    record Feed(Subscription subscription, Set<ClientSocket> sockets) {
        void send(final String frame) {
            sockets.forEach(socket -> socket.send(frame));
        }
    }
}
