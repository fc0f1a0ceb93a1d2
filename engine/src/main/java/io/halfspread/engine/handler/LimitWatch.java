package io.halfspread.engine.handler;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.RiskCode;
import io.halfspread.codec.event.Side;
import io.halfspread.engine.order.SideQuote;
import io.halfspread.engine.risk.StreamAges;

/**
 * Raises an alert when a limit begins to be reached; what goes on is not repeated, and what flickers at most once a second.
 * Engine thread only.
 */
@HotPath
final class LimitWatch {
    static final int NOTHING = 0;
    private static final int COLLAR = 1;
    private static final int SIZE = 2;
    private static final int RATE = 3;
    private static final int AGE = 4;
    private static final double SCALE = 1e8;
    private static final double SECOND_NS = 1e9;
    private static final long QUIET_NS = 1_000_000_000L;

    private final SessionState session;
    private final OutputWriter out;

    LimitWatch(final SessionState session, final OutputWriter out) {
        this.session = session;
        this.out = out;
    }

    /** Looks at what was planned for an instrument. */
    void check(final InstrumentState s) {
        final boolean crossed = s.book.isCrossed();
        if (crossed && !s.crossed) {
            out.alert(session, s.index, RiskCode.CROSSED_BOOK, s.book.bestBid() / SCALE, s.book.bestAsk() / SCALE);
        }
        s.crossed = crossed;
        final boolean overLimit = s.maxPosition > 0 && !s.sizesInUsd && Math.abs(s.position.size()) > s.maxPosition;
        if (overLimit && !s.overLimit) {
            out.alert(session, s.index, RiskCode.POSITION_LIMIT, s.positionUnits(), s.maxPosition / SCALE);
        }
        s.overLimit = overLimit;
        final double notional = Math.abs(s.positionUnits()) * s.mid;
        final boolean overNotional = s.maxNotional != InstrumentState.NONE && notional > s.maxNotional / SCALE;
        if (overNotional && !s.overNotional) {
            out.alert(session, s.index, RiskCode.NOTIONAL_LIMIT, notional, s.maxNotional / SCALE);
        }
        s.overNotional = overNotional;
        s.bidAlert = check(s, s.bid, s.bidAlert);
        s.askAlert = check(s, s.ask, s.askAlert);
    }

    /** A cancel that the venue refused waits before it is sent again. */
    void onCancelHeld(final InstrumentState s) {
        if (isDue(s, NOTHING)) {
            out.alert(session, s.index, RiskCode.CANCEL_RATE, session.cancels.limit(), session.cancels.limit());
        }
    }

    /** A taker's worst price is outside the collar: it is not sent. */
    void onTakerOutsideCollar(final InstrumentState s) {
        if (isDue(s, COLLAR)) {
            final double observed = s.takerDue == Side.BID ? s.bidBreach : s.askBreach;
            out.alert(session, s.index, RiskCode.PRICE_COLLAR, observed, s.priceCollarBps);
        }
    }

    /** Looks at what the requests are used up by. */
    void checkBudget() {
        final boolean low = session.budget.isLow();
        if (low && !session.budgetLow) {
            out.alert(
                    session, InstrumentState.ALL, RiskCode.BUDGET_LOW, session.budget.left(), session.budget.reserve());
        }
        session.budgetLow = low;
        final boolean runwayShort = session.budget.isRunwayShort(session.nowNs);
        if (runwayShort && !session.runwayShort) {
            out.alert(
                    session,
                    InstrumentState.ALL,
                    RiskCode.BUDGET_RUNWAY,
                    session.budget.runwayHours(session.nowNs),
                    session.budget.minRunwayHours());
        }
        session.runwayShort = runwayShort;
    }

    /** Looks at the silence of an instrument's streams; true when one has become too long. */
    boolean checkStreams(final InstrumentState s) {
        final int stream = s.streams.fallenSilent(session.silenceNs, session.nowNs);
        if (stream == StreamAges.NONE) {
            return false;
        }
        out.alert(
                session,
                s.index,
                codeOf(stream),
                s.streams.ageNs(stream, session.nowNs) / SECOND_NS,
                session.silenceNs[stream] / SECOND_NS);
        return true;
    }

    private int check(final InstrumentState s, final SideQuote quote, final int before) {
        final int kind = kindOf(quote.reason());
        if (kind == NOTHING || kind == before || !isDue(s, kind)) {
            return kind;
        }
        final double observed = quote.side() == Side.BID ? s.bidBreach : s.askBreach;
        switch (kind) {
            case COLLAR:
                out.alert(session, s.index, RiskCode.PRICE_COLLAR, observed, s.priceCollarBps);
                break;
            case SIZE:
                out.alert(session, s.index, RiskCode.ORDER_SIZE, observed, session.maxOrderUsd / SCALE);
                break;
            case RATE:
                out.alert(session, s.index, RiskCode.ORDER_RATE, session.rate.limit(), session.rate.limit());
                break;
            default:
                out.alert(session, s.index, RiskCode.ORDER_AGE, observed, session.maxOrderAgeNs / SECOND_NS);
                break;
        }
        return kind;
    }

    private boolean isDue(final InstrumentState s, final int kind) {
        final long lastNs = s.alertedNs[kind];
        if (lastNs != InstrumentState.NONE && session.nowNs - lastNs < QUIET_NS) {
            return false;
        }
        s.alertedNs[kind] = session.nowNs;
        return true;
    }

    private static int kindOf(final QuoteReason reason) {
        switch (reason) {
            case PRICE_COLLAR:
                return COLLAR;
            case ORDER_SIZE:
                return SIZE;
            case ORDER_RATE:
                return RATE;
            case ORDER_AGE:
                return AGE;
            default:
                return NOTHING;
        }
    }

    private static RiskCode codeOf(final int stream) {
        switch (stream) {
            case StreamAges.BBO:
                return RiskCode.STALE_BBO;
            case StreamAges.FAST_BOOK:
                return RiskCode.STALE_FAST_BOOK;
            case StreamAges.DEEP_BOOK:
                return RiskCode.STALE_DEEP_BOOK;
            default:
                return RiskCode.STALE_CONTEXT;
        }
    }
}
