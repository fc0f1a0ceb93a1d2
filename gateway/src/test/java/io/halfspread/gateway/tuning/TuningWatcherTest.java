package io.halfspread.gateway.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.SourceKind;
import io.halfspread.codec.event.TuningParamsRejectedDecoder;
import io.halfspread.codec.event.TuningParamsUpdateDecoder;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.RingReader;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.engine.tuning.Sha256;
import io.halfspread.engine.tuning.TuningEvents;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningRejection;
import io.halfspread.engine.tuning.TuningUpdate;
import io.halfspread.engine.tuning.TuningValues;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a real file system with real concurrent writers; the control thread is the test's own. */
@Timeout(60)
class TuningWatcherTest {
    private static final String WHOLE = TuningValues.defaults().toJson();

    @TempDir
    private Path folder;

    private final RecordingLog log = new RecordingLog();
    private final SideQueue queue = new SideQueue(SideQueue.DEFAULT_CAPACITY);
    private final EventRing ring = new EventRing(64);
    private final RingReader reader = ring.newReader();
    private final TuningVersions versions = TuningVersions.inMemory();
    private final List<TuningUpdate> updates = new ArrayList<>();
    private final List<TuningRejection> rejections = new ArrayList<>();
    private Path params;
    private Path drops;
    private TuningWatcher watcher;

    @BeforeEach
    void start() throws IOException {
        params = folder.resolve("tuning_params.json");
        drops = folder.resolve("config/drops");
        Files.writeString(params, WHOLE);
        start(TuningWatcher.DEFAULT_POLL_NS);
    }

    private void start(final long pollNs) {
        TuningStart.fromFile(params, versions, log);
        watcher = new TuningWatcher(params, drops, queue, versions, log, pollNs);
        step();
    }

    @AfterEach
    void stop() {
        watcher.onClose();
    }

    @Test
    void shouldReadARenamedFileAtOnceAndSayWhatChanged() throws IOException {
        rename(whole(0.8), params);
        awaitUpdates(1);

        final TuningUpdate update = updates.get(0);
        assertEquals(2, update.version());
        assertEquals(SourceKind.FILE, update.source().kind());
        assertEquals(
                Sha256.of(whole(0.8).getBytes(StandardCharsets.UTF_8)),
                update.source().sha256());
        assertEquals(0.8, update.values().value(TuningParam.SKEW_ADJUSTMENT_FACTOR));
        assertTrue(
                log.infos
                        .get(1)
                        .startsWith("Reloaded tuning parameters from tuning_params.json: skew_adjustment_factor=0.8, "),
                log.infos::toString);
        assertTrue(log.infos.get(1).endsWith("; changed: skew_adjustment_factor 0.5 -> 0.8"));
    }

    @Test
    void shouldTakeAFileWrittenInPlaceSlowlyOnlyWhenItIsWhole() throws IOException, InterruptedException {
        final Thread writer = new Thread(() -> writeSlowly(params, "# new\n" + whole(1.5), 15));
        writer.start();
        awaitUpdates(1);
        writer.join();
        settle(200);

        assertEquals(1, updates.size());
        assertEquals(List.of(), rejections);
        assertEquals(
                Sha256.of(Files.readAllBytes(params)), updates.get(0).source().sha256());
    }

    @Test
    void shouldNotBelieveATruncationWhileTheWriterIsAtWork() throws IOException, InterruptedException {
        for (int round = 1; round <= 5; round++) {
            final String text = whole(round / 10.0);
            Files.newOutputStream(params).close();
            settle(30);
            Files.writeString(params, text);
            awaitUpdates(round);
        }

        assertEquals(List.of(), rejections);
        assertEquals(5, updates.size());
    }

    @Test
    void shouldRejectAHalfWrittenFileAndAcceptItWhenCompleted() throws IOException {
        final String text = whole(0.9);
        Files.writeString(params, text.substring(0, 40));
        await(() -> rejections.size() == 1);

        assertTrue(rejections.get(0).reason().startsWith("line 3:6: "), rejections.get(0)::reason);
        assertEquals(1, versions.inForce().version());
        assertTrue(log.warnings.get(0).endsWith("; version 1 stays in force"));

        Files.writeString(params, text);
        awaitUpdates(1);

        assertEquals(0.9, updates.get(0).values().value(TuningParam.SKEW_ADJUSTMENT_FACTOR));
    }

    @Test
    void shouldDoNothingForTheSameBytes() throws IOException {
        rename(WHOLE, params);
        settle(100);
        Files.writeString(params, WHOLE);
        settle(100);
        Files.setLastModifiedTime(params, FileTime.from(Instant.EPOCH));
        settle(100);

        assertEquals(0, updates.size());
        assertEquals(List.of(), log.warnings);
    }

    @Test
    void shouldSayOnceThatTheFileIsGoneOrAFolderAndKeepTheValues() throws IOException {
        Files.delete(params);
        await(() -> log.warnings.size() == 1);
        Files.createDirectory(params);
        await(() -> log.warnings.size() == 2);
        Files.delete(params);
        rename(whole(0.6), params);
        awaitUpdates(1);

        assertEquals(params + ": no such file or folder; version 1 stays in force", log.warnings.get(0));
        assertEquals(params + ": a folder, where a file is expected; version 1 stays in force", log.warnings.get(1));
        assertEquals(2, log.warnings.size());
        assertEquals(0.6, updates.get(0).values().value(TuningParam.SKEW_ADJUSTMENT_FACTOR));
    }

    @Test
    void shouldChangeOnlyWhatAnOverlayStatesAndMoveItWhenTaken() throws IOException {
        drop("a.json", "{\"skew_adjustment_factor\": 0.8}  # lean harder\n");
        awaitUpdates(1);
        drop("b.json", "{\"min_spread_base_ratio\": 0.3}");
        awaitUpdates(2);
        rename(whole(0.5) + "# again\n", params);
        awaitUpdates(3);

        assertEquals(0.8, updates.get(1).values().value(TuningParam.SKEW_ADJUSTMENT_FACTOR));
        assertEquals(0.3, updates.get(1).values().value(TuningParam.MIN_SPREAD_BASE_RATIO));
        assertEquals(SourceKind.DROP, updates.get(1).source().kind());
        assertEquals("b.json", updates.get(1).source().name());
        assertEquals(TuningValues.defaults(), updates.get(2).values());
        assertTrue(log.infos.get(3).endsWith("; no longer in force: a.json (version 2), b.json (version 3)"));
        assertTrue(Files.exists(drops.resolve("applied/a.json")));
        assertEquals(List.of(), names(drops));
    }

    @Test
    void shouldRejectADropWithItsReasonBesideIt() throws IOException {
        drop("bad.json", "{\"skew_adjustment_factor\": NaN, \"min_spread\": 1}");
        await(() -> rejections.size() == 1 && Files.exists(drops.resolve("rejected/bad.json.reason")));
        drop("bad.json", "{\"skew_adjustment_factor\": 3}");
        await(() -> rejections.size() == 2 && Files.exists(drops.resolve("rejected/bad-2.json.reason")));

        assertEquals(
                "line 1:28: skew_adjustment_factor: NaN is not a number; accepted: a number in [0, 2]\n"
                        + "line 1:33: min_spread: unknown key; the nearest known one is min_spread_base_ratio\n",
                Files.readString(drops.resolve("rejected/bad.json.reason")));
        assertEquals(
                "line 1:28: skew_adjustment_factor: 3 is out of range; accepted: a number in [0, 2]",
                rejections.get(1).reason());
        assertEquals(1, versions.inForce().version());
        assertEquals(0, updates.size());
    }

    @Test
    void shouldProcessAThousandDropsOfOneSecondOnceEachInOrder() throws InterruptedException {
        final int count = 1000;
        final Thread writer = new Thread(() -> {
            for (int i = 0; i < count; i++) {
                final String name = String.format("drop-%04d.json", i);
                final String text = "{\"liquidation_rate_multiplier\": " + i / 10.0 + "}";
                try {
                    if (i % 2 == 0) {
                        drop(name, text);
                    } else {
                        Files.writeString(drops.resolve(name), text);
                    }
                } catch (final IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });

        writer.start();
        awaitUpdates(count);
        writer.join();
        settle(100);

        assertEquals(count, updates.size());
        assertEquals(List.of(), rejections);
        for (int i = 0; i < count; i++) {
            assertEquals(i + 2, updates.get(i).version());
            assertEquals(
                    String.format("drop-%04d.json", i), updates.get(i).source().name());
        }
        assertEquals(count, names(drops.resolve("applied")).size());
        assertEquals(List.of(), names(drops));
    }

    @Test
    void shouldTakeWaitingDropsByTimeOfWritingThenName() throws IOException {
        final TreeMap<String, Integer> secondOfName = new TreeMap<>();
        secondOfName.put("z.json", 1);
        secondOfName.put("c.json", 2);
        secondOfName.put("b.json", 2);
        secondOfName.put("a.json", 3);
        for (final String name : secondOfName.keySet()) {
            Files.writeString(drops.resolve(name), "{}");
            Files.setLastModifiedTime(drops.resolve(name), FileTime.fromMillis(1_000_000L * secondOfName.get(name)));
        }
        awaitUpdates(4);

        assertEquals(
                List.of("z.json", "b.json", "c.json", "a.json"),
                updates.stream().map(update -> update.source().name()).toList());
    }

    @Test
    void shouldWaitForADropThatIsStillBeingWritten() throws InterruptedException {
        final Thread writer =
                new Thread(() -> writeSlowly(drops.resolve("slow.json"), "{\"skew_adjustment_factor\": 0.7}", 10));
        writer.start();
        awaitUpdates(1);
        writer.join();
        settle(50);

        assertEquals(List.of(), rejections);
        assertEquals(1, updates.size());
        assertEquals(List.of("slow.json"), names(drops.resolve("applied")));
    }

    @Test
    void shouldIgnoreWhatIsNotADrop() throws IOException {
        for (final String name :
                new String[] {".hidden.json", "a.json.tmp", "b.json~", "c.json.swp", "d.txt", ".gitkeep"}) {
            Files.writeString(drops.resolve(name), "{broken");
        }
        Files.createDirectory(drops.resolve("folder.json"));
        Files.setLastModifiedTime(drops.resolve("folder.json"), FileTime.fromMillis(0));
        drop("real.json", "{}");
        awaitUpdates(1);
        settle(100);

        assertEquals(List.of(), rejections);
        assertEquals(
                List.of(drops.resolve("folder.json") + ": a folder, where a file is expected; it is left alone"),
                log.warnings);
        assertEquals(7, names(drops).size());
    }

    @Test
    void shouldKeepDropsUntilTheQueueHasRoom() throws IOException {
        final UnsafeBuffer filler = new UnsafeBuffer(new byte[1024]);
        for (int length = 1024; length >= 32; length /= 2) {
            while (queue.offer(filler, length)) {
                assertFalse(queue.isEmpty());
            }
        }
        drop("late.json", "{\"skew_adjustment_factor\": 0.7}");
        rename(whole(0.4), params);
        for (int i = 0; i < 100; i++) {
            watcher.doWork();
        }

        assertTrue(Files.exists(drops.resolve("late.json")));
        assertEquals(1, versions.inForce().version());

        while (!queue.isEmpty()) {
            queue.drain(ring, 1);
            reader.poll((buffer, offset, length, sequence) -> {}, 1000);
        }
        awaitUpdates(2);

        assertEquals(3, versions.inForce().version());
        assertEquals(List.of(), names(drops));
    }

    @Test
    void shouldProcessADropOnceWhenItCannotBeMoved() throws IOException {
        Files.writeString(drops.resolve("applied"), "a file in the way");
        drop("stuck.json", "{\"skew_adjustment_factor\": 0.7}");
        awaitUpdates(1);
        settle(100);

        assertEquals(1, updates.size());
        assertEquals(1, log.warnings.size(), log.warnings::toString);
        assertTrue(log.warnings.get(0).contains("it cannot be moved to applied/"));

        drop("stuck.json", "{\"skew_adjustment_factor\": 0.9}");
        awaitUpdates(2);

        assertEquals(0.9, updates.get(1).values().value(TuningParam.SKEW_ADJUSTMENT_FACTOR));
    }

    @Test
    void shouldMoveStuckDropsAndFindANewFolderAtThePoll() throws IOException {
        watcher.onClose();
        start(TimeUnit.MILLISECONDS.toNanos(50));
        Files.writeString(drops.resolve("applied"), "a file in the way");
        drop("stuck.json", "{\"skew_adjustment_factor\": 0.7}");
        awaitUpdates(1);
        Files.delete(drops.resolve("applied"));
        await(() -> Files.exists(drops.resolve("applied/stuck.json")));
        deleteAll(drops);
        await(() -> Files.isDirectory(drops));
        drop("again.json", "{}");
        awaitUpdates(2);

        assertEquals("again.json", updates.get(1).source().name());
    }

    @Test
    void shouldNoticeAChangeThatLeavesSizeAndTimeAtThePoll() throws IOException {
        watcher.onClose();
        start(TimeUnit.MILLISECONDS.toNanos(50));
        final FileTime before = Files.getLastModifiedTime(params);
        try (RandomAccessFile file = new RandomAccessFile(params.toFile(), "rw")) {
            file.seek(WHOLE.indexOf("0.5"));
            file.write("0.6".getBytes(StandardCharsets.US_ASCII));
        }
        Files.setLastModifiedTime(params, before);
        awaitUpdates(1);

        assertEquals(0.6, updates.get(0).values().value(TuningParam.SKEW_ADJUSTMENT_FACTOR));
    }

    @Test
    void shouldFollowLinksAndKeepWhatWasRead() throws IOException {
        final Path preset = Files.writeString(folder.resolve("preset.json"), "{\"skew_adjustment_factor\": 0.7}");
        Files.createSymbolicLink(drops.resolve("link.json"), Path.of("../../preset.json"));
        awaitUpdates(1);
        Files.createSymbolicLink(drops.resolve("dangling.json"), Path.of("nowhere.json"));
        await(() -> Files.exists(drops.resolve("rejected/dangling.json.reason")));

        assertEquals(Files.readString(preset), Files.readString(drops.resolve("applied/link.json")));
        assertFalse(Files.isSymbolicLink(drops.resolve("applied/link.json")));
        assertTrue(Files.exists(preset));
        assertEquals(List.of(), names(drops));
    }

    @Test
    void shouldRefuseAHugeFileWithoutReadingIt() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(drops.resolve("huge.json").toFile(), "rw")) {
            file.setLength(1L << 32);
        }
        await(() -> Files.exists(drops.resolve("rejected/huge.json.reason")));

        assertTrue(log.warnings.get(0).contains("larger than 65536 bytes"), log.warnings::toString);
    }

    @Test
    void shouldSurviveAWriterThatReplacesTheFileAllTheTime() throws InterruptedException, IOException {
        final int rounds = 300;
        final Thread writer = new Thread(() -> {
            for (int i = 1; i <= rounds; i++) {
                try {
                    rename(whole(i / 1000.0), params);
                } catch (final IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        writer.start();
        await(() -> versions.inForce().values().value(TuningParam.SKEW_ADJUSTMENT_FACTOR) == rounds / 1000.0);
        writer.join();
        settle(100);

        assertEquals(List.of(), rejections);
        assertEquals(List.of(), log.warnings);
        double last = 0;
        for (final TuningUpdate update : updates) {
            assertTrue(update.values().value(TuningParam.SKEW_ADJUSTMENT_FACTOR) > last);
            last = update.values().value(TuningParam.SKEW_ADJUSTMENT_FACTOR);
        }
    }

    private static String whole(final double skew) {
        return WHOLE.replaceFirst("0\\.5", Double.toString(skew));
    }

    private void drop(final String name, final String text) throws IOException {
        rename(text, drops.resolve(name));
    }

    private void rename(final String text, final Path target) throws IOException {
        final Path temporary = Files.writeString(Files.createTempFile(folder, "t", ".tmp"), text);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void writeSlowly(final Path file, final String text, final int pauseMs) {
        try (var out = Files.newOutputStream(file)) {
            for (final byte b : text.getBytes(StandardCharsets.UTF_8)) {
                out.write(b);
                out.flush();
                if (b == '\n' || text.length() < 60) {
                    Thread.sleep(pauseMs);
                }
            }
        } catch (final IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(final Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("folder.json") || !Files.isDirectory(file))
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteAll(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void awaitUpdates(final int count) {
        await(() -> updates.size() >= count);
    }

    private void await(final BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            step();
        }
    }

    private void settle(final long ms) {
        final long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
        await(() -> System.nanoTime() >= end);
    }

    private void step() {
        if (watcher.doWork() == 0) {
            LockSupport.parkNanos(500_000);
        }
        queue.drain(ring, 1);
        reader.poll(this::onEvent, 64);
    }

    private void onEvent(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        final int template = new MessageHeaderDecoder().wrap(buffer, offset).templateId();
        if (template == TuningParamsUpdateDecoder.TEMPLATE_ID) {
            updates.add(TuningEvents.decodeUpdate(buffer, offset));
        } else if (template == TuningParamsRejectedDecoder.TEMPLATE_ID) {
            rejections.add(TuningEvents.decodeRejection(buffer, offset));
        }
    }
}
