package io.halfspread.gateway.rest;

/**
 * Actions an account may still send: the cap grows by one for each USDC traded.
 *
 * @param used      actions counted so far
 * @param cap       actions allowed so far
 * @param volumeUsd value traded since the account's start, USD, decimal8
 */
public record RequestAllowance(long used, long cap, long volumeUsd) {}
