package io.halfspread.engine.handler;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.CancelReason;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.RiskCode;
import io.halfspread.codec.event.TradingMode;
import io.halfspread.engine.order.Order;
import io.halfspread.engine.order.Orders;
import io.halfspread.engine.order.QuoteReconciler;
import io.halfspread.engine.order.SideQuote;

/** One decision: plan the quotes, write down what was decided and why, then send what is worth a request. Engine thread only. */
@HotPath
final class Decider {
    private final SessionState session;
    private final Orders orders;
    private final OutputWriter out;
    private final QuotePlanner planner;
    private final TakerPlanner taker;
    private final QuoteReconciler reconciler;
    private final LimitWatch watch;

    Decider(final SessionState session, final Orders orders, final OutputWriter out) {
        this.session = session;
        this.orders = orders;
        this.out = out;
        planner = new QuotePlanner(session);
        taker = new TakerPlanner(session, planner);
        reconciler = new QuoteReconciler(session.budget, session.rate, session.cancels);
        watch = new LimitWatch(session, out);
    }

    /** Decides and records the decision. */
    void decide(final InstrumentState s) {
        act(s, true);
    }

    /** Sends what an earlier decision still waits for; the decision is recorded again when something is sent. */
    void resume(final InstrumentState s) {
        act(s, false);
    }

    /** Frees the taker after its order is done. */
    void onTakerDone(final InstrumentState s) {
        taker.onDone(s);
    }

    /** Whether a stream of the instrument has just become too silent; raises its alert. */
    boolean hasFallenSilent(final InstrumentState s) {
        return watch.checkStreams(s);
    }

    /** Reads the book, without our own size where it shows it, into the state vector. */
    void observe(final InstrumentState s) {
        if (session.ownOrdersInBook) {
            showOwnOrders(s);
        }
        QuotePlanner.observe(s);
    }

    private void act(final InstrumentState s, final boolean record) {
        if (session.ownOrdersInBook) {
            observe(s);
        }
        planner.plan(s);
        final boolean takerChanged = taker.accrue(s);
        if (takerChanged) {
            planner.plan(s);
        }
        final int bidAction = reconciler.plan(s.bid, s.mid, s.maxBpsDiff, s.lot, session.nowNs, 0);
        final int before = sends(bidAction) ? 1 : 0;
        final int askAction = reconciler.plan(s.ask, s.mid, s.maxBpsDiff, s.lot, session.nowNs, before);
        final int planned = before + (sends(askAction) ? 1 : 0);
        watch.check(s);
        if (bidAction == QuoteReconciler.HOLD_CANCEL || askAction == QuoteReconciler.HOLD_CANCEL) {
            watch.onCancelHeld(s);
        }
        final boolean takes = taker.isClear(s) && mayTake(planned);
        if (record || takerChanged || planned > 0 || takes) {
            s.countReasons();
            out.decision(session, s);
        }
        send(s, s.bid, bidAction);
        send(s, s.ask, askAction);
        if (takes) {
            sendTaker(s);
        }
        watch.checkBudget();
    }

    private static boolean sends(final int action) {
        return action != QuoteReconciler.KEEP && action != QuoteReconciler.HOLD_CANCEL;
    }

    private void showOwnOrders(final InstrumentState s) {
        final Order bid = s.bid.atVenue();
        final Order ask = s.ask.atVenue();
        s.book.ownOrders(
                bid != null ? bid.px() : SideQuote.NONE,
                bid != null ? bid.remaining() : 0,
                ask != null ? ask.px() : SideQuote.NONE,
                ask != null ? ask.remaining() : 0);
    }

    private void send(final InstrumentState s, final SideQuote quote, final int action) {
        if (action == QuoteReconciler.CANCEL) {
            cancel(quote);
        } else if (action == QuoteReconciler.PLACE) {
            final Order order = track(s, quote);
            if (order != null) {
                out.place(session, order, reduceOnly(s));
                quote.onPlaced(order);
            }
        } else if (action == QuoteReconciler.MODIFY) {
            final Order successor = track(s, quote);
            if (successor != null) {
                out.modify(session, successor, quote.current(), reduceOnly(s));
                quote.onModified(successor, session.nowNs);
            }
        }
    }

    private void cancel(final SideQuote quote) {
        out.cancel(session, quote.current(), cancelReason(quote.reason()));
        quote.current().onCancelSent(session.nowNs);
        session.budget.onCancel(session.nowNs);
        session.rate.onSent(session.nowNs);
        session.cancels.onSent(session.nowNs);
    }

    private Order track(final InstrumentState s, final SideQuote quote) {
        return track(s, quote, false, quote.wantedPx(), quote.wantedSz());
    }

    private Order track(
            final InstrumentState s, final SideQuote quote, final boolean isTaker, final long px, final long size) {
        final Order order = orders.add(session.nextCloidLow(), s.index, quote.side(), isTaker, px, size, session.nowNs);
        if (order == null) {
            out.alert(session, s.index, RiskCode.ORDER_TABLE_FULL, orders.live(), orders.live());
        } else {
            session.budget.onPlace(session.nowNs);
            session.rate.onSent(session.nowNs);
        }
        return order;
    }

    private void sendTaker(final InstrumentState s) {
        final long px = taker.limitPx(s);
        if (px == SideQuote.NONE || QuotePlanner.outsideCollar(s, s.takerDue, px)) {
            if (px != SideQuote.NONE) {
                watch.onTakerOutsideCollar(s);
            }
            return;
        }
        final Order order = track(s, s.quote(s.takerDue), true, px, taker.dueSize(s));
        if (order != null) {
            out.place(session, order, true);
            taker.onSent(s, order);
        }
    }

    private boolean mayTake(final int planned) {
        return session.rate.hasRoom(session.nowNs, planned) && session.budget.mayPlace(session.nowNs, planned);
    }

    private boolean reduceOnly(final InstrumentState s) {
        return session.mode == TradingMode.REDUCE || s.mode == TradingMode.REDUCE;
    }

    private static CancelReason cancelReason(final QuoteReason reason) {
        if (reason == QuoteReason.TAKER_ACTIVE) {
            return CancelReason.TAKER;
        }
        if (reason == QuoteReason.MODE_PAUSE || reason == QuoteReason.MODE_KILL || reason == QuoteReason.MODE_REDUCE) {
            return CancelReason.MODE;
        }
        if (reason == QuoteReason.DRAWDOWN
                || reason == QuoteReason.DAILY_LOSS
                || reason == QuoteReason.STALE_STREAM
                || reason == QuoteReason.CLOCK_SKEW
                || reason == QuoteReason.ORDER_SIZE
                || reason == QuoteReason.ORDER_AGE
                || reason == QuoteReason.STALE_DATA
                || reason == QuoteReason.CROSSED_BOOK
                || reason == QuoteReason.NOTIONAL_LIMIT
                || reason == QuoteReason.POSITION_LIMIT
                || reason == QuoteReason.PRICE_COLLAR) {
            return CancelReason.RISK;
        }
        return CancelReason.NOT_QUOTED;
    }
}
