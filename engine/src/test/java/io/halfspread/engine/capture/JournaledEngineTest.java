package io.halfspread.engine.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.BudgetMode;
import io.halfspread.codec.event.InstrumentKind;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.codec.event.SessionKind;
import io.halfspread.engine.agent.EngineAgent;
import io.halfspread.engine.handler.EventWriter;
import io.halfspread.engine.handler.QuotingHandler;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.RingReader;
import io.halfspread.engine.settings.Instrument;
import io.halfspread.engine.settings.QuotingSettings;
import io.halfspread.engine.settings.RiskLimits;
import io.halfspread.engine.settings.SessionOpening;
import io.halfspread.engine.settings.SessionSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournaledEngineTest {
    private static final long MS = 1_000_000L;
    private static final long START_NS = 1_700_000_000_000L * MS;
    private static final int EVENTS = 3_000;

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    @Test
    void shouldGiveTheEnginesHashWhenItsCaptureIsVerifiedAndReplayed() {
        final Path capture = folder.resolve("capture");
        final EventRing inputs = new EventRing(1024);
        final EventRing outputs = new EventRing(4096);
        final QuotingHandler handler = new QuotingHandler(outputs);
        final RingReader engineInputs = inputs.newReader();
        final EngineAgent engine = new EngineAgent(engineInputs, outputs, handler, 256);
        final JournalAgent journal = new JournalAgent(
                inputs.newReader(engineInputs),
                outputs.newReader(),
                CaptureWriter.open(capture, SampleSession.IDENTITY, new CaptureSettings(64 << 10, false, 0)),
                768);

        run(inputs, engine, journal);
        engine.onClose();
        journal.end(handler.hash());
        final VerifyReport report = CaptureVerifier.verify(capture);

        assertEquals(null, report.problem());
        assertEquals(handler.inputs(), report.totals().inputs());
        assertTrue(report.totals().outputs() > EVENTS / 2, report.toString());
        assertEquals(Hex.hex16(handler.hash()), report.hash());
        assertEquals(Hex.hex16(handler.hash()), ManifestFile.read(capture).hash());
        assertEquals(handler.hash(), replay(capture));
    }

    private static void run(final EventRing inputs, final EngineAgent engine, final JournalAgent journal) {
        final EventWriter market = new EventWriter(inputs);
        SessionOpening.publish(inputs, START_NS, 77, settings());
        market.params(START_NS, 1);
        for (int i = 0; i < EVENTS; i++) {
            final long nowNs = START_NS + i * 70 * MS;
            final double bid = 37.5 + (i * 7 % 31) * 0.01;
            market.bbo(0, nowNs, nowNs - 100 * MS, bid, 5 + i % 3, bid + 0.01, 5);
            if (i % 5 == 0) {
                market.timer(nowNs);
            }
            if (i % 50 == 0) {
                engine.doWork();
            }
            if (i % 70 == 0) {
                journal.doWork();
            }
        }
    }

    private static long replay(final Path capture) {
        final EventRing outputs = new EventRing(4096);
        final RingReader reader = outputs.newReader();
        final QuotingHandler handler = new QuotingHandler(outputs);
        try (CaptureInputs recorded = CaptureInputs.open(capture)) {
            while (recorded.next()) {
                handler.onMessage(recorded.buffer(), recorded.offset(), recorded.length(), recorded.sequence());
                reader.poll((buffer, offset, length, sequence) -> {}, 1024);
            }
        }
        return handler.hash();
    }

    private static SessionSettings settings() {
        final QuotingSettings quoting = new QuotingSettings(
                QuoteSource.HEURISTIC,
                0,
                5,
                2,
                10,
                false,
                EventWriter.d8(0.3),
                EventWriter.d8(3),
                EventWriter.d8(10),
                false,
                1,
                100,
                150_000_000L,
                450_000_000L);
        final RiskLimits limits = new RiskLimits(Long.MIN_VALUE, 0, 3_000 * MS, 2_000 * MS);
        final Instrument hype = new Instrument("HYPE", InstrumentKind.PERP, 2, 159, quoting, limits);
        return new SessionSettings(SessionKind.REPLAY, false, BudgetMode.NONE, 0, Long.MIN_VALUE, 0, List.of(hype));
    }
}
