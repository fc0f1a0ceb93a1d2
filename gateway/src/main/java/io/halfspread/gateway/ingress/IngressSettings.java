package io.halfspread.gateway.ingress;

import io.halfspread.gateway.session.ConnectionBudget;
import io.halfspread.gateway.session.ConnectionPlan;
import io.halfspread.gateway.session.FeedTimings;

/**
 * What an ingress connects to, and how.
 *
 * @param plan    subscriptions by connection
 * @param timings how patient its sessions are
 * @param budget  connections it may make
 * @param seed    of the waits between attempts: another one for every process
 */
public record IngressSettings(ConnectionPlan plan, FeedTimings timings, ConnectionBudget budget, long seed) {}
