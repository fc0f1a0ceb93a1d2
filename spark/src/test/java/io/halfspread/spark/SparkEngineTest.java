package io.halfspread.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfspread.app.sweep.run.Cell;
import io.halfspread.app.sweep.run.SweepDigest;
import io.halfspread.app.sweep.run.SweepEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class SparkEngineTest {
    @TempDir
    private static Path folder;

    @Test
    void shouldGiveSameBitsAsThreadsOfOneProcess() throws Exception {
        final SweepFixture sweep = SweepFixture.in(folder, 40);
        final List<Cell> cells = sweep.cells(5);
        final List<String> log = new ArrayList<>();

        final String digest;
        try (SweepEngine engine = SparkEngine.start(sweep.request("local[2]", null, folder, log::add))) {
            digest = SweepDigest.of(SweepFixture.outcomes(engine, cells));
        }

        assertEquals(sweep.localDigest(cells), digest);
        assertEquals(List.of(), log);
    }
}
