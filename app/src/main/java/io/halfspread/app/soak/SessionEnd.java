package io.halfspread.app.soak;

import io.halfspread.app.demo.DemoVenue;
import io.halfspread.app.live.LiveSession;
import io.halfspread.sim.server.AccountTruth;

/** Compares a session that was closed with the venue: fills, orders, position and money. */
final class SessionEnd {
    private static final double SCALE = 1e8;
    private static final double SMALLEST_USD = 1e-6;

    private SessionEnd() {}

    static void check(
            final LiveSession session, final AccountTruth truth, final Violations violations, final long endNs) {
        if (session.engine().fills(0) != truth.fillCount()) {
            violations.add(
                    "every fill once",
                    endNs,
                    "venue " + truth.fillCount() + ", counted "
                            + session.engine().fills(0));
        }
        if (!truth.openOrders().isEmpty() || session.engine().liveOrders() != 0) {
            violations.add(
                    "nothing open at the end",
                    endNs,
                    "venue " + truth.openOrders().size() + ", session "
                            + session.engine().liveOrders());
        }
        final long held = truth.position(0);
        final long ours = session.engine().position(0);
        if (held != ours) {
            violations.add(
                    "the position at the end",
                    endNs,
                    "venue " + Invariants.decimal(held) + ", session " + Invariants.decimal(ours));
        }
        final double paid =
                session.engine().pnlUsd(0) - held / SCALE * session.engine().mid(0);
        final double ledger = truth.state().rawUsd() / SCALE - DemoVenue.DEPOSIT_USDC;
        if (Math.abs(paid - ledger) >= SMALLEST_USD) {
            violations.add("the venue's ledger", endNs, "paid " + paid + " USD, at the venue " + ledger);
        }
    }
}
