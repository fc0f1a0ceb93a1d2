package io.halfspread.engine.handler;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.FixedMath;
import io.halfspread.codec.event.AccountReviewDecoder;
import io.halfspread.codec.event.AccountSnapshotDecoder;
import io.halfspread.codec.event.ActionResponseDecoder;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.FundingPaymentDecoder;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.PositionAdjustmentDecoder;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.event.RiskCode;
import io.halfspread.codec.event.Side;
import io.halfspread.engine.order.Order;
import io.halfspread.engine.order.Orders;
import io.halfspread.engine.position.FillLog;
import io.halfspread.engine.position.RecentIds;

/**
 * What the venue, or the fill model, says of our orders and account. Positions change by fills only, each counted once.
 * Engine thread only.
 */
@HotPath
final class AccountHandler {
    private static final double SCALE = 1e8;
    private static final int FILLS_REMEMBERED = 1 << 16;
    private static final int FILLS_LOGGED = 1 << 10;

    private final SessionState session;
    private final Instruments instruments;
    private final OutputWriter out;
    private final Decider decider;
    private final OrderKeeper keeper;
    private final SnapshotHandler snapshots;
    private final ReviewHandler reviews;
    private final RecentIds recentFills = new RecentIds(FILLS_REMEMBERED);
    private long duplicateFills;

    AccountHandler(
            final SessionState session,
            final Instruments instruments,
            final Orders orders,
            final OutputWriter out,
            final Decider decider) {
        this.session = session;
        this.instruments = instruments;
        this.out = out;
        this.decider = decider;
        keeper = new OrderKeeper(session, orders, out, decider);
        final FillLog fills = new FillLog(FILLS_LOGGED);
        snapshots = new SnapshotHandler(session, instruments, keeper, out, decider, fills);
        reviews = new ReviewHandler(session, instruments, out, fills);
    }

    void onFill(final FillDecoder fill) {
        final InstrumentState s = instruments.find(fill.instrument());
        if (!recentFills.add(fill.tid(), fill.oid())) {
            duplicateFills++;
            return;
        }
        if (s == null || !snapshots.counts(fill.venueNs(), fill.snapshot() == Flag.YES)) {
            return;
        }
        final long size = fill.side() == Side.BID ? fill.sz() : -fill.sz();
        final long value = Math.abs(FixedMath.multiply(fill.px(), fill.sz()));
        final long fee = feeOf(fill, s, value);
        s.position.onFill(size, fill.px(), fee);
        ReviewHandler.onFill(s, fill.venueNs(), size);
        snapshots.onCounted(s.index, fill.venueNs(), size, fill.px(), fee);
        session.budget.onTraded(session.nowNs, value);
        final Order order = keeper.find(fill.cloidHigh(), fill.cloidLow());
        if (order != null) {
            onExecuted(s, order, fill);
        }
        checkLosses();
        decider.decide(s);
    }

    /** Counted once by instrument and time, and only when it is later than the baseline. */
    void onFunding(final FundingPaymentDecoder funding) {
        final InstrumentState s = instruments.find(funding.instrument());
        if (s != null && snapshots.counts(funding.venueNs(), false) && s.isNewFunding(funding.venueNs())) {
            s.position.onFunding(funding.usd());
            checkLosses();
            decider.decide(s);
        }
    }

    void onOrderUpdate(final OrderUpdateDecoder update) {
        final InstrumentState s = instruments.find(update.instrument());
        final Order order = keeper.find(update.cloidHigh(), update.cloidLow());
        final OrderStatus status = update.status();
        if (s == null || order == null) {
            if (s != null && status == OrderStatus.OPEN) {
                snapshots.onUnknownOpen(
                        s, update.cloidHigh(), update.cloidLow(), update.oid(), update.limitPx(), update.side());
            }
            return;
        }
        if (status == OrderStatus.OPEN || status == OrderStatus.TRIGGERED) {
            keeper.onOpen(s, order, update.oid(), update.remainingSz());
        } else if (status == OrderStatus.REJECTED || status == OrderStatus.REJECTED_POST_ONLY) {
            out.alert(session, s.index, RiskCode.ORDER_REJECTED, order.px() / SCALE, 0);
            keeper.onRefused(s, order);
        } else if (status != OrderStatus.UNKNOWN) {
            keeper.onEnded(s, order);
        }
        decider.resume(s);
    }

    void onResponse(final ActionResponseDecoder response) {
        final Order order = keeper.find(response.cloidHigh(), response.cloidLow());
        if (order == null) {
            return;
        }
        final InstrumentState s = instruments.find(order.instrument());
        final ResponseKind kind = response.kind();
        if (kind == ResponseKind.RESTING) {
            keeper.onOpen(s, order, response.oid(), order.remaining());
        } else if (kind == ResponseKind.FILLED) {
            onFilledReply(s, order, response);
        } else if (kind == ResponseKind.SUCCESS && response.command() == CancelOrderDecoder.TEMPLATE_ID) {
            keeper.onEnded(s, order);
        } else if (kind == ResponseKind.ERROR) {
            if (order.isTaker()) {
                checkRestriction(s, response);
            }
            onRefused(s, order, response.command());
        }
        decider.resume(s);
    }

    void onSnapshot(final AccountSnapshotDecoder snapshot) {
        snapshots.onSnapshot(snapshot);
    }

    @ColdPath("once a review")
    void onReview(final AccountReviewDecoder review) {
        if (snapshots.hasBaseline()) {
            reviews.onReview(review);
        }
    }

    @ColdPath("when the account moves without a fill")
    void onAdjustment(final PositionAdjustmentDecoder adjustment) {
        final InstrumentState s = instruments.find(adjustment.instrument());
        if (s != null && snapshots.hasBaseline() && reviews.adopt(s, adjustment)) {
            checkLosses();
            decider.decide(s);
        }
    }

    void onResyncing() {
        snapshots.onResyncing();
    }

    /** Reports, once for each action, that an outcome is overdue. */
    void checkOverdue(final InstrumentState s) {
        checkOverdue(s, s.bid.current());
        checkOverdue(s, s.ask.current());
        checkOverdue(s, s.takerOrder);
    }

    void checkLosses() {
        if (session.dailyLoss.isLimited() && session.dailyLoss.onPnl(session.nowNs, pnlUsd())) {
            out.alert(
                    session,
                    InstrumentState.ALL,
                    RiskCode.DAILY_LOSS,
                    session.dailyLoss.lossUsd(),
                    session.dailyLoss.limitUsd());
        }
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
            pnlUsd += instruments.get(i).riskPnlUsd();
        }
        return pnlUsd;
    }

    long duplicateFills() {
        return duplicateFills;
    }

    /** The venue's word that it takes no takers holds them back for a while; each refusal renews it. */
    private void checkRestriction(final InstrumentState s, final ActionResponseDecoder response) {
        final int length = response.textLength();
        final int text = response.limit() + ActionResponseDecoder.textHeaderLength();
        if (session.postOnlyHoldNs > 0 && VenueRestriction.isPostOnly(response.buffer(), text, length)) {
            if (!session.isPostOnly()) {
                final double holdSeconds = session.postOnlyHoldNs / 1e9;
                out.alert(session, s.index, RiskCode.VENUE_POST_ONLY, holdSeconds, holdSeconds);
            }
            session.postOnlyUntilNs = session.nowNs + session.postOnlyHoldNs;
        }
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

    /** A fill proves that the venue has the order, even when nothing else ever tells. */
    private void onExecuted(final InstrumentState s, final Order order, final FillDecoder fill) {
        order.onFill(fill.sz());
        if (order.remaining() == 0) {
            keeper.onEnded(s, order);
        } else if (!order.isTaker()) {
            keeper.onOpen(s, order, fill.oid(), order.remaining());
        }
    }

    /** What was executed counts by its fills; what an IOC did not get is gone. */
    private void onFilledReply(final InstrumentState s, final Order order, final ActionResponseDecoder response) {
        if (order.isTaker() && response.totalSz() != ActionResponseDecoder.totalSzNullValue()) {
            order.onExecuted(response.totalSz());
        }
        if (order.remaining() == 0) {
            keeper.onEnded(s, order);
        } else {
            keeper.onOpen(s, order, response.oid(), order.remaining());
        }
    }

    private void onRefused(final InstrumentState s, final Order order, final int command) {
        if (command == CancelOrderDecoder.TEMPLATE_ID) {
            order.onActionRefused();
            return;
        }
        out.alert(session, s.index, RiskCode.ORDER_REJECTED, order.px() / SCALE, 0);
        keeper.onRefused(s, order);
    }

    private static long feeOf(final FillDecoder fill, final InstrumentState s, final long value) {
        if (fill.fee() != FillDecoder.feeNullValue()) {
            return fill.fee();
        }
        return FixedMath.multiplyRatio(value, fill.crossed() == Flag.YES ? s.takerFeeRate : s.makerFeeRate);
    }
}
