package io.halfspread.sim.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Does what an account asks for, after its request budget allowed it. */
final class ActionRunner {
    /** Classes of actions in a block: what takes nothing, cancels, what may take. */
    static final int CLASSES = 3;

    private static final long USD = 100_000_000L;
    private static final long DAY_MS = 86_400_000L;
    private static final long GRACE_MS = 10_000L;
    private static final int STALE_FACTOR = 5;
    private static final long CANCEL_HEADROOM = 100_000L;
    private static final String GONE = "Order was never placed, already canceled, or filled.";

    private final ExchangeLimits limits;
    private final Set<Rule> rules;
    private final Matcher matcher;
    private final Ledger ledger;

    ActionRunner(final ExchangeConfig config, final Matcher matcher, final Ledger ledger) {
        limits = config.limits();
        rules = config.rules();
        this.matcher = matcher;
        this.ledger = ledger;
    }

    static int classOf(final Action action) {
        if (action instanceof Action.Cancel || action instanceof Action.CancelByCloid) {
            return 1;
        }
        final boolean aggressive;
        if (action instanceof Action.Order order) {
            aggressive =
                    order.orders().stream().anyMatch(request -> request.tif().aggressive());
        } else if (action instanceof Action.Modify modify) {
            aggressive = modify.alwaysPlace()
                    && modify.modifies().stream()
                            .anyMatch(one -> one.order().tif().aggressive());
        } else {
            aggressive = false;
        }
        return aggressive ? 2 : 0;
    }

    long requestCap(final Account account) {
        return limits.requestBudget() + account.volume() / USD;
    }

    Result run(final Account account, final Action action, final long expiresAfterMs, final long timeMs) {
        final int weight = weight(action);
        if (timeMs > expiresAfterMs) {
            account.requests += (long) STALE_FACTOR * weight;
            return new Result.Refused("Order expired: expiresAfter " + expiresAfterMs + " is before " + timeMs);
        }
        if (!pays(account, weight, classOf(action) == 1, timeMs)) {
            return new Result.Refused("Too many cumulative requests sent (" + (account.requests + weight) + " > "
                    + requestCap(account) + ") for cumulative volume traded $" + Amounts.text(account.volume())
                    + ". Place taker orders to free up 1 request per USDC traded.");
        }
        if (action instanceof Action.Order order) {
            return order(account, order);
        } else if (action instanceof Action.Cancel cancel) {
            return cancel(account, cancel);
        } else if (action instanceof Action.CancelByCloid cancel) {
            return cancelByCloid(account, cancel);
        } else if (action instanceof Action.Modify modify) {
            return modify(account, modify);
        } else if (action instanceof Action.ScheduleCancel schedule) {
            return schedule(account, schedule.timeMs(), timeMs);
        } else if (action instanceof Action.UpdateLeverage leverage) {
            return leverage(account, leverage);
        }
        return new Result.Done();
    }

    private static int weight(final Action action) {
        if (action instanceof Action.Order order) {
            return order.orders().size();
        } else if (action instanceof Action.Cancel cancel) {
            return cancel.cancels().size();
        } else if (action instanceof Action.CancelByCloid cancel) {
            return cancel.cancels().size();
        }
        return action instanceof Action.Modify modify ? modify.modifies().size() : 1;
    }

    private boolean pays(final Account account, final int weight, final boolean cancel, final long timeMs) {
        if (account.isParticipant()) {
            return true;
        }
        final long cap = requestCap(account);
        final long ceiling = cancel ? Math.min(cap + CANCEL_HEADROOM, 2L * cap) : cap;
        if (rules.contains(Rule.ADDRESS_BUDGET) && account.requests + weight > ceiling) {
            if (account.lastGraceMs != Long.MIN_VALUE && timeMs - account.lastGraceMs < GRACE_MS) {
                return false;
            }
            account.lastGraceMs = timeMs;
        }
        account.requests += weight;
        return true;
    }

    private Result order(final Account account, final Action.Order action) {
        final List<ElementStatus> statuses = new ArrayList<>();
        for (final OrderRequest request : action.orders()) {
            statuses.add(matcher.place(account, request, request.cloid(), request.tif() == Tif.ALO));
        }
        return new Result.Statuses(statuses);
    }

    private Result cancel(final Account account, final Action.Cancel action) {
        final List<ElementStatus> statuses = new ArrayList<>();
        for (final Action.OidCancel one : action.cancels()) {
            statuses.add(cancel(account.open.get(one.oid()), one.asset()));
        }
        return new Result.Statuses(statuses);
    }

    private Result cancelByCloid(final Account account, final Action.CancelByCloid action) {
        final List<ElementStatus> statuses = new ArrayList<>();
        for (final Action.CloidCancel one : action.cancels()) {
            statuses.add(cancel(account.openByCloid(one.cloid()), one.asset()));
        }
        return new Result.Statuses(statuses);
    }

    private ElementStatus cancel(final RestingOrder order, final int asset) {
        if (order == null || order.asset() != asset) {
            return new ElementStatus.Error(GONE + " asset=" + asset);
        }
        matcher.end(order, OrderStatus.CANCELED);
        return new ElementStatus.Success();
    }

    private Result modify(final Account account, final Action.Modify action) {
        final List<ElementStatus> statuses = new ArrayList<>();
        for (final Action.Replacement one : action.modifies()) {
            statuses.add(replace(account, one, action.alwaysPlace()));
        }
        return new Result.Statuses(statuses);
    }

    private ElementStatus replace(final Account account, final Action.Replacement one, final boolean alwaysPlace) {
        final RestingOrder old = one.cloid() == null ? account.open.get(one.oid()) : account.openByCloid(one.cloid());
        final OrderRequest request = one.order();
        if (old == null && !alwaysPlace) {
            return new ElementStatus.Error("Cannot modify canceled or filled order");
        }
        if (!alwaysPlace && request.tif().immediate() || old != null && old.asset() != request.asset()) {
            return new ElementStatus.Error("Attempted to modify to invalid new order");
        }
        final String fault = matcher.malformed(request);
        if (fault != null) {
            return new ElementStatus.Error(fault);
        }
        if (old != null) {
            matcher.end(old, OrderStatus.CANCELED);
        }
        final String cloid = request.cloid() == null && old != null ? old.cloid : request.cloid();
        return matcher.place(account, request, cloid, !alwaysPlace || request.tif() == Tif.ALO);
    }

    private Result schedule(final Account account, final long whenMs, final long timeMs) {
        if (whenMs == Action.ScheduleCancel.NEVER) {
            account.scheduledMs = whenMs;
            return new Result.Done();
        }
        if (rules.contains(Rule.SCHEDULE_VOLUME) && account.volume() < limits.scheduleVolume()) {
            return new Result.Refused("Cannot set scheduled cancel time until enough volume traded. Required: $"
                    + Amounts.text(limits.scheduleVolume()) + ". Traded: $" + Amounts.text(account.volume()) + ".");
        }
        if (whenMs < timeMs + limits.scheduleLeadMs()) {
            return new Result.Refused(
                    "Scheduled cancel time must be at least " + limits.scheduleLeadMs() / 1000L + " seconds from now.");
        }
        if (account.triggersOf(timeMs / DAY_MS) >= limits.scheduleTriggers()) {
            return new Result.Refused(
                    "Cannot set scheduled cancel time: " + limits.scheduleTriggers() + " triggers used today.");
        }
        account.scheduledMs = whenMs;
        return new Result.Done();
    }

    private Result leverage(final Account account, final Action.UpdateLeverage action) {
        if (!action.cross()) {
            return new Result.Refused("Isolated margin is not available.");
        }
        if (!matcher.lists(action.asset())) {
            return new Result.Refused("Invalid asset");
        }
        final Holding holding = account.holding(action.asset());
        final int most = matcher.maxLeverage(action.asset());
        if (action.leverage() < 1 || action.leverage() > most) {
            return new Result.Refused("Invalid leverage value");
        }
        final int before = holding.leverage;
        holding.leverage = action.leverage();
        if (!ledger.carries(account)) {
            holding.leverage = before;
            return new Result.Refused("Insufficient margin to change leverage.");
        }
        return new Result.Done();
    }
}
