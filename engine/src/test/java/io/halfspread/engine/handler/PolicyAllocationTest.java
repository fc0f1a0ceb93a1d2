package io.halfspread.engine.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import io.halfspread.codec.event.BudgetMode;
import io.halfspread.codec.event.InstrumentKind;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.engine.ring.EventPublisher;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.settings.Instrument;
import io.halfspread.engine.settings.SessionOpening;
import io.halfspread.engine.settings.SessionSettings;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Tables arriving, being swapped in and looked up cost the engine thread no garbage. */
class PolicyAllocationTest {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<UnsafeBuffer> events = new ArrayList<>();
    private final QuotingHandler handler = new QuotingHandler(new EventRing(256));

    @Test
    void shouldAllocateNothingWhileTablesComeAndQuote() {
        open();
        final int opening = events.size();
        final PolicyWriter policies = new PolicyWriter(new Recorded());
        final EventWriter in = new EventWriter(new Recorded());
        long nowNs = 1_700_000_000L * EngineHarness.SECOND;
        for (int version = 1; version <= 3; version++) {
            policies.rows(nowNs, version, PolicyWriter.ROWS, 10 + version, 9, 0);
            policies.commit(nowNs, version, EventWriter.d8(0.3), 0, 1);
            nowNs += EngineHarness.SECOND / 2;
            in.bbo(0, nowNs, nowNs, 49.9 + version * 0.01, 5, 50.1, 5);
        }
        feed(0, opening);
        for (int i = 0; i < 300; i++) {
            feed(opening, events.size());
        }
        threads.getCurrentThreadAllocatedBytes();

        final long before = threads.getCurrentThreadAllocatedBytes();
        feed(opening, events.size());
        final long bytes = threads.getCurrentThreadAllocatedBytes() - before;

        assertEquals(0, bytes);
        assertEquals(3, handler.policyVersion(0));
    }

    private void open() {
        final SessionSettings session = EngineHarness.session(BudgetMode.NONE, 0, Long.MIN_VALUE, 0);
        SessionOpening.publish(
                new Recorded(),
                1,
                EngineHarness.SESSION,
                new SessionSettings(
                        session.kind(),
                        session.ownOrdersInBook(),
                        session.budgetMode(),
                        session.budgetInitial(),
                        session.maxDrawdownUsd(),
                        session.maxOrdersPerSecond(),
                        List.of(new Instrument(
                                "HYPE",
                                InstrumentKind.PERP,
                                2,
                                159,
                                EngineHarness.quoting(QuoteSource.BLEND, 0.6, true),
                                EngineHarness.limits()))));
        new EventWriter(new Recorded()).params(2, 1);
    }

    private void feed(final int from, final int to) {
        for (int i = from; i < to; i++) {
            handler.onMessage(events.get(i), 0, EventRing.SLOT_LENGTH, i);
        }
    }

    /** Keeps what is published as an event of its own. */
    private final class Recorded implements EventPublisher {
        private UnsafeBuffer event;

        @Override
        public MutableDirectBuffer claim() {
            event = new UnsafeBuffer(new byte[EventRing.SLOT_LENGTH]);
            return event;
        }

        @Override
        public long publish(final int length) {
            events.add(event);
            return events.size();
        }
    }
}
