package io.halfspread.sim.exchange;

/**
 * An order at one moment; immutable.
 *
 * @param account    lower-case address
 * @param oid        venue order id
 * @param cloid      client order id or null
 * @param asset      index of the instrument
 * @param buy        whether it buys
 * @param limitPx    limit price, decimal8
 * @param sz         size that remains, decimal8
 * @param origSz     size asked for, decimal8
 * @param reduceOnly whether it may only reduce the position
 * @param tif        how long it lives
 * @param timeMs     block in which it was placed, ms since the epoch
 */
public record OrderRecord(
        String account,
        long oid,
        String cloid,
        int asset,
        boolean buy,
        long limitPx,
        long sz,
        long origSz,
        boolean reduceOnly,
        Tif tif,
        long timeMs) {}
