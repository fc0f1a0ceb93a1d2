package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.halfspread.sim.exchange.Action;
import io.halfspread.sim.exchange.BookLevel;
import io.halfspread.sim.exchange.ElementStatus;
import io.halfspread.sim.exchange.Exchange;
import io.halfspread.sim.exchange.OrderRecord;
import io.halfspread.sim.exchange.OrderRequest;
import io.halfspread.sim.exchange.Result;
import io.halfspread.sim.exchange.Tif;
import io.halfspread.sim.faults.FaultKind;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What happens to actions when a plan says so: refusals in all of the venue's words, and fills that race with modifies. */
final class ActionFaults {
    /** How much later a modify is executed than the fill that races with it: longer than any gap between blocks. */
    static final long RACE_MS = 150;

    private static final String RACER = "0x00000000000000000000000000000000000face0";
    private static final long RACER_USD = 1_000_000_000_000_000L;
    private static final long RACE_TICKET = -1;
    private static final int ORDERS_A_BATCH = 64;
    private static final int DEPTH = 100;
    private static final String POST_ONLY = "Only post-only orders allowed immediately after a network upgrade.";
    private static final List<String> ELEMENT_TEXTS = List.of(
            "Price must be divisible by tick size.",
            "Order must have minimum value of $10.",
            "Insufficient margin to place order.",
            "Reduce only order would increase position.",
            "Post only order would have immediately matched, bbo was 1.0@1.1.",
            "Order could not immediately match against any resting orders.",
            "Invalid TP/SL price.",
            "No liquidity available for market order.",
            "Order would increase open interest while open interest is capped",
            "Order rejected due to price more aggressive than oracle while at open interest cap",
            "Order would increase open interest too quickly",
            "Order has insufficient spot balance to trade",
            "Order price too far from oracle",
            "Order would cause position to exceed margin tier limit at current leverage",
            "Order price cannot be more than 95% away from the reference price",
            "Order value too large. Max is $5000000.",
            "Attempted to modify to invalid new order",
            "Order has invalid price.",
            "Order has invalid size.");
    private static final List<String> ACTION_TEXTS = List.of(
            "Too many cumulative requests sent (10001 > 10000) for cumulative volume traded $0.0. Place taker orders to"
                    + " free up 1 request per USDC traded.",
            "User or API Wallet 0x00000000000000000000000000000000000000aa does not exist.",
            "Must deposit before performing actions. User: 0x00000000000000000000000000000000000000aa",
            "Something this build has never heard of.");

    private final FaultDesk faults;
    private final Exchange exchange;

    ActionFaults(final FaultDesk faults, final Exchange exchange) {
        this.faults = faults;
        this.exchange = exchange;
        if (faults.has(FaultKind.RACE)) {
            exchange.addParticipant(RACER, RACER_USD);
        }
    }

    /** The answer to an action that is refused although nothing is wrong with it; null when it is not. */
    ObjectNode refusal(final String type, final Action action) {
        final int elements = elements(action);
        if (elements == 0 || faults.isCalm()) {
            return null;
        }
        if (faults.isOn(FaultKind.POST_ONLY) && ActionReader.isAggressive(action)) {
            return errors(type, POST_ONLY, elements);
        }
        if (!faults.strikes(FaultKind.REJECT, type)) {
            return null;
        }
        if (isCancel(action)) {
            return Replies.refused(ACTION_TEXTS.get(0));
        }
        final int text = faults.below(FaultKind.REJECT, ELEMENT_TEXTS.size() + ACTION_TEXTS.size());
        if (text >= ELEMENT_TEXTS.size()) {
            return Replies.refused(ACTION_TEXTS.get(text - ELEMENT_TEXTS.size()));
        }
        final boolean onceForAll = faults.below(FaultKind.REJECT, 2) == 0;
        return errors(type, ELEMENT_TEXTS.get(text), onceForAll ? 1 : elements);
    }

    /** Lets somebody take part of an order that is to be modified, first; answers by how much the modify is late, ms. */
    long race(final String account, final Action action) {
        if (!(action instanceof Action.Modify modify)) {
            return 0;
        }
        final Optional<OrderRecord> target = target(account, modify.modifies().get(0));
        if (target.isEmpty() || !faults.strikes(FaultKind.RACE, "modify")) {
            return 0;
        }
        final OrderRecord order = target.get();
        final OrderRequest taker = new OrderRequest(
                order.asset(), !order.buy(), order.limitPx(), ahead(order) + half(order), false, Tif.IOC, null);
        exchange.submit(RACE_TICKET, RACER, new Action.Order(List.of(taker)));
        return RACE_MS;
    }

    /** How much later than usual the reply to an action goes out, ms. */
    long lateAckMs() {
        return Math.max(0, faults.strike(FaultKind.LATE_ACK, "post"));
    }

    private Optional<OrderRecord> target(final String account, final Action.Replacement replacement) {
        return exchange.openOrders(account).stream()
                .filter(order -> replacement.cloid() == null
                        ? order.oid() == replacement.oid()
                        : replacement.cloid().equals(order.cloid()))
                .findFirst();
    }

    private long ahead(final OrderRecord order) {
        long size = 0;
        for (final BookLevel level : exchange.levels(order.asset(), order.buy(), DEPTH)) {
            if (order.buy() ? level.px() > order.limitPx() : level.px() < order.limitPx()) {
                size += level.sz();
            }
        }
        for (final OrderRecord queued : exchange.queue(order.asset(), order.buy(), order.limitPx())) {
            if (queued.oid() == order.oid()) {
                break;
            }
            size += queued.sz();
        }
        return size;
    }

    /** Half of what is left of an order, in whole lots. */
    private long half(final OrderRecord order) {
        final int decimals = exchange.config().instruments().get(order.asset()).szDecimals();
        long lot = 100_000_000L;
        for (int i = 0; i < decimals; i++) {
            lot /= 10;
        }
        return Math.max(lot, order.sz() / 2 / lot * lot);
    }

    private static ObjectNode errors(final String type, final String text, final int count) {
        return Replies.result(
                type,
                new Result.Statuses(
                        Collections.nCopies(Math.min(count, ORDERS_A_BATCH), new ElementStatus.Error(text))));
    }

    private static boolean isCancel(final Action action) {
        return action instanceof Action.Cancel || action instanceof Action.CancelByCloid;
    }

    private static int elements(final Action action) {
        if (action instanceof Action.Order order) {
            return order.orders().size();
        }
        if (action instanceof Action.Modify modify) {
            return modify.modifies().size();
        }
        if (action instanceof Action.Cancel cancel) {
            return cancel.cancels().size();
        }
        return action instanceof Action.CancelByCloid cancel ? cancel.cancels().size() : 0;
    }
}
