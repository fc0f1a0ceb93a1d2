package io.halfspread.engine.handler;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.TradingMode;
import io.halfspread.engine.quote.ParamsInForce;
import io.halfspread.engine.risk.Drawdown;
import io.halfspread.engine.risk.OrderRate;
import io.halfspread.engine.risk.RequestBudget;

/** What all instruments of a session share, and the event being handled: the only clock the engine sees. */
@HotPath
final class SessionState {
    private static final int ORDERS_PER_EVENT_BITS = 8;

    final ParamsInForce params = new ParamsInForce();
    final RequestBudget budget = new RequestBudget();
    final OrderRate rate = new OrderRate();
    final Drawdown drawdown = new Drawdown();
    long sessionId;
    boolean ownOrdersInBook;
    boolean ready;
    TradingMode mode = TradingMode.RUN;
    int policyVersion;
    long sequence;
    long nowNs;
    boolean budgetLow;
    private int ordersOfEvent;

    void onEvent(final long eventSequence, final long ingestNs) {
        sequence = eventSequence;
        nowNs = ingestNs;
        ordersOfEvent = 0;
    }

    /** Low half of the next order id: the sequence of the causing event, then a counter within it. */
    long nextCloidLow() {
        return (sequence + 1 << ORDERS_PER_EVENT_BITS) + ordersOfEvent++;
    }
}
