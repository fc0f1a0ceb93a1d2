package io.halfspread.gateway.order;

/**
 * An order the venue holds open.
 *
 * @param coin venue name of its instrument
 * @param oid  the venue's id
 * @param cloidHigh high half of the client order id; 0 with a low half of 0 when it has none
 * @param cloidLow  low half of the client order id
 */
public record OpenOrder(String coin, long oid, long cloidHigh, long cloidLow) {}
