package io.halfspread.gateway.rest;

/**
 * A position other than zero.
 *
 * @param coin    venue name
 * @param size    signed size, base units, decimal8
 * @param entryPx average entry price, decimal8; 0 when the venue tells none
 * @param value   size times mark price without sign, USD, decimal8; null value when the venue tells none
 */
public record AccountPosition(String coin, long size, long entryPx, long value) {}
