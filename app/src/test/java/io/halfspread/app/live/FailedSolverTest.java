package io.halfspread.app.live;

import static io.halfspread.app.live.Rehearsal.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.codec.event.QuoteReason;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The solver throws in the middle of a session that quotes by its tables. */
class FailedSolverTest {
    @TempDir
    private Path folder;

    @Test
    void shouldFallBackAndGoOnWhenTheSolverThrows() {
        final long[] before = new long[2];
        final Rehearsal rehearsal = Rehearsal.run(
                folder,
                10,
                Map.of(
                        ConfigOption.QUOTING_SOURCE, "hjb",
                        ConfigOption.SOLVER_INTERVAL, "1000",
                        ConfigOption.SOLVER_FRESH, "1000",
                        ConfigOption.SOLVER_MAX_AGE, "2000",
                        ConfigOption.SOLVER_NODES, "41"),
                venue -> venue,
                (r, elapsedNs) -> {
                    if (before[0] == 0 && elapsedNs >= 4 * SECOND) {
                        before[0] = r.session().engine().decisions(0);
                        before[1] = r.session().engine().policyVersion(0);
                        breakSolver(r.session());
                    }
                });

        assertTrue(before[1] > 0, "a table was in force: " + rehearsal.log());
        assertEquals(1, rehearsal.logged("WARN the solver failed"), rehearsal::log);
        assertTrue(rehearsal.session().engine().reasons(0, QuoteReason.POLICY_STALE) > 0, rehearsal::log);
        assertTrue(rehearsal.session().engine().decisions(0) > before[0], rehearsal::log);
        assertTrue(rehearsal.report().ok(), rehearsal::log);
        assertTrue(
                rehearsal.report().notes().isEmpty(),
                () -> rehearsal.report().notes().toString());
    }

    /** From now on every event throws. */
    private static void breakSolver(final LiveSession session) throws ReflectiveOperationException {
        final Object agent = read(session, "solver");
        final Object desk = read(agent, "desk");
        final Field header = desk.getClass().getDeclaredField("header");
        header.setAccessible(true);
        header.set(desk, null);
    }

    private static Object read(final Object owner, final String name) throws ReflectiveOperationException {
        final Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }
}
