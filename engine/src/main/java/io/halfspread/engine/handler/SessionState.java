package io.halfspread.engine.handler;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.TradingMode;
import io.halfspread.engine.quote.ParamsInForce;
import io.halfspread.engine.risk.ClockSkew;
import io.halfspread.engine.risk.DailyLoss;
import io.halfspread.engine.risk.Drawdown;
import io.halfspread.engine.risk.OrderRate;
import io.halfspread.engine.risk.RequestBudget;
import io.halfspread.engine.risk.ScheduledCancel;
import io.halfspread.engine.risk.StreamAges;

/** What all instruments of a session share, and the event being handled: the only clock the engine sees. */
@HotPath
final class SessionState {
    private static final int ORDERS_PER_EVENT_BITS = 8;

    final ParamsInForce params = new ParamsInForce();
    final RequestBudget budget = new RequestBudget();
    final OrderRate rate = new OrderRate();
    final OrderRate cancels = new OrderRate();
    final Drawdown drawdown = new Drawdown();
    final DailyLoss dailyLoss = new DailyLoss();
    final ClockSkew skew = new ClockSkew();
    final ScheduledCancel scheduledCancel = new ScheduledCancel();
    boolean cancelsForeign;
    final long[] silenceNs = new long[StreamAges.COUNT];
    long maxOrderUsd = InstrumentState.NONE;
    long maxOrderAgeNs;
    long postOnlyHoldNs;
    long postOnlyUntilNs = Long.MIN_VALUE;
    long sessionId;
    boolean ownOrdersInBook;
    boolean ready;
    TradingMode mode = TradingMode.RUN;
    int policyVersion;
    long sequence;
    long nowNs;
    boolean budgetLow;
    boolean runwayShort;
    private int ordersOfEvent;

    void onEvent(final long eventSequence, final long ingestNs) {
        sequence = eventSequence;
        nowNs = ingestNs;
        ordersOfEvent = 0;
    }

    /** Whether the venue said of late that it takes post-only orders only. */
    boolean isPostOnly() {
        return nowNs < postOnlyUntilNs;
    }

    /** Low half of the next order id: the sequence of the causing event, then a counter within it. */
    long nextCloidLow() {
        return (sequence + 1 << ORDERS_PER_EVENT_BITS) + ordersOfEvent++;
    }
}
