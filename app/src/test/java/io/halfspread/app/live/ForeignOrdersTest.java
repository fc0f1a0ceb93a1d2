package io.halfspread.app.live;

import static io.halfspread.app.live.Rehearsal.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.codec.action.ActionBatch;
import io.halfspread.codec.event.Tif;
import io.halfspread.codec.event.TradingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders that somebody else places on the session's account. */
class ForeignOrdersTest {
    private static final long DECIMAL8 = 100_000_000L;

    @TempDir
    private Path folder;

    @Test
    void shouldReportThemOnceAndLeaveThemAloneThroughKillAndStop() {
        final List<Integer> open = new ArrayList<>();
        final Rehearsal rehearsal = run("leave", open);

        assertEquals(List.of(2, 2), open, "after a kill only what others placed is open");
        assertEquals(2, rehearsal.truth().openOrders().size(), "the orderly stop leaves them too");
        assertEquals(2, rehearsal.logged("UNKNOWN_ORDER"), rehearsal::log);
        assertTrue(rehearsal.report().ok(), rehearsal::log);
    }

    @Test
    void shouldCancelThemWhenConfigured() {
        final List<Integer> open = new ArrayList<>();
        final Rehearsal rehearsal = run("cancel", open);

        assertEquals(List.of(0, 0), open);
        assertEquals(2, rehearsal.logged("UNKNOWN_ORDER"), rehearsal::log);
        assertTrue(rehearsal.report().ok(), rehearsal::log);
    }

    /** Places one order with and one without an id; looks at them while quoting, then a while after a kill. */
    private Rehearsal run(final String configured, final List<Integer> open) {
        final int[] step = {0};
        return Rehearsal.run(
                folder, 6, Map.of(ConfigOption.ORDERS_FOREIGN, configured), venue -> venue, (r, elapsedNs) -> {
                    if (step[0] == 0 && elapsedNs >= 2 * SECOND) {
                        step[0] = 1;
                        final String answer = r.actBehindItsBack(ForeignOrdersTest::placeTwo);
                        assertEquals(2, answer.split("resting", -1).length - 1, answer);
                    } else if (step[0] == 1 && elapsedNs >= 4 * SECOND) {
                        step[0] = 2;
                        open.add(foreign(r));
                        r.session().mode(TradingMode.KILL);
                    } else if (step[0] == 2 && elapsedNs >= 5.5 * SECOND) {
                        step[0] = 3;
                        open.add(r.truth().openOrders().size());
                    }
                });
    }

    private static void placeTwo(final ActionBatch batch) {
        batch.beginOrders();
        batch.addOrder(0, true, 30 * DECIMAL8, DECIMAL8, false, Tif.ALO, 0, 0);
        batch.addOrder(0, true, 31 * DECIMAL8, DECIMAL8, false, Tif.ALO, 1, 2);
    }

    private static int foreign(final Rehearsal rehearsal) {
        return (int) rehearsal.truth().openOrders().stream()
                .filter(order -> order.limitPx() <= 31 * DECIMAL8)
                .count();
    }
}
