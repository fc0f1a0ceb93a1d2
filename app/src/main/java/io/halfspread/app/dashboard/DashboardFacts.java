package io.halfspread.app.dashboard;

import java.util.List;

/**
 * What does not change while a session runs.
 *
 * @param kind        live, paper or simulated
 * @param venue       name of the venue
 * @param network     mainnet or testnet
 * @param account     address traded for; empty when there is none
 * @param build       version of this program
 * @param capture     folder of the capture
 * @param coins       coins by instrument index
 * @param connections what each connection carries, by number
 */
public record DashboardFacts(
        String kind,
        String venue,
        String network,
        String account,
        String build,
        String capture,
        List<String> coins,
        List<String> connections) {}
