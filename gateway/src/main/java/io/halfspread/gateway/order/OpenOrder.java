package io.halfspread.gateway.order;

/**
 * An order the venue holds open.
 *
 * @param coin venue name of its instrument
 * @param oid  the venue's id
 */
public record OpenOrder(String coin, long oid) {}
