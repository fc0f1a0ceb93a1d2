package io.halfspread.sim.server;

import io.halfspread.sim.exchange.AccountState;
import io.halfspread.sim.exchange.FillRecord;
import io.halfspread.sim.exchange.OrderRecord;
import java.util.List;

/**
 * What the venue itself knows of an account; immutable.
 *
 * @param openOrders oldest first
 * @param fills      all there ever were, oldest first
 * @param state      balance and positions
 * @param timeMs     last block, ms since the epoch
 */
public record AccountTruth(List<OrderRecord> openOrders, List<FillRecord> fills, AccountState state, long timeMs) {
    /** Keeps copies of the lists. */
    public AccountTruth {
        openOrders = List.copyOf(openOrders);
        fills = List.copyOf(fills);
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
