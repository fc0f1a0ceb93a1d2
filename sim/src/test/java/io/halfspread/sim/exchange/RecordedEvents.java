package io.halfspread.sim.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what an exchange tells. */
final class RecordedEvents implements ExchangeListener {
    final Map<Long, Result> results = new LinkedHashMap<>();
    final List<String> updates = new ArrayList<>();
    final List<FillRecord> fills = new ArrayList<>();
    final List<TradeRecord> trades = new ArrayList<>();
    final List<FundingRecord> fundings = new ArrayList<>();
    final List<String> all = new ArrayList<>();

    @Override
    public void onResult(final long ticket, final Result result) {
        results.put(ticket, result);
        all.add(ticket + " " + result);
    }

    @Override
    public void onOrderUpdate(
            final String account, final OrderRecord order, final OrderStatus status, final long timeMs) {
        updates.add(order.oid() + " " + status.text() + " " + order.sz());
        all.add(account + " " + order + " " + status);
    }

    @Override
    public void onFill(final String account, final FillRecord fill) {
        fills.add(fill);
        all.add(account + " " + fill);
    }

    @Override
    public void onTrades(final int asset, final List<TradeRecord> matches) {
        trades.addAll(matches);
        all.add(matches.toString());
    }

    @Override
    public void onFunding(final String account, final FundingRecord funding) {
        fundings.add(funding);
        all.add(account + " " + funding);
    }

    @Override
    public void onBlockEnd(final long timeMs) {
        all.add("end " + timeMs);
    }
}
