package io.halfspread.gateway.rest;

/**
 * A named agent that an account has approved.
 *
 * @param name         its name
 * @param address      its address, lower case
 * @param validUntilMs end of the approval, ms since the epoch
 */
public record AgentApproval(String name, String address, long validUntilMs) {}
