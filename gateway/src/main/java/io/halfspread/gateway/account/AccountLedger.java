package io.halfspread.gateway.account;

import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.decimal.FixedMath;
import io.halfspread.codec.event.Side;
import io.halfspread.gateway.rest.AccountFill;
import io.halfspread.gateway.rest.AccountFunding;
import io.halfspread.gateway.rest.AccountPosition;
import io.halfspread.gateway.rest.AccountState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds the venue's account states against the venue's own fills and payments between them. What they do not explain of a position
 * is an adjustment, provided that a second look finds the same: a query may be behind another one. For one thread.
 */
final class AccountLedger {
    /** How far from the mark a price may be that follows from the account's cash. */
    private static final double CREDIBLE = 0.2;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final List<String> coins;
    private AccountState agreed;
    private Map<String, Long> suspected = Map.of();
    private boolean unsure;
    private long fees;
    private long cashOfOthers;

    /** Takes the coins of the session. */
    AccountLedger(final List<String> coins) {
        this.coins = coins;
    }

    /** A position to take over. */
    record Adjustment(String coin, long id, long size, long px) {}

    /** Whether there is a state to compare with. */
    boolean isOpen() {
        return agreed != null;
    }

    /** Begins anew with a state. */
    void open(final AccountState state) {
        agreed = state;
        suspected = Map.of();
        unsure = false;
    }

    /** Time of the state since which fills and payments are wanted. */
    long sinceNs() {
        return agreed.venueNs();
    }

    /** Whether something was found that wants a second look. */
    boolean isUnsure() {
        return unsure;
    }

    /** Fees of the session's coins since the first state, USD, decimal8. */
    long fees() {
        return fees;
    }

    /** Money of the account, without what other coins moved since the first state. */
    long cash() {
        return agreed.cash() == Decimal8.NULL ? Decimal8.NULL : agreed.cash() - cashOfOthers;
    }

    /** Compares a state with the one before; fills and payments of other times are left out. */
    List<Adjustment> review(
            final AccountState now, final List<AccountFill> fills, final List<AccountFunding> fundings) {
        final Window window = new Window(now.venueNs());
        fills.forEach(window::add);
        fundings.forEach(window::add);
        final Map<String, Long> open = new TreeMap<>();
        for (final String coin : coins) {
            final long unexplained = size(now, coin) - size(agreed, coin) - window.moved(coin);
            if (unexplained != 0) {
                open.put(coin, unexplained);
            }
        }
        unsure = !open.isEmpty() && !open.equals(suspected);
        suspected = open;
        if (unsure) {
            return List.of();
        }
        final List<Adjustment> adjustments = new ArrayList<>();
        open.forEach((coin, size) -> adjustments.add(new Adjustment(
                coin, id(coin, window.moved(coin), now), size(now, coin), px(now, coin, size, window, open.size()))));
        fees += window.fees;
        cashOfOthers += window.cashOfOthers;
        open(now);
        return adjustments;
    }

    private long px(
            final AccountState now, final String coin, final long size, final Window window, final int differences) {
        final long mark = mark(now, coin);
        if (differences > 1 || now.cash() == Decimal8.NULL || agreed.cash() == Decimal8.NULL) {
            return mark;
        }
        final BigDecimal paid = BigDecimal.valueOf(agreed.cash() + window.cash - now.cash());
        final long px = paid.multiply(BigDecimal.valueOf(Decimal8.ONE))
                .divide(BigDecimal.valueOf(size), 0, RoundingMode.HALF_EVEN)
                .longValue();
        final boolean credible = mark == Decimal8.NULL ? px > 0 : Math.abs((double) px / mark - 1) <= CREDIBLE;
        return credible ? px : mark;
    }

    private static long mark(final AccountState state, final String coin) {
        for (final AccountPosition held : state.positions()) {
            if (held.coin().equals(coin) && held.value() != Decimal8.NULL && held.size() != 0) {
                return BigDecimal.valueOf(held.value())
                        .multiply(BigDecimal.valueOf(Decimal8.ONE))
                        .divide(BigDecimal.valueOf(Math.abs(held.size())), 0, RoundingMode.HALF_EVEN)
                        .longValue();
            }
        }
        return Decimal8.NULL;
    }

    private static long size(final AccountState state, final String coin) {
        for (final AccountPosition held : state.positions()) {
            if (held.coin().equals(coin)) {
                return held.size();
            }
        }
        return 0;
    }

    private long id(final String coin, final long moved, final AccountState now) {
        long hash = FNV_OFFSET;
        for (final byte letter : coin.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ letter) * FNV_PRIME;
        }
        return mixed(hash, agreed.venueNs(), size(agreed, coin), moved, size(now, coin));
    }

    /** A number that is a function of facts. */
    static long mixed(final long start, final long... facts) {
        long hash = start == 0 ? FNV_OFFSET : start;
        for (final long fact : facts) {
            for (int bits = 0; bits < Long.SIZE; bits += Byte.SIZE) {
                hash = (hash ^ fact >>> bits & 0xFF) * FNV_PRIME;
            }
        }
        return hash;
    }

    /** What happened after the state agreed on, up to another one. */
    private final class Window {
        private final long untilNs;
        private final Map<String, Long> moved = new HashMap<>();
        private final Set<Long> seen = new HashSet<>();
        private long cash;
        private long cashOfOthers;
        private long fees;

        private Window(final long untilNs) {
            this.untilNs = untilNs;
        }

        private void add(final AccountFill fill) {
            if (isWithin(fill.venueNs()) && seen.add(mixed(0, fill.tid(), fill.oid()))) {
                final long size = fill.side() == Side.BID ? fill.sz() : -fill.sz();
                final long fee = fill.fee() == Decimal8.NULL ? 0 : fill.fee();
                moved.merge(fill.coin(), size, Long::sum);
                fees += coins.contains(fill.coin()) ? fee : 0;
                pay(fill.coin(), -FixedMath.multiply(fill.px(), size) - fee);
            }
        }

        private void add(final AccountFunding funding) {
            if (isWithin(funding.venueNs())) {
                pay(funding.coin(), funding.usd());
            }
        }

        private void pay(final String coin, final long usd) {
            cash += usd;
            cashOfOthers += coins.contains(coin) ? 0 : usd;
        }

        private boolean isWithin(final long venueNs) {
            return venueNs > agreed.venueNs() && venueNs <= untilNs;
        }

        private long moved(final String coin) {
            return moved.getOrDefault(coin, 0L);
        }
    }
}
