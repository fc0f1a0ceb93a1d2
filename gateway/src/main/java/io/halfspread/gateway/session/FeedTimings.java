package io.halfspread.gateway.session;

import java.util.EnumMap;
import java.util.Map;

/**
 * How patient a session is. All values in nanoseconds.
 *
 * @param connectTimeoutNs from dialling to the end of the handshake
 * @param ackTimeoutNs     from sending the subscriptions to the last acknowledgement
 * @param pingIntervalNs   between two pings; the venue drops a connection on which it has sent nothing for 60 s
 * @param pongTimeoutNs    from a ping to its pong
 * @param firstDelayNs     longest wait before the second attempt; it doubles with every further one
 * @param longestDelayNs   longest wait before any attempt
 * @param stableAfterNs    time a connection must have been live before the waits begin anew
 * @param maxSilenceNs     silence of a stream after which its connection is taken for broken; absent or 0 for any
 */
public record FeedTimings(
        long connectTimeoutNs,
        long ackTimeoutNs,
        long pingIntervalNs,
        long pongTimeoutNs,
        long firstDelayNs,
        long longestDelayNs,
        long stableAfterNs,
        Map<MarketStream, Long> maxSilenceNs) {
    private static final long SECOND = 1_000_000_000L;

    /** Copies the map. */
    public FeedTimings {
        maxSilenceNs = Map.copyOf(maxSilenceNs);
    }

    /**
     * What fits the venue: pings twice as often as needed, waits from half a second to half a minute.
     *
     * @return the timings
     */
    public static FeedTimings ofVenue() {
        final Map<MarketStream, Long> silence = new EnumMap<>(MarketStream.class);
        for (final MarketStream stream : MarketStream.values()) {
            silence.put(stream, stream.maxSilenceNs());
        }
        return new FeedTimings(
                10 * SECOND, 10 * SECOND, 30 * SECOND, 10 * SECOND, SECOND / 2, 30 * SECOND, 30 * SECOND, silence);
    }
}
