package io.halfspread.sim.exchange;

/**
 * Requests an account has made and may make; immutable.
 *
 * @param cumulativeVolume traded in this run, USD decimal8
 * @param used             requests counted so far; a batch of n counts n
 * @param cap              requests allowed by the initial budget and the volume
 */
public record RateLimit(long cumulativeVolume, long used, long cap) {}
