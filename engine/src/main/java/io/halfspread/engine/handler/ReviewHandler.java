package io.halfspread.engine.handler;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.AccountReviewDecoder;
import io.halfspread.codec.event.PositionAdjustmentDecoder;
import io.halfspread.codec.event.RiskCode;
import io.halfspread.engine.position.FillLog;
import io.halfspread.engine.position.RecentIds;

/**
 * What the account did that no fill tells. A position is taken over as the venue states it, once for the same facts; a fill of before
 * that time that comes later changes the price of what was taken over, not the position. Cash and fees are compared and
 * reported, since what moves them beside trading, a deposit, is not the session's. Engine thread only.
 */
@HotPath
final class ReviewHandler {
    private static final double SCALE = 1e8;
    private static final int REMEMBERED = 1 << 8;

    /** Differences up to a cent are rounding. */
    private static final long TOLERANCE = 1_000_000;

    private final SessionState session;
    private final Instruments instruments;
    private final OutputWriter out;
    private final FillLog fills;
    private final RecentIds adopted = new RecentIds(REMEMBERED);
    private boolean opened;
    private long firstCash;
    private long firstLedger;
    private long cashGap;
    private long feesGap;

    ReviewHandler(
            final SessionState session, final Instruments instruments, final OutputWriter out, final FillLog fills) {
        this.session = session;
        this.instruments = instruments;
        this.out = out;
        this.fills = fills;
    }

    /** A fill was counted: one that an adjustment had in it already moves no position. */
    static void onFill(final InstrumentState s, final long venueNs, final long signedSize) {
        if (s.adjustedNs != InstrumentState.NONE && venueNs <= s.adjustedNs) {
            s.position.adjust(-signedSize, s.adjustedPx);
        }
    }

    /** Takes a position over; false when it was before, or nothing differs. */
    @ColdPath("when the account moves without a fill")
    boolean adopt(final InstrumentState s, final PositionAdjustmentDecoder fact) {
        final long venueNs = fact.venueNs();
        if (!adopted.add(fact.adjustmentId(), s.index) || !fills.covers(venueNs)) {
            return false;
        }
        final long ours = s.position.size() - fills.sizeAfter(s.index, venueNs);
        final long px = fact.px() == PositionAdjustmentDecoder.pxNullValue() ? (long) (s.mid * SCALE) : fact.px();
        if (fact.size() == ours) {
            return false;
        }
        out.alert(session, s.index, RiskCode.POSITION_ADJUSTED, fact.size() / SCALE, ours / SCALE);
        s.position.adjust(fact.size() - ours, px);
        s.adjustedNs = venueNs;
        s.adjustedPx = px;
        return true;
    }

    /** Compares; a difference is reported when it begins or changes. */
    @ColdPath("once a review")
    void onReview(final AccountReviewDecoder review) {
        final long venueNs = review.venueNs();
        if (!fills.covers(venueNs) || isAhead(venueNs)) {
            return;
        }
        final long cash = review.cashUsd();
        if (cash != AccountReviewDecoder.cashUsdNullValue()) {
            compareCash(cash, ledger() - fills.ledgerAfter(venueNs));
        }
        final long theirs = review.feesUsd();
        if (theirs != AccountReviewDecoder.feesUsdNullValue()) {
            final long ours = fees() - fills.feesAfter(venueNs);
            if (Math.abs(theirs - ours - feesGap) > TOLERANCE) {
                feesGap = theirs - ours;
                out.alert(session, InstrumentState.ALL, RiskCode.FEES_MISMATCH, theirs / SCALE, ours / SCALE);
            }
        }
    }

    private void compareCash(final long cash, final long ledger) {
        if (!opened) {
            opened = true;
            firstCash = cash;
            firstLedger = ledger;
            return;
        }
        final long theirs = cash - firstCash;
        final long ours = ledger - firstLedger;
        if (Math.abs(theirs - ours - cashGap) > TOLERANCE) {
            cashGap = theirs - ours;
            out.alert(session, InstrumentState.ALL, RiskCode.CASH_MISMATCH, theirs / SCALE, ours / SCALE);
        }
    }

    /** Whether funding later than a time was counted: then the sums are of different times, and the next review tells. */
    private boolean isAhead(final long venueNs) {
        for (int i = 0; i < instruments.count(); i++) {
            if (instruments.get(i).lastFundingNs > venueNs) {
                return true;
            }
        }
        return false;
    }

    private long ledger() {
        long sum = 0;
        for (int i = 0; i < instruments.count(); i++) {
            sum += instruments.get(i).position.ledger();
        }
        return sum;
    }

    private long fees() {
        long sum = 0;
        for (int i = 0; i < instruments.count(); i++) {
            sum += instruments.get(i).position.fees();
        }
        return sum;
    }
}
