package io.halfspread.sim.exchange;

import java.util.ArrayList;
import java.util.List;

/** What a block did, kept until its end and then told in the stated order. */
final class BlockEvents {
    private final ExchangeListener listener;
    private final List<Runnable> results = new ArrayList<>();
    private final List<Runnable> updates = new ArrayList<>();
    private final List<Runnable> fills = new ArrayList<>();
    private final List<List<TradeRecord>> trades = new ArrayList<>();
    private final List<Runnable> fundings = new ArrayList<>();

    BlockEvents(final ExchangeListener listener, final int assets) {
        this.listener = listener;
        for (int i = 0; i < assets; i++) {
            trades.add(new ArrayList<>());
        }
    }

    void result(final long ticket, final Result result) {
        results.add(() -> listener.onResult(ticket, result));
    }

    void update(final RestingOrder order, final OrderStatus status, final long timeMs) {
        order.account.remember(order, status, timeMs);
        if (!order.account.isParticipant()) {
            final OrderRecord record = order.record();
            updates.add(() -> listener.onOrderUpdate(order.account.address(), record, status, timeMs));
        }
    }

    void fill(final Account account, final FillRecord fill, final long takerTicket) {
        if (!account.isParticipant()) {
            account.filled(fill, takerTicket);
            fills.add(() -> listener.onFill(account.address(), fill));
        }
    }

    void trade(final TradeRecord trade) {
        trades.get(trade.asset()).add(trade);
    }

    void funding(final Account account, final FundingRecord funding) {
        account.fundings.add(funding);
        fundings.add(() -> listener.onFunding(account.address(), funding));
    }

    void tell(final long timeMs) {
        tell(results);
        tell(updates);
        tell(fills);
        for (int asset = 0; asset < trades.size(); asset++) {
            if (!trades.get(asset).isEmpty()) {
                listener.onTrades(asset, List.copyOf(trades.get(asset)));
                trades.get(asset).clear();
            }
        }
        tell(fundings);
        listener.onBlockEnd(timeMs);
    }

    private static void tell(final List<Runnable> events) {
        final List<Runnable> due = List.copyOf(events);
        events.clear();
        due.forEach(Runnable::run);
    }
}
