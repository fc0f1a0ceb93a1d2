package io.halfspread.gateway.session;

import io.halfspread.codec.contract.HotPath;
import java.util.Arrays;

/**
 * Text messages that may be sent to the venue: so many in any minute. The venue allows 2,000 to one source address over all
 * its connections; what sends on a thread of its own has a share of its own. One thread.
 */
@HotPath
public final class MessageBudget {
    /** Messages that the venue takes from one source address in a minute. */
    public static final int VENUE_PER_MINUTE = 2_000;

    /**
     * Share of the connection that carries orders. An action weighs 1 of the 1,200 that the venue allows an address in a
     * minute, over a WebSocket as over HTTP, and what is left of those is all that queries have.
     */
    public static final int ORDERS_PER_MINUTE = 750;

    /** Share of the connections that carry streams, which send subscriptions and pings. */
    public static final int STREAMS_PER_MINUTE = 400;

    private static final long MINUTE_NS = 60_000_000_000L;

    private final long[] sentNs;
    private int oldest;

    /**
     * A budget of which nothing is used.
     *
     * @param perMinute messages in any minute; 0 for no limit, for a venue that has none
     */
    public MessageBudget(final int perMinute) {
        if (perMinute < 0 || perMinute > VENUE_PER_MINUTE) {
            throw new IllegalArgumentException(
                    perMinute + " messages a minute: accepted: 1 to " + VENUE_PER_MINUTE + ", or 0 for no limit");
        }
        sentNs = new long[perMinute];
        Arrays.fill(sentNs, Long.MIN_VALUE);
    }

    /**
     * Whether messages can be sent now.
     *
     * @param messages how many
     * @param nowNs    time, ns since the epoch
     * @return true when the minute that ends now has room for as many
     */
    public boolean hasRoom(final int messages, final long nowNs) {
        if (sentNs.length == 0 || messages < 1) {
            return true;
        }
        if (messages > sentNs.length) {
            return false;
        }
        final int index = oldest + messages - 1;
        final long leavesNs = sentNs[index < sentNs.length ? index : index - sentNs.length];
        return leavesNs == Long.MIN_VALUE || nowNs - leavesNs >= MINUTE_NS;
    }

    /**
     * Notes a message.
     *
     * @param nowNs time it was sent, ns since the epoch
     */
    public void sent(final long nowNs) {
        if (sentNs.length > 0) {
            sentNs[oldest] = nowNs;
            oldest = oldest + 1 == sentNs.length ? 0 : oldest + 1;
        }
    }

    /**
     * Messages in a minute.
     *
     * @return the limit, 0 for none
     */
    public int perMinute() {
        return sentNs.length;
    }
}
