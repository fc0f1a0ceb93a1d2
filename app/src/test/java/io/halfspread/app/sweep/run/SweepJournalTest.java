package io.halfspread.app.sweep.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SweepJournalTest {
    @TempDir
    Path folder;

    @Test
    void shouldHoldWhatWasKeptWhenOpenedAgain() throws IOException {
        final Path file = folder.resolve("journal");
        final List<Outcome> outcomes = write(file, 5);

        try (SweepJournal journal = SweepJournal.open(file)) {
            assertEquals(5, journal.records());
            assertEquals(0, journal.cut());
            for (final Outcome outcome : outcomes) {
                assertArrayEquals(
                        outcome.encode(), journal.outcomes().get(outcome.key()).encode());
            }
        }
    }

    @Test
    void shouldCutTheTornRecordWhenWriterDiedAtAnyByte() throws IOException {
        final Path whole = folder.resolve("whole");
        write(whole, 2);
        final byte[] bytes = Files.readAllBytes(whole);
        final int first = 8 + OutcomeTest.random(new Random(1), 0, 0).encode().length;
        for (int length = 0; length < bytes.length; length++) {
            final Path torn = folder.resolve("torn");
            Files.write(torn, Arrays.copyOf(bytes, length));

            try (SweepJournal journal = SweepJournal.open(torn)) {
                final int kept = length < first ? 0 : 1;
                assertEquals(kept, journal.outcomes().size(), "cut at " + length);
                assertEquals(length - kept * first, journal.cut());
            }
            assertEquals(length < first ? 0 : first, Files.size(torn));
        }
    }

    @Test
    void shouldKeepTheLeadingRecordsWhenOneIsDamaged() throws IOException {
        final Path file = folder.resolve("journal");
        write(file, 3);
        final byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 3] ^= 1;
        Files.write(file, bytes);

        try (SweepJournal journal = SweepJournal.open(file)) {
            assertEquals(2, journal.outcomes().size());
            assertTrue(journal.cut() > 0);
        }
    }

    @Test
    void shouldRefuseWhenAnotherWritesIt() throws IOException {
        final Path file = folder.resolve("journal");
        try (SweepJournal journal = SweepJournal.open(file)) {
            assertEquals(0, journal.records());
            final Failure failure = assertThrows(Failure.class, () -> SweepJournal.open(file));
            assertEquals(Failure.ENVIRONMENT, failure.exitCode());
        }
        SweepJournal.open(file).close();
    }

    @Test
    void shouldRefuseWhenACellWasRunBefore() throws IOException {
        final Path file = folder.resolve("journal");
        write(file, 1);
        try (SweepJournal journal = SweepJournal.open(file)) {
            final Outcome again = journal.outcomes().get(journal.outcomes().firstKey());
            assertThrows(IllegalStateException.class, () -> journal.append(again));
            assertEquals(1, journal.records());
        }
    }

    private static List<Outcome> write(final Path file, final int count) {
        final Random random = new Random(1);
        final List<Outcome> outcomes = new ArrayList<>();
        try (SweepJournal journal = SweepJournal.open(file)) {
            for (int i = 0; i < count; i++) {
                outcomes.add(OutcomeTest.random(random, i, 0));
                journal.append(outcomes.get(i));
            }
        }
        return outcomes;
    }
}
