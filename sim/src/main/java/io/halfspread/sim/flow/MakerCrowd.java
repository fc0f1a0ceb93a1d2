package io.halfspread.sim.flow;

import io.halfspread.sim.Draws;
import io.halfspread.sim.FairPrice;
import io.halfspread.sim.LotSize;
import io.halfspread.sim.PriceGrid;
import io.halfspread.sim.exchange.Action;
import io.halfspread.sim.exchange.Exchange;
import io.halfspread.sim.exchange.OrderRecord;
import io.halfspread.sim.exchange.OrderRequest;
import io.halfspread.sim.exchange.Tif;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makers with post-only orders on some twenty prices a side. In each block they pull what the value has passed, join,
 * leave, and fill the depth up again behind the worst price.
 */
final class MakerCrowd {
    private static final int ACCOUNTS = 8;
    private static final int DEPTH = 20;
    private static final int MOST_LEVELS = 32;
    private static final int TOP_LEVELS = 4;
    private static final int MOST_ORDERS_A_LEVEL = 6;
    private static final double CALM_HALF_SPREAD_BPS = 0.25;
    private static final double BURST_HALF_SPREAD_BPS = 1.2;
    private static final double ACTIVE_CHANCE = 0.55;
    private static final double JOIN_CHANCE = 0.35;
    private static final double GAP_CHANCE = 0.15;
    private static final double CHURN_DECAY = 0.3;
    private static final int REACH_STEPS = 60;
    private static final double MEDIAN_ORDER_USD = 2_500.0;
    private static final double ORDER_SIGMA = 1.1;
    private static final double BPS = 1e-4;

    private final Exchange exchange;
    private final int asset;
    private final PriceGrid grid;
    private final LotSize lotSize;
    private final Draws draws;
    private final Participants accounts;
    private final Map<String, List<OrderRequest>> orders = new HashMap<>();
    private final Map<String, List<Action.OidCancel>> cancels = new HashMap<>();

    MakerCrowd(
            final Exchange exchange, final int asset, final PriceGrid grid, final LotSize lotSize, final Draws draws) {
        this.exchange = exchange;
        this.asset = asset;
        this.grid = grid;
        this.lotSize = lotSize;
        this.draws = draws;
        accounts = new Participants(exchange, ACCOUNTS, draws.split());
    }

    void act(final FairPrice fair) {
        final TreeMap<Long, List<OrderRecord>> bids = new TreeMap<>();
        final TreeMap<Long, List<OrderRecord>> asks = new TreeMap<>();
        for (final String account : accounts.all()) {
            for (final OrderRecord order : exchange.openOrders(account)) {
                if (order.asset() == asset) {
                    (order.buy() ? bids : asks)
                            .computeIfAbsent(order.limitPx(), px -> new ArrayList<>())
                            .add(order);
                }
            }
        }
        final double half = BPS * (fair.burst() ? BURST_HALF_SPREAD_BPS : CALM_HALF_SPREAD_BPS);
        final long topBid = grid.floor((long) (fair.value() * (1.0 - half)));
        final long topAsk = Math.max(grid.ceil((long) (fair.value() * (1.0 + half))), grid.above(topBid));
        requote(true, topBid, bids);
        requote(false, topAsk, asks);
        submit();
    }

    private void requote(final boolean bid, final long top, final TreeMap<Long, List<OrderRecord>> side) {
        final long reach = REACH_STEPS * grid.step(top);
        final List<Long> prices = new ArrayList<>(bid ? side.descendingKeySet() : side.navigableKeySet());
        int kept = 0;
        for (final long px : prices) {
            final boolean passed = bid ? px > top : px < top;
            final boolean far = Math.abs(px - top) > reach;
            if (passed || far || kept == MOST_LEVELS) {
                pull(side.remove(px));
            } else {
                kept++;
            }
        }
        if (draws.chance(ACTIVE_CHANCE)) {
            join(bid, top, side);
            churn(bid, side);
        }
        fillUp(bid, top, side);
    }

    private void join(final boolean bid, final long top, final TreeMap<Long, List<OrderRecord>> side) {
        long px = top;
        for (int i = 0; i < TOP_LEVELS; i++) {
            if (draws.chance(JOIN_CHANCE) && side.getOrDefault(px, List.of()).size() < MOST_ORDERS_A_LEVEL) {
                place(bid, px);
                side.computeIfAbsent(px, key -> new ArrayList<>());
            }
            px = next(px, bid);
        }
    }

    private void churn(final boolean bid, final TreeMap<Long, List<OrderRecord>> side) {
        final int depth = draws.geometric(CHURN_DECAY);
        int at = 0;
        for (final long px : bid ? side.descendingKeySet() : side.navigableKeySet()) {
            if (at++ == depth) {
                final List<OrderRecord> level = side.get(px);
                if (!level.isEmpty()) {
                    pull(List.of(level.get(0)));
                }
                return;
            }
        }
    }

    private void fillUp(final boolean bid, final long top, final TreeMap<Long, List<OrderRecord>> side) {
        if (side.isEmpty()) {
            place(bid, top);
            side.put(top, new ArrayList<>());
        }
        while (side.size() < DEPTH) {
            long px = next(bid ? side.firstKey() : side.lastKey(), bid);
            if (draws.chance(GAP_CHANCE)) {
                px = next(px, bid);
            }
            if (px <= 0L) {
                return;
            }
            place(bid, px);
            side.put(px, new ArrayList<>());
        }
    }

    private void place(final boolean bid, final long px) {
        final long lots = lotSize.lots(draws.logNormal(MEDIAN_ORDER_USD, ORDER_SIGMA), px);
        orders.computeIfAbsent(accounts.any(), key -> new ArrayList<>())
                .add(new OrderRequest(asset, bid, px, lotSize.size(lots), false, Tif.ALO, null));
    }

    private void pull(final List<OrderRecord> level) {
        for (final OrderRecord order : level) {
            cancels.computeIfAbsent(order.account(), key -> new ArrayList<>())
                    .add(new Action.OidCancel(asset, order.oid()));
        }
    }

    /** Accounts in their own order: a hash order would not be the same everywhere. */
    private void submit() {
        for (final String account : accounts.all()) {
            final List<OrderRequest> placed = orders.remove(account);
            if (placed != null) {
                exchange.submit(Participants.ticket(), account, new Action.Order(placed));
            }
            final List<Action.OidCancel> pulled = cancels.remove(account);
            if (pulled != null) {
                exchange.submit(Participants.ticket(), account, new Action.Cancel(pulled));
            }
        }
    }

    private long next(final long px, final boolean downwards) {
        return downwards ? grid.below(px) : grid.above(px);
    }
}
