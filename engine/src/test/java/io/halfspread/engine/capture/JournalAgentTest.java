package io.halfspread.engine.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.RingReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalAgentTest {
    private static final int SLOTS = 64;

    @TempDir
    Path folder;

    private final EventRing inputRing = new EventRing(SLOTS);
    private final EventRing outputRing = new EventRing(SLOTS);
    private final RingReader engineInputs = inputRing.newReader();
    private final RingReader journalInputs = inputRing.newReader(engineInputs);
    private final RingReader journalOutputs = outputRing.newReader();
    private final SampleEvents events = new SampleEvents(1);
    private final SplittableRandom random = new SplittableRandom(2);
    private final List<SampleSession.Message> expected = new ArrayList<>();
    private long answered;

    @Test
    void shouldGiveUpASlowDiskBeforeTheEngineHasToWait() {
        assertEquals(6_144, JournalAgent.backlogLimit(8_192, 22));
        assertEquals(768, JournalAgent.backlogLimit(1_024, 22));
        assertEquals(119, JournalAgent.backlogLimit(1_024, 904));
    }

    @Test
    void shouldRecordEachInputThenItsOutputsWhenStagesRunAtAnyPace() {
        final CaptureWriter writer =
                CaptureWriter.open(folder.resolve("capture"), SampleSession.IDENTITY, CaptureSettings.OFFLINE);
        final JournalAgent journal = new JournalAgent(journalInputs, journalOutputs, writer, SLOTS * 3 / 4);

        for (int step = 0; step < 20_000; step++) {
            switch (random.nextInt(3)) {
                case 0 -> publishInput();
                case 1 -> engineStep();
                default -> journal.doWork();
            }
        }
        while (engineStep()) {
            journal.doWork();
        }
        journal.end(42);
        journal.onClose();

        assertTrue(answered > 1_000, "the engine answered");
        assertEquals(expected, SampleSession.read(folder.resolve("capture")));
        assertEquals(
                "000000000000002a", ManifestFile.read(folder.resolve("capture")).hash());
    }

    @Test
    void shouldRecordNothingWhenEngineHasNotHandledTheInput() {
        final CaptureWriter writer =
                CaptureWriter.open(folder.resolve("capture"), SampleSession.IDENTITY, CaptureSettings.OFFLINE);
        final JournalAgent journal = new JournalAgent(journalInputs, journalOutputs, writer, SLOTS * 3 / 4);
        publishInput();

        assertEquals(0, journal.doWork());

        engineStep();
        assertTrue(journal.doWork() > 0, "the input is there after the engine");
        journal.onClose();
    }

    @Test
    void shouldRecordFinalOutputWhenItFollowsTheLastInputLate() {
        final CaptureWriter writer =
                CaptureWriter.open(folder.resolve("capture"), SampleSession.IDENTITY, CaptureSettings.OFFLINE);
        final JournalAgent journal = new JournalAgent(journalInputs, journalOutputs, writer, SLOTS * 3 / 4);
        publishInput();
        engineStep();
        journal.doWork();

        publishOutput(0);
        journal.onClose();

        assertEquals(expected, SampleSession.read(folder.resolve("capture")));
    }

    private void publishInput() {
        final var slot = inputRing.claim();
        if (slot != null) {
            inputRing.publish(events.input(slot, inputRing.published() + 1));
        }
    }

    private boolean engineStep() {
        return outputRing.hasRoomFor(3)
                && engineInputs.poll(
                                (buffer, offset, length, sequence) -> {
                                    final byte[] bytes = new byte[length];
                                    buffer.getBytes(offset, bytes);
                                    expected.add(new SampleSession.Message(true, sequence, bytes));
                                    for (int outputs = random.nextInt(4); outputs > 0; outputs--) {
                                        publishOutput(sequence);
                                    }
                                },
                                1)
                        > 0;
    }

    private void publishOutput(final long cause) {
        final var slot = outputRing.claim();
        final int length = events.output(slot, cause);
        final byte[] bytes = new byte[length];
        new UnsafeBuffer(slot).getBytes(0, bytes);
        expected.add(new SampleSession.Message(false, outputRing.publish(length), bytes));
        answered++;
    }
}
