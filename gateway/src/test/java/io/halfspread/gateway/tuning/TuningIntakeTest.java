package io.halfspread.gateway.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.SourceKind;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.RingReader;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.engine.tuning.TuningUpdate;
import io.halfspread.engine.tuning.TuningValues;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TuningIntakeTest {
    private static final int ROUNDS = 2_001;

    private final RecordingLog log = new RecordingLog();
    private final TuningVersions versions = TuningVersions.inMemory();
    private final SideQueue queue = new SideQueue(SideQueue.DEFAULT_CAPACITY);
    private final EventRing ring = new EventRing(16);
    private final RingReader reader = ring.newReader();

    @Test
    void shouldNeedLessThanAMillisecondFromBytesToQueue() {
        versions.accept(TuningUpdate.defaults());
        final TuningIntake intake = new TuningIntake(queue, versions, log);
        final byte[] bytes = TuningValues.defaults().toJson().getBytes(StandardCharsets.UTF_8);
        final long[] tookNs = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            final long startNs = System.nanoTime();
            assertEquals(
                    TuningIntake.Outcome.ACCEPTED,
                    intake.bring(SourceKind.FILE, "tuning_params.json", TuningFile.of(bytes)));
            tookNs[round] = System.nanoTime() - startNs;
            queue.drain(ring, round);
            reader.poll((buffer, offset, length, sequence) -> {}, 16);
        }

        Arrays.sort(tookNs);
        final long medianNs = tookNs[ROUNDS / 2];

        System.out.println("reload from bytes to queue: median " + medianNs / 1000 + " us");
        assertEquals(ROUNDS + 1, versions.inForce().version());
        assertTrue(medianNs < 1_000_000, "median " + medianNs + " ns");
    }
}
