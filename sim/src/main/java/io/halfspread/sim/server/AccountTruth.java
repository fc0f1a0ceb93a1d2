package io.halfspread.sim.server;

import io.halfspread.sim.exchange.AccountState;
import io.halfspread.sim.exchange.FillRecord;
import io.halfspread.sim.exchange.OrderRecord;
import java.util.List;

/**
 * What the venue itself knows of an account; immutable.
 *
 * @param openOrders oldest first
 * @param fills      the newest, as many as can be asked for, oldest first
 * @param fillCount  how many there ever were
 * @param state      balance and positions
 * @param timeMs     last block, ms since the epoch
 */
public record AccountTruth(
        List<OrderRecord> openOrders, List<FillRecord> fills, long fillCount, AccountState state, long timeMs) {
    /** Keeps copies of the lists. */
    public AccountTruth {
        openOrders = List.copyOf(openOrders);
        fills = List.copyOf(fills);
    }

    /**
     * Fills that came after an earlier count of them.
     *
     * @param earlier {@link #fillCount} as it was
     * @return as far as they are kept, oldest first
     */
    public List<FillRecord> fillsSince(final long earlier) {
        return fills.subList((int) Math.max(0, fills.size() - (fillCount - earlier)), fills.size());
    }

    /**
     * Signed position in an instrument.
     *
     * @param asset its index
     * @return base units, decimal8
     */
    public long position(final int asset) {
        return state.positions().stream()
                .filter(position -> position.asset() == asset)
                .mapToLong(position -> position.szi())
                .sum();
    }
}
