package io.halfspread.engine.handler;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.FixedMath;
import io.halfspread.codec.event.AccountSnapshotDecoder;
import io.halfspread.codec.event.ActionResponseDecoder;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.ModifyOrderDecoder;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.event.RiskCode;
import io.halfspread.codec.event.Side;
import io.halfspread.engine.order.Order;
import io.halfspread.engine.order.Orders;
import io.halfspread.engine.position.RecentFills;

/**
 * What the venue, or the fill model, says of our orders and account. Positions change by fills only, each counted once; the
 * first account snapshot sets where they start. Engine thread only.
 */
@HotPath
final class AccountHandler {
    private static final double SCALE = 1e8;
    private static final int FILLS_REMEMBERED = 1 << 16;

    private final SessionState session;
    private final Instruments instruments;
    private final Orders orders;
    private final OutputWriter out;
    private final Decider decider;
    private final RecentFills recentFills = new RecentFills(FILLS_REMEMBERED);
    private long baselineVenueNs = Long.MIN_VALUE;
    private long duplicateFills;

    AccountHandler(
            final SessionState session,
            final Instruments instruments,
            final Orders orders,
            final OutputWriter out,
            final Decider decider) {
        this.session = session;
        this.instruments = instruments;
        this.orders = orders;
        this.out = out;
        this.decider = decider;
    }

    void onFill(final FillDecoder fill) {
        final InstrumentState s = instruments.find(fill.instrument());
        if (!recentFills.add(fill.tid(), fill.oid())) {
            duplicateFills++;
            return;
        }
        if (s == null || fill.snapshot() == Flag.YES && fill.venueNs() <= baselineVenueNs) {
            return;
        }
        final long size = fill.side() == Side.BID ? fill.sz() : -fill.sz();
        final long value = Math.abs(FixedMath.multiply(fill.px(), fill.sz()));
        s.position.onFill(size, fill.px(), feeOf(fill, s, value));
        session.budget.onTraded(value);
        final Order order = find(fill.cloidHigh(), fill.cloidLow());
        if (order != null) {
            order.onFill(fill.sz());
            if (order.remaining() == 0) {
                finish(s, order);
            }
        }
        checkDrawdown();
        decider.decide(s);
    }

    void onOrderUpdate(final OrderUpdateDecoder update) {
        final InstrumentState s = instruments.find(update.instrument());
        final Order order = find(update.cloidHigh(), update.cloidLow());
        final OrderStatus status = update.status();
        if (s == null || order == null) {
            if (s != null && status == OrderStatus.OPEN) {
                out.alert(session, s.index, RiskCode.UNKNOWN_ORDER, update.limitPx() / SCALE, 0);
            }
            return;
        }
        if (status == OrderStatus.OPEN || status == OrderStatus.TRIGGERED) {
            order.onOpen(update.oid(), update.remainingSz());
        } else if (status != OrderStatus.UNKNOWN) {
            if (status == OrderStatus.REJECTED || status == OrderStatus.REJECTED_POST_ONLY) {
                out.alert(session, s.index, RiskCode.ORDER_REJECTED, order.px() / SCALE, 0);
            }
            finish(s, order);
        }
        decider.resume(s);
    }

    void onResponse(final ActionResponseDecoder response) {
        final Order order = find(response.cloidHigh(), response.cloidLow());
        if (order == null) {
            return;
        }
        final InstrumentState s = instruments.find(order.instrument());
        final ResponseKind kind = response.kind();
        if (kind == ResponseKind.RESTING) {
            order.onOpen(response.oid(), order.remaining());
        } else if (kind == ResponseKind.ERROR) {
            onRefused(s, order, response.command());
        }
        decider.resume(s);
    }

    /** Only the first snapshot moves a position; later ones are compared. */
    void onSnapshot(final AccountSnapshotDecoder snapshot) {
        final boolean first = baselineVenueNs == Long.MIN_VALUE;
        final long venueNs = snapshot.venueNs();
        final boolean last = snapshot.last() == Flag.YES;
        final AccountSnapshotDecoder.PositionsDecoder positions = snapshot.positions();
        while (positions.hasNext()) {
            positions.next();
            final InstrumentState s = instruments.find(positions.instrument());
            if (s != null && first) {
                s.position.open(positions.size(), positions.entryPx());
            } else if (s != null && s.position.size() != positions.size()) {
                out.alert(session, s.index, RiskCode.POSITION_MISMATCH, positions.size() / SCALE, s.positionUnits());
            }
        }
        if (last) {
            baselineVenueNs = venueNs;
            for (int i = 0; i < instruments.count(); i++) {
                decider.decide(instruments.get(i));
            }
        }
    }

    /** Reports, once for each action, that an outcome is overdue. */
    void checkOverdue(final InstrumentState s) {
        checkOverdue(s, s.bid.current());
        checkOverdue(s, s.ask.current());
        checkOverdue(s, s.takerOrder);
    }

    void checkDrawdown() {
        if (session.drawdown.isLimited() && session.drawdown.onPnl(pnlUsd())) {
            out.alert(
                    session,
                    InstrumentState.ALL,
                    RiskCode.DRAWDOWN,
                    session.drawdown.lossUsd(),
                    session.drawdown.limitUsd());
        }
    }

    double pnlUsd() {
        double pnlUsd = 0;
        for (int i = 0; i < instruments.count(); i++) {
            pnlUsd += instruments.get(i).pnlUsd();
        }
        return pnlUsd;
    }

    long duplicateFills() {
        return duplicateFills;
    }

    private void checkOverdue(final InstrumentState s, final Order order) {
        if (order != null
                && order.isPending()
                && session.nowNs - order.sentNs() >= s.ackTimeoutNs
                && order.firstAlert()) {
            out.alert(
                    session,
                    s.index,
                    RiskCode.ACK_TIMEOUT,
                    (session.nowNs - order.sentNs()) / 1e9,
                    s.ackTimeoutNs / 1e9);
        }
    }

    private void onRefused(final InstrumentState s, final Order order, final int command) {
        if (command == CancelOrderDecoder.TEMPLATE_ID) {
            order.onActionRefused();
            return;
        }
        out.alert(session, s.index, RiskCode.ORDER_REJECTED, order.px() / SCALE, 0);
        finish(s, order);
        final Order survivor = s.quote(order.side()).current();
        if (survivor != null && command == ModifyOrderDecoder.TEMPLATE_ID) {
            survivor.onActionRefused();
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

    private Order find(final long cloidHigh, final long cloidLow) {
        return cloidHigh == session.sessionId ? orders.find(cloidLow) : null;
    }

    private static long feeOf(final FillDecoder fill, final InstrumentState s, final long value) {
        if (fill.fee() != FillDecoder.feeNullValue()) {
            return fill.fee();
        }
        return FixedMath.multiplyRatio(value, fill.crossed() == Flag.YES ? s.takerFeeRate : s.makerFeeRate);
    }
}
