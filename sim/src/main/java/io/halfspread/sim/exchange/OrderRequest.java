package io.halfspread.sim.exchange;

import java.util.Objects;

/**
 * An order as asked for; nothing about it has been checked.
 *
 * @param asset      index of the instrument
 * @param buy        whether to buy
 * @param px         limit price, decimal8
 * @param sz         size in base units, decimal8
 * @param reduceOnly whether it may only reduce the position
 * @param tif        how long it lives
 * @param cloid      client order id, {@code 0x} and 32 lower-case hex digits, or null
 */
public record OrderRequest(int asset, boolean buy, long px, long sz, boolean reduceOnly, Tif tif, String cloid) {
    /** Refuses a request without a time in force. */
    public OrderRequest {
        Objects.requireNonNull(tif, "tif");
    }
}
