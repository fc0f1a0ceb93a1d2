package io.halfspread.gateway.rest;

import io.halfspread.codec.event.Side;

/**
 * An order the venue holds open.
 *
 * @param coin        venue name
 * @param side        side
 * @param limitPx     limit price, decimal8
 * @param remainingSz size not executed, decimal8
 * @param originalSz  size as placed, decimal8
 * @param oid         venue order id
 * @param cloidHigh   high half of the client order id; 0 with a low half of 0 when it has none
 * @param cloidLow    low half of the client order id
 * @param placedNs    time it was placed, ns since the epoch
 * @param reduceOnly  whether it may only reduce the position
 */
public record RestingOrder(
        String coin,
        Side side,
        long limitPx,
        long remainingSz,
        long originalSz,
        long oid,
        long cloidHigh,
        long cloidLow,
        long placedNs,
        boolean reduceOnly) {}
