package io.halfspread.gateway.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.SourceKind;
import io.halfspread.engine.tuning.Sha256;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningSource;
import io.halfspread.engine.tuning.TuningUpdate;
import io.halfspread.engine.tuning.TuningValues;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuningLedgerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:15:30.123456789Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final RecordingLog log = new RecordingLog();
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("params/ledger.yaml");
    }

    @Test
    void shouldReadBackExactlyWhatWasAppended() throws IOException {
        final SplittableRandom random = new SplittableRandom(21);
        final List<LedgerEntry> written = new ArrayList<>();
        try (TuningLedger ledger = TuningLedger.open(file)) {
            for (int version = 1; version <= 200; version++) {
                written.add(entry(random, version));
                ledger.append(written.get(version - 1));
            }
        }

        final TuningLedger.Contents contents = TuningLedger.read(file);

        assertEquals(written, contents.entries());
        assertEquals(List.of(), contents.problems());
        assertEquals(Files.size(file), contents.length());
    }

    @Test
    void shouldLeaveOutATornTailWhereverItIsCut() throws IOException {
        final SplittableRandom random = new SplittableRandom(22);
        final List<LedgerEntry> written = List.of(entry(random, 1), entry(random, 2));
        try (TuningLedger ledger = TuningLedger.open(file)) {
            ledger.append(written.get(0));
            ledger.append(written.get(1));
        }
        final byte[] whole = Files.readAllBytes(file);
        final int first = new String(whole, StandardCharsets.UTF_8).indexOf("\n...\n") + 5;

        for (int length = first + 1; length < whole.length; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertEquals(written.subList(0, 1), TuningLedger.read(file).entries());
            assertEquals(1, TuningLedger.read(file).problems().size());
        }
        try (TuningLedger ledger = TuningLedger.open(file)) {
            ledger.append(written.get(1));
        }

        assertEquals(written, TuningLedger.read(file).entries());
    }

    @Test
    void shouldNameADamagedEntryAndKeepTheOthers() throws IOException {
        try (TuningLedger ledger = TuningLedger.open(file)) {
            for (int version = 1; version <= 3; version++) {
                ledger.append(entry(new SplittableRandom(version), version));
            }
        }
        Files.writeString(file, Files.readString(file).replace("version: 2", "version: two"));

        final TuningLedger.Contents contents = TuningLedger.read(file);

        assertEquals(
                List.of(1L, 3L),
                contents.entries().stream().map(e -> e.update().version()).toList());
        assertEquals(1, contents.problems().size());
    }

    @Test
    void shouldLetOnlyOneAppend() throws IOException {
        try (TuningLedger ledger = TuningLedger.open(file)) {
            assertThrows(IOException.class, () -> TuningLedger.open(file));
            final TuningVersions second = TuningVersions.open(file, log, CLOCK);
            second.accept(TuningUpdate.defaults());

            assertTrue(log.warnings.get(0).contains("already appends to this ledger"), log.warnings::toString);
            ledger.append(entry(new SplittableRandom(1), 1));
        }
        assertEquals(1, TuningLedger.read(file).entries().size());
    }

    @Test
    void shouldGoOnNumberingAndNameOverlaysThatEnded() {
        final TuningSource source = TuningSource.defaults();
        try (TuningVersions first = TuningVersions.open(file, log, CLOCK)) {
            first.accept(first.propose(source, TuningValues.defaults(), Set.of()));
            drop(first, "volatile.json", 0.8);
            drop(first, "more.json", 0.9);
            assertEquals(3, first.inForce().version());
        }
        try (TuningVersions second = TuningVersions.open(file, log, CLOCK)) {
            final TuningUpdate start = TuningStart.fromFile(folder.resolve("tuning_params.json"), second, log);

            assertEquals(4, start.version());
            assertEquals(List.of(), second.overlays());
        }

        assertTrue(
                log.infos.get(1).endsWith("; no longer in force: volatile.json (version 2), more.json (version 3)"),
                log.infos::toString);
        assertTrue(log.infos.get(1).contains("; defaulted: skew_adjustment_factor, adverse"));
    }

    @Test
    void shouldSayThatVersionsAreNotKeptWhenTheFolderIsAFile() throws IOException {
        Files.writeString(folder.resolve("params"), "in the way");
        final TuningVersions versions = TuningVersions.open(file, log, CLOCK);

        versions.accept(TuningUpdate.defaults());
        versions.close();

        assertEquals(1, log.warnings.size());
        assertTrue(log.warnings.get(0).startsWith("parameter versions of this run are not kept: "));
        assertEquals(
                2,
                versions.propose(TuningSource.defaults(), TuningValues.defaults(), Set.of())
                        .version());
    }

    @Test
    void shouldReadTextThatWasAppendedByHandOnlyWhenItIsAnEntry() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "---\nhello\n...\n", StandardOpenOption.CREATE);

        assertEquals(1, TuningLedger.read(file).problems().size());
        assertEquals(List.of(), TuningLedger.read(file).entries());
    }

    private static void drop(final TuningVersions versions, final String name, final double skew) {
        final TuningSource source = new TuningSource(SourceKind.DROP, name, Sha256.of(new byte[0]));
        final TuningValues values = TuningValues.defaults().with(Map.of(TuningParam.SKEW_ADJUSTMENT_FACTOR, skew));
        versions.accept(versions.propose(source, values, EnumSet.of(TuningParam.SKEW_ADJUSTMENT_FACTOR)));
    }

    private static LedgerEntry entry(final SplittableRandom random, final int version) {
        final double[] values = Arrays.stream(TuningParam.values())
                .mapToDouble(param ->
                        random.nextBoolean() ? param.max() * Math.max(1e-300, random.nextDouble()) : param.max())
                .toArray();
        final String[] names = {
            "tuning_params.json", "a: \"b\" # c'\u00e9.json", "true", "---", "...", "1.5", " x ", "{"
        };
        final byte[] bytes = {(byte) random.nextInt()};
        final TuningSource source =
                new TuningSource(SourceKind.get((short) random.nextInt(4)), names[random.nextInt(8)], Sha256.of(bytes));
        final Set<TuningParam> stated = EnumSet.noneOf(TuningParam.class);
        Arrays.stream(TuningParam.values()).filter(p -> random.nextBoolean()).forEach(stated::add);
        return new LedgerEntry(
                Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                new TuningUpdate(version, source, TuningValues.of(values), stated),
                EnumSet.copyOf(List.of(TuningParam.values()[random.nextInt(7)])));
    }
}
