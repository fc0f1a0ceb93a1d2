package io.halfspread.app.metrics;

import java.util.List;

/**
 * What labels say of a session and never changes.
 *
 * @param kind        live, paper or simulated
 * @param venue       name of the venue
 * @param network     mainnet or testnet
 * @param build       version of this program
 * @param connections what each connection carries, by number
 */
public record SessionLabels(String kind, String venue, String network, String build, List<String> connections) {}
