package io.halfspread.engine.order;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.engine.risk.OrderRate;
import io.halfspread.engine.risk.RequestBudget;

/**
 * Compares what a side wants with what works and names the one action worth a request. A price is off when it is further from
 * the wanted one than maxBpsDiff, and than half the offset; the budget's scarcity raises that bar. A size is off by more than
 * a lot. Engine thread only.
 */
@HotPath
public final class QuoteReconciler {
    /** Leave the side as it is. */
    public static final int KEEP = 0;
    /** Place the wanted quote. */
    public static final int PLACE = 1;
    /** Replace the working order by the wanted quote. */
    public static final int MODIFY = 2;
    /** Cancel the working order. */
    public static final int CANCEL = 3;
    /** Leave the side as it is: the venue refused a cancel, and the next one must wait. */
    public static final int HOLD_CANCEL = 4;

    private static final double BPS = 1e4;
    private static final double SCALE = 1e8;

    private final RequestBudget budget;
    private final OrderRate rate;
    private final OrderRate cancels;

    /**
     * Reconciles within a budget and rates.
     *
     * @param budget  the session's request budget
     * @param rate    the session's order rate
     * @param cancels the session's rate of cancels; only a repeated one is held back
     */
    public QuoteReconciler(final RequestBudget budget, final OrderRate rate, final OrderRate cancels) {
        this.budget = budget;
        this.rate = rate;
        this.cancels = cancels;
    }

    /**
     * Names the action for a side; a quote that must wait gets the reason why.
     *
     * @param side       the side
     * @param mid        mid price, USD
     * @param maxBpsDiff configured tolerance, bps
     * @param lot        lot, decimal8
     * @param nowNs      event time
     * @param planned    actions of the same decision before this one
     * @return one of the action constants
     */
    public int plan(
            final SideQuote side,
            final double mid,
            final double maxBpsDiff,
            final long lot,
            final long nowNs,
            final int planned) {
        final Order order = side.current();
        if (!side.isWanted()) {
            return order == null || order.state() == OrderState.PENDING_CANCEL || !budget.mayCancel()
                    ? KEEP
                    : order.wasCancelled() && !cancels.hasRoom(nowNs, planned) ? HOLD_CANCEL : CANCEL;
        }
        if (order == null) {
            return permitted(side, nowNs, planned) ? PLACE : KEEP;
        }
        final double offBps = Math.abs(order.px() - side.wantedPx()) / SCALE / mid * BPS;
        final double halfOffsetBps = side.offsetBps() / 2;
        final double toleranceBps = maxBpsDiff < halfOffsetBps ? maxBpsDiff : halfOffsetBps;
        final boolean tooLarge = order.remaining() - side.wantedSz() > lot;
        final boolean tooSmall = side.wantedSz() - order.remaining() > lot;
        if (offBps <= toleranceBps && !tooLarge && !tooSmall) {
            return KEEP;
        }
        if (side.isPending()) {
            side.reason(QuoteReason.AWAITING_ACK);
            return KEEP;
        }
        final double scarcity = budget.scarcity(nowNs);
        if (!tooLarge && offBps <= toleranceBps * scarcity && !(tooSmall && scarcity == 1)) {
            side.reason(QuoteReason.BUDGET_WAIT);
            return KEEP;
        }
        return permitted(side, nowNs, planned) ? MODIFY : KEEP;
    }

    private boolean permitted(final SideQuote side, final long nowNs, final int planned) {
        if (!rate.hasRoom(nowNs, planned)) {
            side.reason(QuoteReason.ORDER_RATE);
            return false;
        }
        if (!budget.mayPlace(nowNs, planned)) {
            side.reason(QuoteReason.BUDGET_WAIT);
            return false;
        }
        return true;
    }
}
