package io.halfspread.gateway.session;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.util.Arrays;
import java.util.List;

/**
 * When each subscribed stream of a connection last said something new. News is a message whose venue time is later than any
 * before; of streams that carry no venue time, any message. So a venue that repeats itself is as stale as one that is
 * silent. For one thread.
 */
@HotPath
public final class StreamWatch {
    /** Venue time of a message that carries none. */
    public static final long NO_VENUE_TIME = Long.MIN_VALUE;

    private static final int NONE = -1;

    private final List<Subscription> subscriptions;
    private final int[][] slots;
    private final long[] maxSilenceNs;
    private final long[] newsNs;
    private final long[] venueNs;
    private final long[] lagNs;
    private final boolean[] heard;

    /** Watches some subscriptions. */
    StreamWatch(final List<Subscription> subscriptions, final FeedTimings timings) {
        final int streams = MarketStream.values().length;
        this.subscriptions = subscriptions;
        final int instruments =
                subscriptions.stream().mapToInt(Subscription::instrument).max().orElse(0) + 1;
        slots = new int[streams][instruments];
        for (final int[] row : slots) {
            Arrays.fill(row, NONE);
        }
        final int count = subscriptions.size();
        maxSilenceNs = new long[count];
        newsNs = new long[count];
        venueNs = new long[count];
        lagNs = new long[count];
        heard = new boolean[count];
        for (int i = 0; i < count; i++) {
            final Subscription subscription = subscriptions.get(i);
            slots[subscription.stream().ordinal()][subscription.instrument()] = i;
            maxSilenceNs[i] = timings.maxSilenceNs().getOrDefault(subscription.stream(), 0L);
        }
    }

    /** Begins anew, on a fresh connection. */
    @ColdPath("once per connection")
    void restart(final long nowNs) {
        Arrays.fill(newsNs, nowNs);
        Arrays.fill(venueNs, NO_VENUE_TIME);
        Arrays.fill(lagNs, 0);
        Arrays.fill(heard, false);
    }

    /**
     * Notes a message.
     *
     * @param stream     its stream
     * @param instrument its instrument, 0 for a stream of all coins
     * @param timeNs     its venue time, {@link #NO_VENUE_TIME} when it has none
     * @param nowNs      when it was received
     */
    public void onMessage(final MarketStream stream, final int instrument, final long timeNs, final long nowNs) {
        final int[] row = slots[stream.ordinal()];
        final int slot = instrument < row.length ? row[instrument] : NONE;
        if (slot == NONE) {
            return;
        }
        heard[slot] = true;
        if (timeNs == NO_VENUE_TIME) {
            newsNs[slot] = nowNs;
        } else if (timeNs > venueNs[slot]) {
            newsNs[slot] = nowNs;
            venueNs[slot] = timeNs;
            lagNs[slot] = nowNs - timeNs;
        }
    }

    /** Expects nothing of a subscription until it is heard. */
    @ColdPath("once per connection")
    void excuse(final int index) {
        newsNs[index] = Long.MAX_VALUE;
    }

    /** Index of a subscription without news for longer than it may be, -1 when there is none. */
    int stale(final long nowNs) {
        for (int i = 0; i < newsNs.length; i++) {
            if (maxSilenceNs[i] > 0 && nowNs - newsNs[i] > maxSilenceNs[i]) {
                return i;
            }
        }
        return NONE;
    }

    /** What is wrong with a stale subscription. */
    @ColdPath("when a stream is stale")
    String describe(final int index, final long nowNs) {
        return subscriptions.get(index) + (heard[index] ? " without news for " : " silent for ")
                + (nowNs - newsNs[index]) / 1_000_000_000L + " s";
    }

    /**
     * Age of a stream's newest venue time when it arrived: the way from the venue, plus how far the two clocks are apart.
     *
     * @param stream     the stream
     * @param instrument instrument index
     * @return nanoseconds, 0 when it is not subscribed here or has not been heard
     */
    public long lagNs(final MarketStream stream, final int instrument) {
        final int[] row = slots[stream.ordinal()];
        final int slot = instrument < row.length ? row[instrument] : NONE;
        return slot == NONE ? 0 : lagNs[slot];
    }
}
