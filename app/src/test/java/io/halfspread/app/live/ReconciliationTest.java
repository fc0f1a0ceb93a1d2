package io.halfspread.app.live;

import static io.halfspread.app.live.Rehearsal.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.codec.event.Tif;
import io.halfspread.sim.server.VenueConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The account changes behind the session's back, and the session comes to know. */
class ReconciliationTest {
    private static final long DECIMAL8 = 100_000_000L;
    private static final long DEPOSIT = 10_000 * DECIMAL8;
    private static final double SMALLEST_USD = 1e-6;
    private static final Map<ConfigOption, String> OFTEN = Map.of(ConfigOption.ACCOUNT_REVIEW, "2000");

    @TempDir
    private Path folder;

    @Test
    void shouldTakeAPositionOverThatNoFillExplains() {
        final Rehearsal rehearsal = run(OFTEN, venue -> venue, r -> r.move(DECIMAL8 / 2, 41 * DECIMAL8));

        assertSameAsVenue(rehearsal);
        assertEquals(1, rehearsal.logged("POSITION_MISMATCH"), rehearsal::log);
        assertEquals(1, rehearsal.logged("POSITION_ADJUSTED"), rehearsal::log);
        assertEquals(0, rehearsal.logged("CASH_MISMATCH"), "the price follows from the cash: " + rehearsal.log());
    }

    @Test
    void shouldCountWhatASecondClientTradesOnTheSameAccount() {
        final Rehearsal rehearsal = run(OFTEN, venue -> venue, r -> {
            final String answer = r.actBehindItsBack(batch -> {
                batch.beginOrders();
                batch.addOrder(0, true, 42 * DECIMAL8, DECIMAL8, false, Tif.IOC, 9, 9);
            });
            assertTrue(answer.contains("filled"), answer);
        });

        assertSameAsVenue(rehearsal);
        assertEquals(0, rehearsal.logged("POSITION_"), rehearsal::log);
        assertEquals(
                rehearsal.truth().fills().size(), rehearsal.session().engine().fills(0));
    }

    @Test
    void shouldReportCashThatTradingDoesNotExplain() {
        final Rehearsal rehearsal = run(OFTEN, venue -> venue, r -> {
            r.move(DECIMAL8, 41 * DECIMAL8);
            r.move(-DECIMAL8, 40 * DECIMAL8);
        });

        assertEquals(1, rehearsal.logged("CASH_MISMATCH"), rehearsal::log);
        assertEquals(0, rehearsal.logged("POSITION_"), rehearsal::log);
        assertEquals(rehearsal.truth().position(0), rehearsal.session().engine().position(0));
    }

    @Test
    void shouldSayNothingWhenAllIsAsItShouldBe() {
        final Rehearsal rehearsal = run(OFTEN, venue -> venue, r -> {});

        assertSameAsVenue(rehearsal);
        assertNotEquals(0, rehearsal.session().engine().fills(0), "something was traded");
        assertEquals(0, rehearsal.logged("MISMATCH"), rehearsal::log);
        assertEquals(0, rehearsal.logged("POSITION_"), rehearsal::log);
    }

    /** Something a person does. */
    private interface Act {
        void on(Rehearsal rehearsal) throws Exception;
    }

    private Rehearsal run(
            final Map<ConfigOption, String> options, final UnaryOperator<VenueConfig.Builder> atVenue, final Act act) {
        final boolean[] done = {false};
        return Rehearsal.run(folder, 10, options, atVenue, (r, elapsedNs) -> {
            if (!done[0] && elapsedNs >= 3 * SECOND) {
                done[0] = true;
                act.on(r);
            }
        });
    }

    private static void assertSameAsVenue(final Rehearsal rehearsal) {
        final var engine = rehearsal.session().engine();
        final long held = rehearsal.truth().position(0);
        assertEquals(held, engine.position(0), rehearsal::log);
        final double paid = engine.pnlUsd(0) - (double) held / DECIMAL8 * engine.mid(0);
        final double ledger = (double) (rehearsal.truth().state().rawUsd() - DEPOSIT) / DECIMAL8;
        assertEquals(ledger, paid, SMALLEST_USD, rehearsal::log);
        assertTrue(rehearsal.report().ok(), rehearsal::log);
    }
}
