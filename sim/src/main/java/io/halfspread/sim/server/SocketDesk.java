package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.halfspread.sim.wire.Unreadable;
import java.util.Set;

/** Takes the messages of WebSocket clients: subscriptions, pings, posted requests. */
final class SocketDesk {
    private static final String UNREADABLE = "Error parsing JSON into valid websocket request: ";
    private static final String PONG = "{\"channel\":\"pong\"}";

    private final VenueConfig config;
    private final Coins coins;
    private final Feeds feeds;
    private final Snapshots snapshots;
    private final SourceLimits limits;
    private final InfoDesk info;
    private final ActionDesk actions;

    SocketDesk(
            final VenueConfig config,
            final Coins coins,
            final Feeds feeds,
            final Snapshots snapshots,
            final SourceLimits limits,
            final InfoDesk info,
            final ActionDesk actions) {
        this.config = config;
        this.coins = coins;
        this.feeds = feeds;
        this.snapshots = snapshots;
        this.limits = limits;
        this.info = info;
        this.actions = actions;
    }

    void take(final ClientSocket socket, final String text) {
        if (!limits.takesMessage(socket.remoteAddress())) {
            error(socket, "Too many messages per minute.");
            return;
        }
        final JsonNode message = Json.parse(text);
        try {
            if (message == null) {
                throw new Unreadable(text);
            }
            switch (message.path("method").asText("")) {
                case "ping" -> socket.send(PONG);
                case "subscribe" -> subscribe(socket, subscription(message));
                case "unsubscribe" -> unsubscribe(socket, subscription(message));
                case "post" -> post(socket, message);
                default -> throw new Unreadable(text);
            }
        } catch (final Unreadable e) {
            error(socket, UNREADABLE + text);
        }
    }

    private Subscription subscription(final JsonNode message) {
        return Subscription.read(message.path("subscription"), coins);
    }

    private void subscribe(final ClientSocket socket, final Subscription subscription) {
        if (!subscription.isServed()) {
            if (config.has(VenueRule.ABRUPT_CLOSE)) {
                socket.drop();
            } else {
                error(socket, "Invalid subscription " + subscription.echo());
            }
            return;
        }
        final String refusal = refusal(socket.remoteAddress(), subscription);
        if (refusal != null) {
            error(socket, refusal);
        } else if (!feeds.add(subscription, socket)) {
            error(socket, "Already subscribed: " + subscription.echo());
        } else {
            acknowledge(socket, "subscribe", subscription);
            final String first = snapshots.frame(subscription);
            if (first != null) {
                socket.send(first);
            }
        }
    }

    private String refusal(final String remoteAddress, final Subscription subscription) {
        if (!config.has(VenueRule.SUBSCRIPTION_LIMITS)) {
            return null;
        }
        if (feeds.count(remoteAddress) >= SourceLimits.MAX_SUBSCRIPTIONS) {
            return "Cannot track more than " + SourceLimits.MAX_SUBSCRIPTIONS + " total subscriptions.";
        }
        final Set<String> users = feeds.users(remoteAddress);
        return subscription.user() != null
                        && !users.contains(subscription.user())
                        && users.size() >= SourceLimits.MAX_USERS
                ? "Cannot track more than " + SourceLimits.MAX_USERS + " total users."
                : null;
    }

    private void unsubscribe(final ClientSocket socket, final Subscription subscription) {
        if (feeds.remove(subscription, socket)) {
            acknowledge(socket, "unsubscribe", subscription);
        } else {
            error(socket, "Already unsubscribed: " + subscription.echo());
        }
    }

    private void post(final ClientSocket socket, final JsonNode message) {
        final JsonNode id = message.path("id");
        final JsonNode request = message.path("request");
        final String type = request.path("type").asText("");
        final boolean query = type.equals("info");
        if (!id.isIntegralNumber() || !query && !type.equals("action") || !request.has("payload")) {
            throw new Unreadable("post");
        }
        if (!limits.startPost(socket.remoteAddress())) {
            error(socket, "too many pending post requests id=" + id);
            return;
        }
        final JsonNode payload = request.path("payload");
        final PostReply reply =
                new PostReply(socket, id, query ? payload.path("type").asText("") : null, limits);
        if (query) {
            info.answer(payload, socket.remoteAddress(), reply);
        } else {
            actions.take(payload, socket.remoteAddress(), reply);
        }
    }

    private static void acknowledge(final ClientSocket socket, final String method, final Subscription subscription) {
        final ObjectNode data = Json.object().put("method", method);
        data.set("subscription", subscription.echo());
        socket.send(Json.frame("subscriptionResponse", data));
    }

    private static void error(final ClientSocket socket, final String text) {
        socket.send(Json.frame("error", TextNode.valueOf(text)));
    }
}
