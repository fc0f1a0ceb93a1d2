package io.halfspread.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.sweep.run.Cell;
import io.halfspread.app.sweep.run.Outcome;
import io.halfspread.app.sweep.run.SweepDigest;
import io.halfspread.app.sweep.run.SweepEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A master and two workers, each a process; needs the jar that workers are given, so it runs after that is made. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class ClusterTest {
    @TempDir
    private static Path folder;

    private static SweepFixture sweep;
    private static List<Cell> cells;
    private static String expected;
    private static SparkCluster cluster;

    private final List<String> log = new CopyOnWriteArrayList<>();

    @BeforeAll
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    static void start() throws Exception {
        require(
                Files.isRegularFile(SweepFixture.home().resolve("spark/target").resolve(SparkSettings.JAR)),
                "no " + SparkSettings.JAR + "; mvn verify makes it");
        require(
                SparkCluster.availableBytes() >= SparkCluster.MEMORY_BYTES,
                "a Spark cluster needs " + SparkCluster.MEMORY_BYTES / 1_000_000 + " MB of free memory, "
                        + SparkCluster.availableBytes() / 1_000_000 + " are there");
        sweep = SweepFixture.in(folder, 40);
        cells = sweep.cells(20);
        expected = sweep.localDigest(cells);
        cluster = SparkCluster.start(folder, 2);
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void shouldEndWithSameBitsWhenOneWorkerHasNoRoomAndThenOneIsKilled() throws Exception {
        Files.createFile(cluster.cache(0));
        assertEquals(expected, digest(cluster.address(), null, () -> {}));
        assertTrue(
                log.stream().anyMatch(line -> line.contains("its cache " + cluster.cache(0) + " cannot take capture")),
                log::toString);
        Files.delete(cluster.cache(0));

        log.clear();
        assertEquals(
                expected, digest(cluster.address(), folder.resolve("store").toString(), () -> cluster.killWorker(1)));
        assertFalse(cluster.isWorkerAlive(1));
        assertTrue(log.stream().anyMatch(line -> line.contains("is gone")), log::toString);
        assertEquals(
                sweep.captures().size(), Files.list(folder.resolve("store")).count());
    }

    /** Runs the sweep; when its first outcome comes, does what is to be done then. */
    private String digest(final String master, final String store, final Runnable atFirst) throws InterruptedException {
        final List<Outcome> outcomes = new ArrayList<>();
        try (SweepEngine engine = SparkEngine.start(sweep.request(master, store, folder, log::add))) {
            engine.evaluate(cells, outcome -> {
                if (outcomes.isEmpty()) {
                    atFirst.run();
                }
                outcomes.add(outcome);
            });
            awaitFarewell();
        }
        assertEquals(cells.size(), outcomes.size());
        return SweepDigest.of(outcomes);
    }

    /** Spark tells of a lost executor by a thread of its own. */
    private void awaitFarewell() throws InterruptedException {
        final long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!cluster.isWorkerAlive(1)
                && log.stream().noneMatch(line -> line.contains("is gone"))
                && System.nanoTime() < deadlineNs) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static void require(final boolean condition, final String otherwise) throws IOException {
        if (!condition) {
            System.out.println("skipped: " + otherwise);
        }
        Assumptions.assumeTrue(condition, otherwise);
    }
}
