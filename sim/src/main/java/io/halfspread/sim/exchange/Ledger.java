package io.halfspread.sim.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All accounts and the USD the venue itself holds. */
final class Ledger {
    private final ExchangeConfig config;
    private final List<MarketState> markets;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    long venueUsd;

    Ledger(final ExchangeConfig config, final List<MarketState> markets) {
        this.config = config;
        this.markets = markets;
    }

    Account open(final String address, final boolean participant) {
        return accounts.computeIfAbsent(address, key -> new Account(key, participant, config));
    }

    Account find(final String address) {
        return accounts.get(address);
    }

    /** The account, or an empty one that is not kept. */
    Account view(final String address) {
        final Account account = accounts.get(address);
        return account == null ? new Account(address, false, config) : account;
    }

    Iterable<Account> all() {
        return accounts.values();
    }

    FeeTier tier(final Account account) {
        FeeTier tier = config.fees().get(0);
        for (final FeeTier candidate : config.fees()) {
            if (account.volume() >= candidate.volume()) {
                tier = candidate;
            }
        }
        return tier;
    }

    /** Books one side of a match; gives its fee. */
    long book(final Account account, final boolean buy, final boolean taker, final long notional) {
        final FeeTier tier = tier(account);
        final long fee = Amounts.share(notional, taker ? tier.taker() : tier.maker());
        account.rawUsd -= (buy ? notional : -notional) + fee;
        venueUsd += fee;
        if (taker) {
            account.takerVolume += notional;
        } else {
            account.makerVolume += notional;
        }
        return fee;
    }

    long accountValue(final Account account) {
        long value = account.rawUsd;
        for (int asset = 0; asset < markets.size(); asset++) {
            value += Amounts.notional(markets.get(asset).markPx, account.holding(asset).szi);
        }
        return value;
    }

    /** Initial margin of the largest position that open orders and one more could lead to. */
    boolean canAfford(final Account account, final OrderRequest more) {
        if (!config.rules().contains(Rule.MARGIN) || account.isParticipant()) {
            return true;
        }
        final long szi = account.holding(more.asset()).szi;
        if (szi != 0L && szi > 0L != more.buy() && more.sz() <= Math.abs(szi)) {
            return true;
        }
        long needed = 0L;
        for (int asset = 0; asset < markets.size(); asset++) {
            needed += needed(account, asset, more);
        }
        return needed <= accountValue(account);
    }

    private long needed(final Account account, final int asset, final OrderRequest more) {
        final long szi = account.holding(asset).szi;
        long buys = more.asset() == asset && more.buy() && !more.reduceOnly() ? more.sz() : 0L;
        long sells = more.asset() == asset && !more.buy() && !more.reduceOnly() ? more.sz() : 0L;
        for (final RestingOrder order : account.open.values()) {
            if (order.asset() == asset && !order.request.reduceOnly()) {
                if (order.buy()) {
                    buys += order.left;
                } else {
                    sells += order.left;
                }
            }
        }
        final long worst = Math.max(Math.abs(szi), Math.max(Math.abs(szi + buys), Math.abs(szi - sells)));
        return Amounts.notional(markets.get(asset).markPx, worst) / account.holding(asset).leverage;
    }

    /** Whether the account carries its positions after a match. */
    boolean carries(final Account account) {
        if (!config.rules().contains(Rule.MARGIN) || account.isParticipant()) {
            return true;
        }
        long used = 0L;
        for (int asset = 0; asset < markets.size(); asset++) {
            final Holding holding = account.holding(asset);
            used += Math.abs(Amounts.notional(markets.get(asset).markPx, holding.szi)) / holding.leverage;
        }
        return used <= accountValue(account);
    }

    AccountState state(final Account account) {
        final List<PositionRecord> positions = new ArrayList<>();
        long ntl = 0L;
        long used = 0L;
        long maintenance = 0L;
        for (int asset = 0; asset < markets.size(); asset++) {
            final Holding holding = account.holding(asset);
            if (holding.szi != 0L) {
                final PositionRecord position = position(asset, holding);
                positions.add(position);
                ntl += position.positionValue();
                used += position.marginUsed();
                maintenance += position.positionValue() / (2L * position.maxLeverage());
            }
        }
        final long value = accountValue(account);
        return new AccountState(account.rawUsd, value, ntl, used, maintenance, Math.max(0L, value - used), positions);
    }

    private PositionRecord position(final int asset, final Holding holding) {
        final MarketState market = markets.get(asset);
        final long value = Amounts.notional(market.markPx, holding.szi);
        final int maxLeverage = market.config.maxLeverage();
        return new PositionRecord(
                asset,
                holding.szi,
                Amounts.price(holding.entryNtl, holding.szi, market.priceDecimals()),
                holding.entryNtl,
                Math.abs(value),
                value - holding.entryNtl,
                Math.abs(value) / holding.leverage,
                holding.leverage,
                maxLeverage,
                holding.fundingAllTime,
                holding.fundingOpen,
                holding.fundingChange);
    }
}
