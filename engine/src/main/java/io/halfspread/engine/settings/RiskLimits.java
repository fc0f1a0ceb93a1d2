package io.halfspread.engine.settings;

/**
 * Limits of one instrument that need only engine state.
 *
 * @param maxNotionalUsd largest position value, decimal8; {@link Long#MIN_VALUE} for none
 * @param priceCollarBps furthest a quote may be from mid and oracle, bps; 0 for none
 * @param staleAfterNs   age of the newest book event at which quotes are pulled, ns
 * @param ackTimeoutNs   age of an unanswered action at which an alert is raised, ns
 */
public record RiskLimits(long maxNotionalUsd, double priceCollarBps, long staleAfterNs, long ackTimeoutNs) {}
