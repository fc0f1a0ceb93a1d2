package io.halfspread.app.live;

import static io.halfspread.app.live.Rehearsal.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.console.Ink;
import io.halfspread.app.status.SessionStatus;
import io.halfspread.app.status.StatusReport;
import io.halfspread.engine.risk.ScheduledCancel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The venue cancels what a session leaves that stands still. */
class DeadMansSwitchTest {
    private static final Map<ConfigOption, String> SHORT = Map.of(ConfigOption.RISK_SCHEDULE_CANCEL, "15");

    @TempDir
    private Path folder;

    @Test
    void shouldLeaveNothingOpenAtTheHorizonWhenTheSessionFreezesAndQuoteAgainAfterwards() {
        final List<Integer> open = new ArrayList<>();
        final Rehearsal rehearsal = Rehearsal.run(folder, 26, SHORT, Rehearsal::granting, (r, elapsedNs) -> {
            if (elapsedNs >= 4 * SECOND && open.isEmpty()) {
                open.add(r.truth().openOrders().size());
                r.freeze(9 * SECOND);
                open.add(r.truth().openOrders().size());
                r.freeze(7 * SECOND);
                open.add(r.truth().openOrders().size());
            } else if (elapsedNs >= 25 * SECOND && open.size() == 3) {
                open.add(r.truth().openOrders().size());
                assertTrue(
                        r.session().engine().scheduledCancel().deadlineNs()
                                > r.pump().nowNs(),
                        r::log);
            }
        });

        assertTrue(open.get(0) > 0, open::toString);
        assertTrue(open.get(1) > 0, "the deadline had not come: " + open);
        assertEquals(0, open.get(2), "the venue cancelled at the horizon");
        assertTrue(open.get(3) > 0, "quoted again: " + open);
        assertTrue(rehearsal.report().ok(), rehearsal::log);
        assertFalse(rehearsal.session().engine().mayCancelBeScheduled(), "taken back by the orderly stop");
        assertEquals(
                ScheduledCancel.NONE,
                rehearsal.session().engine().scheduledCancel().deadlineNs());
        assertTrue(rehearsal.truth().openOrders().isEmpty());
    }

    @Test
    void shouldShowInTheStatusUntilWhenItIsArmed() {
        final List<String> seen = new ArrayList<>();
        Rehearsal.run(folder, 4, SHORT, Rehearsal::granting, (r, elapsedNs) -> {
            if (elapsedNs >= 3 * SECOND && seen.isEmpty()) {
                final SessionStatus status =
                        new SessionStatus(r.session().plan().folder());
                status.look();
                seen.add(String.valueOf(
                        new StatusReport(status, r.pump().nowNs()).json().get("dead_mans_switch")));
                final ByteArrayOutputStream out = new ByteArrayOutputStream();
                new StatusReport(status, r.pump().nowNs())
                        .print(new PrintStream(out, true, StandardCharsets.UTF_8), Ink.of(false, Map.of()));
                seen.add(out.toString(StandardCharsets.UTF_8));
            }
        });

        assertTrue(
                seen.get(0).matches("\\{state=armed, horizon_s=15.0, until=2023-11-14T22:13:3\\d.*Z\\}"),
                seen::toString);
        assertTrue(seen.get(1).contains("switch      armed: the venue cancels every order at 2023-"), seen::toString);
    }

    @Test
    void shouldSayOnceWhatToUseInsteadWhenTheVenueDoesNotGrantIt() {
        final Rehearsal rehearsal = Rehearsal.run(folder, 12, SHORT, venue -> venue, (r, elapsedNs) -> {});

        assertEquals(1, rehearsal.logged("SCHEDULE_CANCEL_REFUSED"), rehearsal::log);
        assertEquals(1, rehearsal.logged("halfspread watchdog"), rehearsal::log);
        assertTrue(rehearsal.session().engine().scheduledCancel().isRefused());
        assertTrue(rehearsal.report().ok(), rehearsal::log);
    }
}
