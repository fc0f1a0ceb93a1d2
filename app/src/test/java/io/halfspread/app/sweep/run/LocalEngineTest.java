package io.halfspread.app.sweep.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.replay.FillChoice;
import io.halfspread.app.sweep.space.Candidate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalEngineTest {
    @TempDir
    Path folder;

    private SweepRig rig;

    @BeforeEach
    void takeSessions() throws IOException {
        rig = new SweepRig(folder, List.of("HYPE"));
        rig.take(rig.session("one", 1, 20), rig.session("two", 2, 25));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void shouldGiveTheSameDigestWhateverTheThreads() {
        final List<Cell> cells = cells(6);

        final String one = SweepDigest.of(rig.run(cells, 1));

        assertEquals(one, SweepDigest.of(rig.run(cells, 2)));
        assertEquals(one, SweepDigest.of(rig.run(cells, 5)));
    }

    @Test
    void shouldRunEachCellOnceWhenThereAreMoreThanThreads() {
        final List<Outcome> outcomes = rig.run(cells(5), 3);

        assertEquals(10, outcomes.size());
        assertEquals(10, outcomes.stream().map(Outcome::key).distinct().count());
    }

    @Test
    void shouldKeepWhatEndedWhenItIsAskedToStop() {
        final AtomicInteger ended = new AtomicInteger();
        try (LocalEngine engine = engine(2, ended, 3)) {
            engine.evaluate(cells(6), outcome -> ended.incrementAndGet());
        }

        assertTrue(ended.get() >= 3 && ended.get() < 12, "ended " + ended.get());
    }

    @Test
    void shouldTellTheFaultAndStopWhenACellFails() {
        final List<Cell> cells = new ArrayList<>(cells(2));
        cells.add(new Cell(SweepRig.candidate(9, Map.of("leverage", 3L)), 0, 0.5));
        try (LocalEngine engine = engine(2, new AtomicInteger(), Integer.MAX_VALUE)) {
            assertThrows(IllegalArgumentException.class, () -> engine.evaluate(cells, outcome -> {}));
        }
    }

    @Test
    void shouldTellTheFaultWhenAnOutcomeCannotBeKept() {
        try (LocalEngine engine = engine(2, new AtomicInteger(), Integer.MAX_VALUE)) {
            final IllegalStateException thrown = assertThrows(
                    IllegalStateException.class,
                    () -> engine.evaluate(cells(4), outcome -> {
                        throw new IllegalStateException("full");
                    }));
            assertEquals("full", thrown.getMessage());
        }
    }

    private LocalEngine engine(final int threads, final AtomicInteger ended, final int most) {
        return new LocalEngine(
                rig.intake().taken(),
                rig.shared(),
                rig.settings(FillChoice.QUEUE, RunSettings.DEFAULT_BLOCK_NS),
                threads,
                () -> ended.get() >= most);
    }

    private static List<Cell> cells(final int candidates) {
        final List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < candidates; i++) {
            final Candidate candidate =
                    i == 0 ? Candidate.BASE : SweepRig.candidate(i, Map.of("half_spread_bps", i * 0.7));
            cells.add(new Cell(candidate, 0, 1));
            cells.add(new Cell(candidate, 1, 1));
        }
        return cells;
    }
}
