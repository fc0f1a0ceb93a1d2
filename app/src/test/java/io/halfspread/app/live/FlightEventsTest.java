package io.halfspread.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.QuoteDecisionEncoder;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.QuoteSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions and stalls in a Flight Recording. */
final class FlightEventsTest {
    private static final String DECISION = "halfspread.Decision";
    private static final String STALL = "halfspread.Stall";

    @TempDir
    private Path folder;

    @Test
    void shouldRecordStallsAlwaysAndDecisionsWhenAskedFor() throws IOException {
        final List<RecordedEvent> quiet = recorded(folder.resolve("quiet.jfr"), false);
        final List<RecordedEvent> all = recorded(folder.resolve("all.jfr"), true);

        assertEquals(List.of(STALL), names(quiet));
        assertEquals(List.of(DECISION, STALL), names(all));
        assertEquals("HYPE", all.get(0).getString("coin"));
        assertEquals(7, all.get(0).getLong("cause"));
        assertEquals("STALE_DATA", all.get(0).getString("bidReason"));
        assertEquals("engine", all.get(1).getString("agent"));
        assertEquals(Duration.ofMillis(5), all.get(1).getDuration("silence"));
    }

    private static List<RecordedEvent> recorded(final Path file, final boolean decisions) throws IOException {
        try (Recording recording = new Recording()) {
            recording.enable(STALL);
            if (decisions) {
                recording.enable(DECISION);
            }
            recording.start();
            DecisionEvent.record(decision(), "HYPE");
            StallEvent.record("engine", 5_000_000);
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith("halfspread."))
                .sorted((a, b) ->
                        a.getEventType().getName().compareTo(b.getEventType().getName()))
                .toList();
    }

    private static List<String> names(final List<RecordedEvent> events) {
        return events.stream().map(event -> event.getEventType().getName()).toList();
    }

    private static QuoteDecisionDecoder decision() {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        new QuoteDecisionEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .causeSequence(7)
                .source(QuoteSource.HEURISTIC)
                .bidReason(QuoteReason.STALE_DATA)
                .askReason(QuoteReason.QUOTED);
        return new QuoteDecisionDecoder()
                .wrap(
                        buffer,
                        MessageHeaderEncoder.ENCODED_LENGTH,
                        QuoteDecisionDecoder.BLOCK_LENGTH,
                        QuoteDecisionDecoder.SCHEMA_VERSION);
    }
}
