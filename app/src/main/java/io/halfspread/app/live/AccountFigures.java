package io.halfspread.app.live;

import io.halfspread.gateway.rest.AccountFill;
import io.halfspread.gateway.rest.AccountPosition;
import io.halfspread.gateway.rest.AccountState;
import io.halfspread.gateway.rest.InfoClient;
import io.halfspread.gateway.rest.VenueQueryException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The venue's own figures of a session: the account before and after it, and the fees of its fills. Blocks. */
final class AccountFigures {
    private static final long NS_PER_MS = 1_000_000L;
    private static final int MOST_PAGES = 100;

    private final VenueAccess access;
    private final List<String> coins;
    private final Consumer<String> log;
    private AccountState before;

    AccountFigures(final VenueAccess access, final List<String> coins, final Consumer<String> log) {
        this.access = access;
        this.coins = coins;
        this.log = log;
    }

    /** Notes the account's value at the start. */
    void begin() {
        try {
            before = access.info().clearinghouseState(access.account());
        } catch (final VenueQueryException e) {
            log.accept("the account's value at the start is not known: " + e.getMessage());
        }
    }

    /** What the venue says at the end. */
    VenueFigures end() {
        if (before == null) {
            return VenueFigures.UNKNOWN;
        }
        try {
            final AccountState now = access.info().clearinghouseState(access.account());
            return new VenueFigures(
                    coins.size() == 1 ? position(now, coins.get(0)) : null,
                    now.accountValue() - before.accountValue(),
                    fees());
        } catch (final VenueQueryException e) {
            log.accept("the account's figures are not known: " + e.getMessage());
            return VenueFigures.UNKNOWN;
        }
    }

    private static long position(final AccountState state, final String coin) {
        return state.positions().stream()
                .filter(position -> position.coin().equals(coin))
                .mapToLong(AccountPosition::size)
                .sum();
    }

    private Long fees() {
        try {
            long fees = 0;
            long fromMs = before.venueNs() / NS_PER_MS;
            final Set<Long> counted = new HashSet<>();
            for (int page = 0; page < MOST_PAGES; page++) {
                final List<AccountFill> fills = access.info().userFillsByTime(access.account(), fromMs);
                for (final AccountFill fill : fills) {
                    if (counted.add(fill.tid()) && coins.contains(fill.coin()) && fill.fee() != Long.MIN_VALUE) {
                        fees += fill.fee();
                    }
                    fromMs = Math.max(fromMs, fill.venueNs() / NS_PER_MS);
                }
                if (counted.size() >= InfoClient.FILLS_REACHABLE) {
                    log.accept("fees at the venue are not known: of so many fills it tells the newest only");
                    return null;
                }
                if (fills.size() < InfoClient.FILLS_PER_ANSWER) {
                    return fees;
                }
            }
            return null;
        } catch (final VenueQueryException e) {
            log.accept("fees at the venue are not known: " + e.getMessage());
            return null;
        }
    }
}
