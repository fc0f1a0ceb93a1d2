package io.halfspread.sim.exchange;

import java.util.Set;

/** What an order must satisfy before it meets the book, in the venue's order and with its words. */
final class OrderChecks {
    private static final long ONE = 100_000_000L;
    private static final long MILLION = 1_000_000L * ONE;
    private static final int FIGURES = 100_000;

    /** Why an order is refused; the status is null where the venue makes no record of it. */
    record Refusal(OrderStatus status, String text) {}

    private final ExchangeLimits limits;
    private final Set<Rule> rules;

    OrderChecks(final ExchangeConfig config) {
        limits = config.limits();
        rules = config.rules();
    }

    /** Checks the order alone: the answer does not depend on the account. */
    Refusal form(final OrderRequest order, final MarketState market) {
        if (order.px() <= 0L) {
            return new Refusal(null, "Order has invalid price.");
        }
        if (order.sz() <= 0L || rules.contains(Rule.GRID) && order.sz() % lot(market) != 0L) {
            return new Refusal(null, "Order has invalid size.");
        }
        if (rules.contains(Rule.GRID) && order.px() % step(order.px(), market) != 0L) {
            return new Refusal(OrderStatus.TICK_REJECTED, "Price must be divisible by tick size." + tail(order));
        }
        return null;
    }

    /** Checks the order against the market and the account. */
    Refusal admission(final OrderRequest order, final MarketState market, final Account account) {
        if (account.isParticipant()) {
            return null;
        }
        final long value = Amounts.notional(order.px(), order.sz());
        final Holding holding = account.holding(order.asset());
        final boolean reduces = holding.szi != 0L && holding.szi > 0L != order.buy();
        final boolean closes = order.reduceOnly() && reduces;
        if (rules.contains(Rule.MIN_NOTIONAL) && value < limits.minNotional() && !closes) {
            return new Refusal(
                    OrderStatus.MIN_TRADE_NTL_REJECTED,
                    "Order must have minimum value of $" + Amounts.text(limits.minNotional()) + "." + tail(order));
        }
        final long distance = Math.abs(order.px() - market.markPx);
        if (rules.contains(Rule.PRICE_DISTANCE) && distance > market.markPx / 100L * 95L) {
            return new Refusal(null, "Order price cannot be more than 95% away from the reference price");
        }
        final long cap = valueCap(market) * (order.tif() == Tif.FRONTEND_MARKET ? 1L : 10L);
        if (rules.contains(Rule.VALUE_CAP) && value > cap) {
            return new Refusal(null, "Order value too large. Max is $" + Amounts.text(cap) + ".");
        }
        final long allowed = limits.openOrders() + account.volume() / (5L * MILLION);
        if (rules.contains(Rule.OPEN_ORDERS) && account.open.size() >= allowed) {
            return new Refusal(
                    OrderStatus.TOO_MANY_OPEN_ORDERS_REJECTED,
                    "Too many open orders. Max is " + allowed + "." + tail(order));
        }
        if (rules.contains(Rule.REDUCE_ONLY) && order.reduceOnly() && !reduces) {
            return new Refusal(
                    OrderStatus.REDUCE_ONLY_REJECTED, "Reduce only order would increase position." + tail(order));
        }
        return null;
    }

    /** What the venue appends to most texts. */
    static String tail(final OrderRequest order) {
        return " asset=" + order.asset();
    }

    private static long lot(final MarketState market) {
        long lot = ONE;
        for (int i = 0; i < market.config.szDecimals(); i++) {
            lot /= 10L;
        }
        return lot;
    }

    /** Five significant figures and {@code 6 - szDecimals} decimals, whole numbers always. */
    private static long step(final long px, final MarketState market) {
        long decimals = ONE;
        for (int i = 0; i < market.priceDecimals(); i++) {
            decimals /= 10L;
        }
        long figures = 1L;
        while (px / figures >= FIGURES) {
            figures *= 10L;
        }
        return Math.max(decimals, Math.min(figures, ONE));
    }

    private static long valueCap(final MarketState market) {
        final int leverage = market.config.maxLeverage();
        if (leverage >= 25) {
            return 15L * MILLION;
        }
        if (leverage >= 20) {
            return 5L * MILLION;
        }
        return leverage >= 10 ? 2L * MILLION : MILLION / 2L;
    }
}
