package io.halfspread.gateway.rest;

/**
 * One funding payment of an account.
 *
 * @param coin         venue name
 * @param venueNs      time, ns since the epoch
 * @param usd          amount, above 0 when received, USD, decimal8
 * @param positionSize signed position it was paid on, base units, decimal8
 * @param rate         hourly rate, ratio12
 */
public record AccountFunding(String coin, long venueNs, long usd, long positionSize, long rate) {}
