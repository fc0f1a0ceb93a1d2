package io.halfspread.app.soak;

import io.halfspread.app.demo.DemoVenue;
import io.halfspread.sim.server.AccountTruth;

/** Compares a session that was closed with the venue: fills, orders, position and money. */
final class SessionEnd {
    private static final double SCALE = 1e8;
    private static final double SMALLEST_USD = 1e-6;

    private SessionEnd() {}

    static void check(
            final SessionFacts session, final AccountTruth truth, final Violations violations, final long endNs) {
        if (session.fills() != truth.fillCount()) {
            violations.add("every fill once", endNs, "venue " + truth.fillCount() + ", counted " + session.fills());
        }
        if (!truth.openOrders().isEmpty() || session.liveOrders() != 0) {
            violations.add(
                    "nothing open at the end",
                    endNs,
                    "venue " + truth.openOrders().size() + ", session " + session.liveOrders());
        }
        final long held = truth.position(0);
        if (held != session.position()) {
            violations.add(
                    "the position at the end",
                    endNs,
                    "venue " + Invariants.decimal(held) + ", session " + Invariants.decimal(session.position()));
        }
        final double ledger = truth.state().rawUsd() / SCALE - DemoVenue.DEPOSIT_USDC;
        if (!(Math.abs(session.paidUsd() - ledger) < SMALLEST_USD)) {
            violations.add("the venue's ledger", endNs, "paid " + session.paidUsd() + " USD, at the venue " + ledger);
        }
    }
}
