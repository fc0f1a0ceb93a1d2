package io.halfspread.engine.handler;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.FixedMath;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.Side;
import io.halfspread.engine.order.Order;
import io.halfspread.engine.tuning.TuningParamIds;

/**
 * Urgent inventory reduction: the taker rate accrues with event time and is sent as a reduce-only IOC once it reaches a lot
 * and the minimum notional, never for more than the excess over the threshold (the position, where a
 * policy table asks for it); our quote it could hit is pulled first.
 * Engine thread only.
 */
@HotPath
final class TakerPlanner {
    private static final double BPS = 1e4;
    private static final double SECOND_NS = 1e9;
    private static final double LONGEST_STEP_S = 1;
    private static final double SCALE = 1e8;

    private final SessionState session;
    private final QuotePlanner planner;

    TakerPlanner(final SessionState session, final QuotePlanner planner) {
        this.session = session;
        this.planner = planner;
    }

    /**
     * Accrues up to now and decides whether a taker order is due.
     *
     * @return true when due-ness changed, so that the quotes must be planned again
     */
    boolean accrue(final InstrumentState s) {
        final Side before = s.takerDue;
        final long sinceNs = s.takerAccruedToNs;
        s.takerAccruedToNs = session.nowNs;
        if (s.takerOrder != null) {
            return false;
        }
        final double rate = Math.max(s.control.takerBuyRate(), s.control.takerSellRate());
        if (!s.takerEnabled || rate == 0 || session.isPostOnly() || planner.obstacle(s) != QuoteReason.QUOTED) {
            s.takerAccrued = 0;
            s.takerDue = null;
            return before != null;
        }
        final double stepSeconds =
                sinceNs == InstrumentState.NONE ? 0 : Math.min(LONGEST_STEP_S, (session.nowNs - sinceNs) / SECOND_NS);
        s.takerAccrued += Math.min(rate, s.takerMaxRate) * s.orderSize * stepSeconds;
        s.takerDue = dueSize(s) > 0 ? s.control.takerSellRate() > 0 ? Side.ASK : Side.BID : null;
        return before != s.takerDue;
    }

    /** Whether the due order can be sent: nothing of ours rests on the side it will hit. */
    boolean isClear(final InstrumentState s) {
        return s.takerDue != null
                && s.takerOrder == null
                && !s.quote(s.takerDue == Side.BID ? Side.ASK : Side.BID).hasLiveOrder()
                && dueSize(s) > 0;
    }

    /** Size due now in whole lots, 0 when too small to send. */
    long dueSize(final InstrumentState s) {
        final double kept =
                s.takerFromPolicy ? 0 : session.params.value(TuningParamIds.URGENCY_THRESHOLD) * s.maxPosition;
        final double excess = Math.abs(s.position.size()) - kept;
        final double wanted = Math.min(s.takerAccrued, excess);
        final long size = s.floorToLot((long) Math.min(wanted, largest(s)));
        return size > 0 && FixedMath.multiply((long) (s.mid * SCALE), size) >= s.minNotional ? size : 0;
    }

    /** Size whose value at the worst price is at the limit of an order. */
    private double largest(final InstrumentState s) {
        return session.maxOrderUsd == InstrumentState.NONE
                ? Double.POSITIVE_INFINITY
                : session.maxOrderUsd / (s.mid * (1 + s.takerSlippageBps / BPS));
    }

    /** Worst price the order may trade at, on the grid. */
    long limitPx(final InstrumentState s) {
        return s.takerDue == Side.BID
                ? s.grid.floor(s.book.bestAsk() / SCALE * (1 + s.takerSlippageBps / BPS))
                : s.grid.ceil(s.book.bestBid() / SCALE * (1 - s.takerSlippageBps / BPS));
    }

    void onSent(final InstrumentState s, final Order order) {
        s.takerOrder = order;
        s.takerAccrued -= order.remaining();
    }

    void onDone(final InstrumentState s) {
        s.takerOrder = null;
        s.takerDue = null;
    }
}
