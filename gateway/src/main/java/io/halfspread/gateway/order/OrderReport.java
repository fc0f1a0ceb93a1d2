package io.halfspread.gateway.order;

import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.Side;

/**
 * What the venue says of one order that it knows. Prices and sizes are decimal8, times ns since the epoch.
 *
 * @param status      family of its status
 * @param reason      the venue's status name
 * @param oid         the venue's id
 * @param side        side
 * @param reduceOnly  whether it may only reduce the position
 * @param limitPx     limit price
 * @param remainingSz size not executed
 * @param originalSz  size as placed
 * @param placedNs    time it was placed
 * @param statusNs    time of the status
 */
public record OrderReport(
        OrderStatus status,
        String reason,
        long oid,
        Side side,
        boolean reduceOnly,
        long limitPx,
        long remainingSz,
        long originalSz,
        long placedNs,
        long statusNs) {}
