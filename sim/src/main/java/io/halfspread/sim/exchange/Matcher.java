package io.halfspread.sim.exchange;

import java.util.List;
import java.util.Set;

/** Lets orders meet the book, in price-time order. */
final class Matcher {
    private final Set<Rule> rules;
    private final List<MarketState> markets;
    private final Ledger ledger;
    private final BlockEvents events;
    private final OrderChecks checks;
    private final TradeIds ids;
    private long timeMs;
    private long ticket;

    Matcher(
            final ExchangeConfig config,
            final List<MarketState> markets,
            final Ledger ledger,
            final BlockEvents events,
            final TradeIds ids) {
        rules = config.rules();
        checks = new OrderChecks(config);
        this.markets = markets;
        this.ledger = ledger;
        this.events = events;
        this.ids = ids;
    }

    void beginBlock(final long blockMs) {
        timeMs = blockMs;
    }

    /** Matches from now on are made by the action with this ticket. */
    void beginAction(final long ofTicket) {
        ticket = ofTicket;
    }

    /** Why an order cannot be what it says, or null. */
    String malformed(final OrderRequest request) {
        if (request.asset() < 0 || request.asset() >= markets.size()) {
            return "Order has invalid asset." + OrderChecks.tail(request);
        }
        final OrderChecks.Refusal refusal = checks.form(request, markets.get(request.asset()));
        return refusal == null ? null : refusal.text();
    }

    /** Places an order; {@code cloid} may be that of the order it replaces. */
    ElementStatus place(final Account account, final OrderRequest request, final String cloid, final boolean postOnly) {
        if (request.asset() < 0 || request.asset() >= markets.size()) {
            return new ElementStatus.Error(malformed(request));
        }
        final MarketState market = markets.get(request.asset());
        final RestingOrder order = new RestingOrder(account, ids.nextOid(), request, cloid, timeMs);
        OrderChecks.Refusal refusal = checks.form(request, market);
        if (refusal == null) {
            refusal = checks.admission(request, market, account);
        }
        if (refusal == null && !ledger.canAfford(account, request)) {
            refusal = new OrderChecks.Refusal(
                    OrderStatus.PERP_MARGIN_REJECTED,
                    "Insufficient margin to place order." + OrderChecks.tail(request));
        }
        if (refusal == null) {
            refusal = againstBook(request, market, postOnly);
        }
        if (refusal != null) {
            if (refusal.status() != null) {
                events.update(order, refusal.status(), timeMs);
            }
            return new ElementStatus.Error(refusal.text());
        }
        return enter(order, market);
    }

    private OrderChecks.Refusal againstBook(
            final OrderRequest request, final MarketState market, final boolean postOnly) {
        final boolean crosses = market.book.crosses(request.buy(), request.px());
        if (postOnly && crosses) {
            return new OrderChecks.Refusal(
                    OrderStatus.BAD_ALO_PX_REJECTED,
                    "Post only order would have immediately matched, bbo was " + touch(market.book) + "."
                            + OrderChecks.tail(request));
        }
        if (request.tif() == Tif.FRONTEND_MARKET && !crosses) {
            return new OrderChecks.Refusal(
                    OrderStatus.MARKET_ORDER_NO_LIQUIDITY_REJECTED,
                    "No liquidity available for market order." + OrderChecks.tail(request));
        }
        if (request.tif() == Tif.IOC && !crosses) {
            return new OrderChecks.Refusal(
                    OrderStatus.IOC_CANCEL_REJECTED,
                    "Order could not immediately match against any resting orders." + OrderChecks.tail(request));
        }
        return openInterest(request, market);
    }

    private OrderChecks.Refusal openInterest(final OrderRequest request, final MarketState market) {
        if (market.config.openInterestCap() == InstrumentConfig.UNCAPPED || request.reduceOnly()) {
            return null;
        }
        return openInterest(request.asset()) < market.config.openInterestCap()
                ? null
                : new OrderChecks.Refusal(
                        OrderStatus.POSITION_INCREASE_AT_OPEN_INTEREST_CAP_REJECTED,
                        "Order would increase open interest while open interest is capped" + OrderChecks.tail(request));
    }

    boolean lists(final int asset) {
        return asset >= 0 && asset < markets.size();
    }

    int maxLeverage(final int asset) {
        return markets.get(asset).config.maxLeverage();
    }

    long openInterest(final int asset) {
        long sum = 0L;
        for (final Account account : ledger.all()) {
            sum += Math.max(0L, account.holding(asset).szi);
        }
        return sum;
    }

    private static String touch(final Book book) {
        return text(book.bestPx(true)) + "@" + text(book.bestPx(false));
    }

    private static String text(final long px) {
        return px == Book.NONE ? "" : Amounts.text(px);
    }

    private ElementStatus enter(final RestingOrder order, final MarketState market) {
        events.update(order, OrderStatus.OPEN, timeMs);
        final long notional = take(order, market);
        final long done = order.request.sz() - order.left;
        if (order.left == 0L) {
            events.update(order, OrderStatus.FILLED, timeMs);
        } else if (order.live && order.request.tif().immediate()) {
            events.update(order, OrderStatus.CANCELED, timeMs);
        } else if (order.live) {
            rest(order, market, done);
            return new ElementStatus.Resting(order.oid, order.cloid);
        }
        return done == 0L
                ? new ElementStatus.Error("Order could not immediately match against any resting orders."
                        + OrderChecks.tail(order.request))
                : new ElementStatus.Filled(
                        done, Amounts.price(notional, done, market.priceDecimals()), order.oid, order.cloid);
    }

    private void rest(final RestingOrder order, final MarketState market, final long done) {
        order.account.opened(order);
        market.book.add(order);
        if (done > 0L) {
            events.update(order, OrderStatus.OPEN, timeMs);
        }
    }

    /** Matches as far as the limit reaches; gives the value traded. */
    private long take(final RestingOrder taker, final MarketState market) {
        long notional = 0L;
        String hash = null;
        while (taker.left > 0L && taker.live && market.book.crosses(taker.buy(), taker.px())) {
            final RestingOrder maker = market.book.best(!taker.buy());
            if (rules.contains(Rule.SELF_TRADE) && maker.account == taker.account) {
                end(maker, OrderStatus.SELF_TRADE_CANCELED);
                continue;
            }
            final long sz = Math.min(Math.min(taker.left, maker.left), Math.min(room(taker), room(maker)));
            if (room(maker) == 0L) {
                end(maker, OrderStatus.REDUCE_ONLY_CANCELED);
            } else if (sz == 0L) {
                taker.live = false;
                events.update(taker, OrderStatus.REDUCE_ONLY_CANCELED, timeMs);
            } else if (!carriesAfter(maker, sz)) {
                end(maker, OrderStatus.MARGIN_CANCELED);
            } else {
                hash = hash == null ? ids.nextHash() : hash;
                notional += match(taker, maker, sz, hash, market);
            }
        }
        return notional;
    }

    /** How much an order may trade without increasing a position it may only reduce. */
    private long room(final RestingOrder order) {
        if (!order.request.reduceOnly() || !rules.contains(Rule.REDUCE_ONLY)) {
            return Long.MAX_VALUE;
        }
        final long szi = order.account.holding(order.asset()).szi;
        return szi != 0L && szi > 0L != order.buy() ? Math.abs(szi) : 0L;
    }

    /** Resting reduce-only orders that would no longer reduce are cancelled. */
    private void dropUseless(final Account account) {
        if (!account.isParticipant()) {
            for (final RestingOrder order : List.copyOf(account.open.values())) {
                if (room(order) == 0L) {
                    end(order, OrderStatus.REDUCE_ONLY_CANCELED);
                }
            }
        }
    }

    private boolean carriesAfter(final RestingOrder maker, final long sz) {
        final Holding holding = maker.account.holding(maker.asset());
        final boolean reduces = holding.szi != 0L && holding.szi > 0L != maker.buy() && sz <= Math.abs(holding.szi);
        if (reduces) {
            return true;
        }
        holding.szi += maker.buy() ? sz : -sz;
        final long value = Amounts.notional(maker.px(), sz);
        maker.account.rawUsd -= maker.buy() ? value : -value;
        final boolean carries = ledger.carries(maker.account);
        maker.account.rawUsd += maker.buy() ? value : -value;
        holding.szi -= maker.buy() ? sz : -sz;
        return carries;
    }

    private long match(
            final RestingOrder taker,
            final RestingOrder maker,
            final long sz,
            final String hash,
            final MarketState market) {
        final long px = maker.px();
        final long tid = ids.nextTid();
        taker.left -= sz;
        maker.left -= sz;
        fill(taker, px, sz, hash, tid, true);
        fill(maker, px, sz, hash, tid, false);
        final TradeRecord trade = new TradeRecord(
                taker.asset(),
                taker.buy(),
                px,
                sz,
                timeMs,
                hash,
                tid,
                (taker.buy() ? taker : maker).account.address(),
                (taker.buy() ? maker : taker).account.address());
        market.onTrade(trade);
        events.trade(trade);
        if (maker.left == 0L) {
            end(maker, OrderStatus.FILLED);
        } else {
            events.update(maker, OrderStatus.OPEN, timeMs);
        }
        dropUseless(taker.account);
        dropUseless(maker.account);
        return Amounts.notional(px, sz);
    }

    private void fill(
            final RestingOrder order,
            final long px,
            final long sz,
            final String hash,
            final long tid,
            final boolean crossed) {
        final Account account = order.account;
        final Holding holding = account.holding(order.asset());
        final long before = holding.szi;
        final long closedPnl = holding.onFill(order.buy(), px, sz);
        final long fee = ledger.book(account, order.buy(), crossed, Amounts.notional(px, sz));
        events.fill(
                account,
                new FillRecord(
                        order.asset(),
                        px,
                        sz,
                        order.buy(),
                        timeMs,
                        before,
                        Holding.direction(before, order.buy(), sz),
                        closedPnl,
                        hash,
                        order.oid,
                        order.cloid,
                        crossed,
                        fee,
                        tid),
                ticket);
    }

    /** Takes a resting order out. */
    void end(final RestingOrder order, final OrderStatus status) {
        order.live = false;
        markets.get(order.asset()).book.remove(order);
        order.account.closed(order);
        events.update(order, status, timeMs);
    }
}
