package io.halfspread.app.report;

import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What stood in the market on one side of one coin, and what was wanted there, over a session: changes only, so that it can be
 * asked of any moment. Prices and sizes are decimal8. For one thread while it is fed.
 */
final class OrderTrack {
    private static final long NULL = QuoteDecisionDecoder.bidPxNullValue();

    private final Side side;
    private final List<Open> open = new ArrayList<>();
    private final List<Standing> standings = new ArrayList<>();
    private final List<Wish> wishes = new ArrayList<>();

    OrderTrack(final Side side) {
        this.side = side;
    }

    /** An order that is open. */
    private record Open(long cloidLow, long oid, long px, long remaining, Moment since) {}

    /**
     * What stood from a moment on.
     *
     * @param from      that moment
     * @param px        price of our order nearest to the other side
     * @param remaining what of it was not executed; 0 when we had no order
     * @param since     when it came to stand there, null without
     * @param filled    whether the order that was there last was executed in full
     */
    record Standing(Moment from, long px, long remaining, Moment since, boolean filled) {
        static final Standing NOTHING = new Standing(new Moment(0, Long.MIN_VALUE), 0, 0, null, false);

        boolean isThere() {
            return remaining > 0;
        }
    }

    /**
     * What was wanted from a moment on.
     *
     * @param from   that moment
     * @param quoted whether an order was wanted
     * @param reason why, or why not
     */
    record Wish(Moment from, boolean quoted, QuoteReason reason) {
        static final Wish NONE = new Wish(new Moment(0, Long.MIN_VALUE), false, QuoteReason.NO_BOOK);
    }

    void onUpdate(final OrderUpdateDecoder update, final Moment now) {
        final boolean rests = update.status() == OrderStatus.OPEN && update.remainingSz() > 0;
        final long cloidLow = update.cloidLow();
        final long oid = update.oid();
        Moment since = now;
        for (int i = open.size() - 1; i >= 0; i--) {
            final Open order = open.get(i);
            if (order.cloidLow == cloidLow && order.oid == oid) {
                since = order.since;
                open.remove(i);
            }
        }
        if (rests) {
            open.add(new Open(cloidLow, oid, update.limitPx(), update.remainingSz(), since));
        }
        stand(now, update.status() == OrderStatus.FILLED);
    }

    private void stand(final Moment now, final boolean filled) {
        Open best = null;
        for (final Open order : open) {
            if (best == null || (side == Side.BID ? order.px > best.px : order.px < best.px)) {
                best = order;
            }
        }
        standings.add(
                best == null
                        ? new Standing(now, 0, 0, null, filled)
                        : new Standing(now, best.px, best.remaining, best.since, false));
    }

    void onDecision(final QuoteDecisionDecoder decision, final long marketEvents, final long nowNs) {
        final boolean quoted = (side == Side.BID ? decision.bidPx() : decision.askPx()) != NULL;
        final QuoteReason reason = side == Side.BID ? decision.bidReason() : decision.askReason();
        final Wish before = wishes.isEmpty() ? Wish.NONE : wishes.get(wishes.size() - 1);
        if (before.quoted != quoted || before.reason != reason) {
            wishes.add(new Wish(new Moment(marketEvents, nowNs), quoted, reason));
        }
    }

    /** What stood just before a moment. */
    Standing standing(final Moment before, final boolean sameMarket) {
        return last(standings, Standing::from, before, sameMarket, Standing.NOTHING);
    }

    /** What was wanted just before a moment. */
    Wish wish(final Moment before, final boolean sameMarket) {
        return last(wishes, Wish::from, before, sameMarket, Wish.NONE);
    }

    private static <T> T last(
            final List<T> changes,
            final Function<T, Moment> from,
            final Moment before,
            final boolean sameMarket,
            final T none) {
        int low = 0;
        int high = changes.size();
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (from.apply(changes.get(middle)).isBefore(before, sameMarket)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? none : changes.get(low - 1);
    }
}
