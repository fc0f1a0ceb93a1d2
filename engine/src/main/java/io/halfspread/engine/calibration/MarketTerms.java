package io.halfspread.engine.calibration;

/**
 * What the model needs to know of an instrument beside the market.
 *
 * @param maxLots      inventory cap Q, lots
 * @param tickBps      tick, bps of the mid
 * @param makerFeeBps  configured maker fee, bps
 * @param takerFeeBps  configured taker fee, bps
 * @param maxTakerPerS highest taker rate, lots/s; 0 without takers
 */
public record MarketTerms(int maxLots, double tickBps, double makerFeeBps, double takerFeeBps, double maxTakerPerS) {}
