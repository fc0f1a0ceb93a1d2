package io.halfspread.engine.handler;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.CancelReason;
import io.halfspread.codec.event.Side;
import io.halfspread.engine.order.Order;
import io.halfspread.engine.order.OrderScope;
import io.halfspread.engine.order.Orders;
import io.halfspread.engine.order.SideQuote;
import io.halfspread.engine.position.RecentIds;

/**
 * Keeps sides and order table true to what the venue says. A modify cancels and places in one: as soon as the venue is
 * known to have taken the new order, the old one is gone, whether or not its own end is ever told. Engine thread only.
 */
@HotPath
final class OrderKeeper {
    private static final int REFUSED_REMEMBERED = 1 << 12;

    private final SessionState session;
    private final Orders orders;
    private final OutputWriter out;
    private final Decider decider;
    private final RecentIds refused = new RecentIds(REFUSED_REMEMBERED);

    OrderKeeper(final SessionState session, final Orders orders, final OutputWriter out, final Decider decider) {
        this.session = session;
        this.orders = orders;
        this.out = out;
        this.decider = decider;
    }

    /** The live order with that id, or null. */
    Order find(final long cloidHigh, final long cloidLow) {
        return isOurs(cloidHigh) ? orders.find(cloidLow) : null;
    }

    boolean isOurs(final long cloidHigh) {
        return cloidHigh == session.sessionId;
    }

    /** The venue has it open. */
    void onOpen(final InstrumentState s, final Order order, final long oid, final long remaining) {
        order.onOpen(oid, remaining);
        onTaken(s, order);
    }

    /** The venue took it and it is done. */
    void onEnded(final InstrumentState s, final Order order) {
        onTaken(s, order);
        finish(s, order);
    }

    /** The venue did not take it: what it was to replace lives on, unless its end is told too. */
    void onRefused(final InstrumentState s, final Order order) {
        refused.add(order.cloidLow(), 0);
        final boolean maker = !order.isTaker();
        finish(s, order);
        if (maker) {
            final Order survivor = s.quote(order.side()).current();
            if (survivor != null && survivor.isReplacing()) {
                survivor.onActionRefused();
            }
        }
    }

    /** Whether an id is that of an order of an earlier session. */
    boolean isOfEarlierSession(final long cloidHigh, final long cloidLow) {
        return OrderScope.isOfEarlier(session.sessionId, cloidHigh, cloidLow);
    }

    /** Something of this session or an earlier one rests that is not tracked: no order works unaccounted for. */
    void cancelStray(final int instrument, final Side side, final long cloidHigh, final long cloidLow, final long oid) {
        cancelUntracked(instrument, side, cloidHigh, cloidLow, oid, CancelReason.NOT_QUOTED);
    }

    /** An order of others rests where the configuration wants none. */
    void cancelForeign(
            final int instrument, final Side side, final long cloidHigh, final long cloidLow, final long oid) {
        cancelUntracked(instrument, side, cloidHigh, cloidLow, oid, CancelReason.FOREIGN);
    }

    private void cancelUntracked(
            final int instrument,
            final Side side,
            final long cloidHigh,
            final long cloidLow,
            final long oid,
            final CancelReason reason) {
        out.cancel(session, instrument, side, cloidHigh, cloidLow, oid, reason);
        session.budget.onCancel(session.nowNs);
        session.rate.onSent(session.nowNs);
        session.cancels.onSent(session.nowNs);
    }

    /** Whether an order was given up because the venue did not take it. */
    boolean wasRefused(final long cloidLow) {
        return refused.contains(cloidLow, 0);
    }

    /** The venue is asked for all open orders. */
    void onListingAsked(final InstrumentState s) {
        onListingAsked(s.bid);
        onListingAsked(s.ask);
        if (s.takerOrder != null) {
            s.takerOrder.onListingAsked();
        }
    }

    /** The venue has listed all open orders: those that were known when it was asked and are not listed are done. */
    void onListed(final InstrumentState s) {
        endSuspect(s, s.bid.replaced());
        endSuspect(s, s.bid.current());
        endSuspect(s, s.ask.replaced());
        endSuspect(s, s.ask.current());
        endSuspect(s, s.takerOrder);
    }

    private void endSuspect(final InstrumentState s, final Order order) {
        if (order != null && order.isSuspect()) {
            finish(s, order);
        }
    }

    private void onTaken(final InstrumentState s, final Order order) {
        final SideQuote quote = s.quote(order.side());
        if (order == quote.current() && quote.replaced() != null) {
            finish(s, quote.replaced());
        }
    }

    private void finish(final InstrumentState s, final Order order) {
        if (order == s.takerOrder) {
            decider.onTakerDone(s);
        } else {
            s.quote(order.side()).onDone(order);
        }
        orders.remove(order);
    }

    private static void onListingAsked(final SideQuote quote) {
        if (quote.current() != null) {
            quote.current().onListingAsked();
        }
        if (quote.replaced() != null) {
            quote.replaced().onListingAsked();
        }
    }
}
