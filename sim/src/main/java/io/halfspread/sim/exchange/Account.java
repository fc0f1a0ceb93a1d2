package io.halfspread.sim.exchange;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One account: its ledger, positions, orders and requests. A participant keeps no history. Of an account's history as much
 * is kept as the venue lets anybody reach: open orders, the newest that have ended, the newest fills.
 */
final class Account {
    /** Funding payments that can be asked for: more than a year of one position. */
    static final int MOST_FUNDINGS = 10_000;

    private final String address;
    private final boolean participant;
    private final Holding[] holdings;
    final Map<Long, RestingOrder> open = new LinkedHashMap<>();
    final Map<Long, OrderState> history = new LinkedHashMap<>();
    final Newest<FillRecord> fills;
    final Newest<FundingRecord> fundings = new Newest<>(MOST_FUNDINGS);
    private final Newest<Long> ended;
    final Map<Long, Long> takerTickets = new HashMap<>();
    private final Map<String, Long> firstByCloid = new HashMap<>();
    private final Map<String, RestingOrder> openByCloid = new HashMap<>();
    long rawUsd;
    long takerVolume;
    long makerVolume;
    long requests;
    long lastGraceMs = Long.MIN_VALUE;
    long scheduledMs = Action.ScheduleCancel.NEVER;
    private long triggerDay;
    private int triggers;

    Account(final String address, final boolean participant, final ExchangeConfig config) {
        this.address = address;
        this.participant = participant;
        fills = new Newest<>(config.limits().fills());
        ended = new Newest<>(config.limits().endedOrders());
        final List<InstrumentConfig> instruments = config.instruments();
        holdings = new Holding[instruments.size()];
        for (int i = 0; i < holdings.length; i++) {
            holdings[i] = new Holding(Math.min(20, instruments.get(i).maxLeverage()));
        }
    }

    String address() {
        return address;
    }

    boolean isParticipant() {
        return participant;
    }

    Holding holding(final int asset) {
        return holdings[asset];
    }

    long volume() {
        return takerVolume + makerVolume;
    }

    void opened(final RestingOrder order) {
        open.put(order.oid, order);
        if (order.cloid != null) {
            openByCloid.put(order.cloid, order);
        }
    }

    void closed(final RestingOrder order) {
        open.remove(order.oid);
        if (order.cloid != null) {
            openByCloid.remove(order.cloid, order);
        }
    }

    void remember(final RestingOrder order, final OrderStatus status, final long timeMs) {
        if (!participant) {
            final OrderState before = history.put(order.oid, new OrderState(order.record(), status, timeMs));
            if (order.cloid != null) {
                firstByCloid.putIfAbsent(order.cloid, order.oid);
            }
            if (status != OrderStatus.OPEN && (before == null || before.status() == OrderStatus.OPEN)) {
                forget(ended.add(order.oid));
            }
        }
    }

    void filled(final FillRecord fill, final long takerTicket) {
        takerTickets.put(fill.tid(), takerTicket);
        final FillRecord forgotten = fills.add(fill);
        if (forgotten != null) {
            takerTickets.remove(forgotten.tid());
        }
    }

    private void forget(final Long oid) {
        if (oid != null) {
            final OrderState state = history.remove(oid);
            if (state.order().cloid() != null) {
                firstByCloid.remove(state.order().cloid(), oid);
            }
        }
    }

    RestingOrder openByCloid(final String cloid) {
        return openByCloid.get(cloid);
    }

    OrderState firstByCloid(final String cloid) {
        final Long oid = firstByCloid.get(cloid);
        return oid == null ? null : history.get(oid);
    }

    /** Counts a trigger of the dead man's switch; how many that day had before. */
    int countTrigger(final long day) {
        if (day != triggerDay) {
            triggerDay = day;
            triggers = 0;
        }
        return triggers++;
    }

    int triggersOf(final long day) {
        return day == triggerDay ? triggers : 0;
    }
}
