package io.halfspread.app.live;

import io.halfspread.gateway.net.Network;

/**
 * What a session's connections have moved so far.
 *
 * @param messagesSent     text messages handed to WebSockets
 * @param messagesReceived text messages taken from WebSockets
 * @param open             connections open now
 * @param dialing          connections dialled that are neither open nor ended
 * @param queries          tasks that ask the venue over HTTP and are not done
 * @param queriesGiven     all such tasks so far
 */
public record WireCounts(
        long messagesSent, long messagesReceived, int open, int dialing, int queries, long queriesGiven) {
    static WireCounts of(final Network market, final TradingSide trading) {
        if (trading == null) {
            return new WireCounts(
                    market.messagesSent(), market.messagesReceived(), market.openConnections(), market.dialing(), 0, 0);
        }
        final Network orders = trading.network();
        return new WireCounts(
                market.messagesSent() + orders.messagesSent(),
                market.messagesReceived() + orders.messagesReceived(),
                market.openConnections() + orders.openConnections(),
                market.dialing() + orders.dialing(),
                trading.pendingQueries(),
                trading.queriesGiven());
    }
}
