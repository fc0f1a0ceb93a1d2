package io.halfspread.gateway.rest;

import java.util.List;

/**
 * Positions and value of an account.
 *
 * @param venueNs      time of the state, ns since the epoch
 * @param accountValue USD, decimal8
 * @param withdrawable USD, decimal8
 * @param cash         money beside the positions, negative when borrowed, USD, decimal8; null value when the venue tells none
 * @param positions    positions other than zero
 */
public record AccountState(
        long venueNs, long accountValue, long withdrawable, long cash, List<AccountPosition> positions) {
    /** Copies the list. */
    public AccountState {
        positions = List.copyOf(positions);
    }
}
