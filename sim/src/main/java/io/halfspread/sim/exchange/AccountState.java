package io.halfspread.sim.exchange;

import java.util.List;

/**
 * What an account has; immutable. The ledger is exact: {@code rawUsd} is deposits, less signed notional bought, less
 * fees, plus funding received.
 *
 * @param rawUsd            ledger balance, decimal8, may be negative
 * @param accountValue      {@code rawUsd} plus the signed value of the positions at mark prices, decimal8
 * @param totalNtlPos       sum of the position values, decimal8
 * @param marginUsed        sum of the initial margins, decimal8
 * @param maintenanceMargin sum of the maintenance margins, decimal8
 * @param withdrawable      value that no margin holds, decimal8, not negative
 * @param positions         those that are not zero, by asset
 */
public record AccountState(
        long rawUsd,
        long accountValue,
        long totalNtlPos,
        long marginUsed,
        long maintenanceMargin,
        long withdrawable,
        List<PositionRecord> positions) {
    /** Keeps a copy of the list. */
    public AccountState {
        positions = List.copyOf(positions);
    }
}
