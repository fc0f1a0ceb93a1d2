package io.halfspread.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.console.Failure;
import io.halfspread.app.sweep.run.CaptureRef;
import io.halfspread.app.sweep.run.SharedCaptures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CaptureCacheTest {
    private static final String SEGMENT = "segment-000000.hsc";
    private static final Configuration HADOOP = new Configuration();

    @TempDir
    private static Path captures;

    @TempDir
    private Path folder;

    private static CaptureRef capture;
    private CaptureSource source;
    private CaptureCache cache;

    @BeforeAll
    static void make() throws IOException {
        capture = SweepFixture.in(captures, 5).captures().get(0);
    }

    @BeforeEach
    void lay() {
        source = new CaptureStore(folder.resolve("store").toString(), HADOOP).lay(capture);
        cache = cacheIn(folder.resolve("cache"));
    }

    @Test
    void shouldFetchFromStoreOnce() throws IOException {
        final CaptureRef local = cache.local(source);

        assertEquals(folder.resolve("cache").resolve(capture.sha256()), local.path());
        assertEquals(capture.identity(), local.identity());
        try (SharedCaptures shared = new SharedCaptures()) {
            assertEquals(capture.contentId(), contentId(shared, local));
        }
        Files.delete(stored(SEGMENT));
        assertEquals(local, cache.local(source));
    }

    @Test
    void shouldReadInPlaceWhatTheDriverHas() {
        assertEquals(capture, cache.local(new CaptureSource(capture.json(), "")));
        assertFalse(Files.exists(folder.resolve("cache")));
    }

    @Test
    void shouldFetchOnceWhenSeveralTasksAskTogether() throws Exception {
        final int tasks = 4;
        final ExecutorService pool = Executors.newFixedThreadPool(tasks);
        final CountDownLatch together = new CountDownLatch(tasks);
        try {
            final List<Future<CaptureRef>> found = new ArrayList<>();
            for (int i = 0; i < tasks; i++) {
                found.add(pool.submit(() -> {
                    together.countDown();
                    together.await();
                    return cacheIn(folder.resolve("cache")).local(source);
                }));
            }
            for (final Future<CaptureRef> each : found) {
                assertEquals(
                        folder.resolve("cache").resolve(capture.sha256()),
                        each.get().path());
            }
        } finally {
            pool.shutdownNow();
        }
        assertNothingHalf();
    }

    @Test
    void shouldKeepNothingWhoseBytesWereChanged() throws IOException {
        final Path segment = stored(SEGMENT);
        final byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);
        Files.deleteIfExists(segment.resolveSibling("." + SEGMENT + ".crc"));

        final WorkerFault fault = assertThrows(WorkerFault.class, () -> cache.local(source));

        assertTrue(
                fault.getMessage().contains("worker here") && fault.getMessage().contains(SEGMENT), fault::getMessage);
        assertNothingHalf();
        assertFalse(Files.exists(folder.resolve("cache").resolve(capture.sha256())));
    }

    @Test
    void shouldNameWorkerAndPlaceWhenCaptureIsNotThere() throws IOException {
        Files.delete(stored(CaptureStore.MANIFEST));

        final WorkerFault fault = assertThrows(WorkerFault.class, () -> cache.local(source));

        assertEquals(1L, fault.getMessage().lines().count());
        assertTrue(fault.getMessage().contains("--store"), fault::getMessage);
    }

    @Test
    void shouldNameWorkerWhoseDiskTakesNothing() throws IOException {
        final Path blocked = Files.createFile(folder.resolve("blocked"));

        final WorkerFault fault =
                assertThrows(WorkerFault.class, () -> cacheIn(blocked).local(source));

        assertTrue(fault.getMessage().startsWith("worker here: its cache " + blocked), fault::getMessage);
    }

    @Test
    void shouldNameWorkerWithoutRoom() {
        final WorkerFault fault = assertThrows(
                WorkerFault.class,
                () -> new CaptureCache(folder.resolve("cache"), "here", HADOOP, () -> CaptureCache.SPARE_BYTES)
                        .local(source));

        assertTrue(fault.getMessage().startsWith("worker here: no room in "), fault::getMessage);
    }

    @Test
    void shouldRefuseStoreOfUnknownKind() {
        final CaptureStore store = new CaptureStore("nowhere://bucket/folder", HADOOP);

        final Failure failure = assertThrows(Failure.class, () -> store.lay(capture));

        assertEquals(Failure.ENVIRONMENT, failure.exitCode());
        assertTrue(failure.getMessage().contains("nowhere"), failure.getMessage());
    }

    private Path stored(final String file) {
        return folder.resolve("store").resolve(capture.sha256()).resolve(file);
    }

    private static CaptureCache cacheIn(final Path root) {
        return new CaptureCache(root, "here", HADOOP, () -> Long.MAX_VALUE);
    }

    private static String contentId(final SharedCaptures shared, final CaptureRef ref) {
        return java.util.HexFormat.of()
                .toHexDigits(shared.of(ref).manifest().identity().contentId());
    }

    private void assertNothingHalf() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".part")).toList());
        }
    }
}
