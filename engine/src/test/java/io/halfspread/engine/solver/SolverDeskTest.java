package io.halfspread.engine.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.BudgetMode;
import io.halfspread.codec.event.CalibrationDecoder;
import io.halfspread.codec.event.GapReportDecoder;
import io.halfspread.codec.event.InstrumentKind;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.PolicyCommitDecoder;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.codec.event.SessionKind;
import io.halfspread.engine.calibration.ModelShape;
import io.halfspread.engine.handler.EventWriter;
import io.halfspread.engine.ring.EventPublisher;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.settings.Instrument;
import io.halfspread.engine.settings.QuotingSettings;
import io.halfspread.engine.settings.RiskLimits;
import io.halfspread.engine.settings.SessionOpening;
import io.halfspread.engine.settings.SessionSettings;
import java.util.ArrayList;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** When it solves: by event time, by drift, at once when parameters change; what it says when a model cannot be solved. */
class SolverDeskTest {
    private static final long SECOND = 1_000_000_000L;

    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[EventRing.SLOT_LENGTH]);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private long nowNs = 1_700_000_000L * SECOND;
    private long sequence;

    @Test
    void shouldSolveByEventTimeWhenNothingDrifts() {
        final SolverDesk desk = opened(settings(1e9, 60), QuoteSource.HJB);
        run(desk, 33, 0);

        final List<Integer> answers = drain(desk);

        assertEquals(7, count(answers, CalibrationDecoder.TEMPLATE_ID));
        assertEquals(7, count(answers, PolicyCommitDecoder.TEMPLATE_ID));
        assertEquals(1, count(answers, GapReportDecoder.TEMPLATE_ID));
        assertEquals(7, desk.solves());
        assertEquals(0, desk.discarded());
    }

    @Test
    void shouldSolveEarlierWhenAnInputDrifts() {
        final SolverDesk calm = opened(settings(1e9, 60), QuoteSource.HJB);
        final SolverDesk alert = opened(settings(0.03, 60), QuoteSource.HJB);

        run(calm, 20, 5);
        run(alert, 20, 5);

        assertTrue(alert.solves() > calm.solves(), () -> alert.solves() + " against " + calm.solves());
    }

    @Test
    void shouldSolveAndReportAtOnceWhenParametersChange() {
        final SolverDesk desk = opened(settings(1e9, 60), QuoteSource.HJB);
        run(desk, 3, 0);
        drain(desk);

        new EventWriter(publisher(desk)).params(nowNs, 2, 1.5);

        final List<Integer> answers = drain(desk);
        assertEquals(1, count(answers, PolicyCommitDecoder.TEMPLATE_ID));
        assertEquals(1, count(answers, GapReportDecoder.TEMPLATE_ID));
    }

    @Test
    void shouldFollowHeuristicInstrumentsOnlyWhenTold() {
        final SolverDesk some = opened(settings(1e9, 60), QuoteSource.HEURISTIC);
        final SolverDesk all = opened(settings(1e9, 60).forAll(), QuoteSource.HEURISTIC);

        run(some, 12, 0);
        run(all, 12, 0);

        assertEquals(0, some.solves());
        assertTrue(some.answers().isEmpty());
        assertTrue(all.solves() > 0);
    }

    @Test
    void shouldCountAndPublishNoTableWhenAModelIsRefused() {
        final ModelShape shape = new ModelShape(5, 1, 1e-4, 0.5, 80, 1.0 / 3);
        final SolverDesk desk = opened(
                new SolverSettings(5 * SECOND, SECOND, 1e9, 60 * SECOND, SECOND, SECOND, 1, false, shape),
                QuoteSource.HJB);

        run(desk, 12, 0);

        assertTrue(desk.solves() > 0);
        assertEquals(desk.solves(), desk.discarded());
        assertFalse(drain(desk).contains(PolicyCommitDecoder.TEMPLATE_ID));
    }

    @Test
    void shouldOnlyCalibrateWhileItMayNotSolve() {
        final SolverDesk desk = opened(settings(1e9, 60), QuoteSource.HJB);
        desk.solving(false);
        run(desk, 12, 0);
        assertEquals(0, desk.solves());

        desk.solving(true);
        run(desk, 2, 0);

        assertTrue(desk.solves() > 0);
    }

    private static SolverSettings settings(final double driftShare, final long reportS) {
        return new SolverSettings(
                5 * SECOND,
                SECOND,
                driftShare,
                reportS * SECOND,
                15 * SECOND,
                60 * SECOND,
                32,
                false,
                new ModelShape(5, 1, 1800, 0.5, 80, 1.0 / 3));
    }

    private SolverDesk opened(final SolverSettings settings, final QuoteSource source) {
        final SolverDesk desk = new SolverDesk(settings);
        final QuotingSettings quoting = new QuotingSettings(
                source,
                0.5,
                5,
                2,
                10,
                false,
                EventWriter.d8(0.3),
                EventWriter.d8(3),
                EventWriter.d8(10),
                true,
                2,
                100,
                150_000_000L,
                450_000_000L);
        SessionOpening.publish(
                publisher(desk),
                nowNs,
                5,
                new SessionSettings(
                        SessionKind.REPLAY,
                        false,
                        BudgetMode.NONE,
                        0,
                        Long.MIN_VALUE,
                        0,
                        List.of(new Instrument(
                                "HYPE",
                                InstrumentKind.PERP,
                                2,
                                159,
                                quoting,
                                new RiskLimits(Long.MIN_VALUE, 0, 3 * SECOND, SECOND)))));
        new EventWriter(publisher(desk)).params(nowNs, 1);
        return desk;
    }

    /** Ten books a second; the mid moves up and down by some ticks each second. */
    private void run(final SolverDesk desk, final int seconds, final int ticks) {
        final EventWriter in = new EventWriter(publisher(desk));
        for (int i = 0; i < seconds * 10; i++) {
            nowNs += SECOND / 10;
            final double move = 0.01 * ticks * (i / 10 % 2) * (i / 10);
            in.bbo(0, nowNs, nowNs, 49.99 + move, 5, 50.01 + move, 5);
        }
    }

    private EventPublisher publisher(final SolverDesk desk) {
        final UnsafeBuffer event = new UnsafeBuffer(new byte[EventRing.SLOT_LENGTH]);
        return new EventPublisher() {
            @Override
            public MutableDirectBuffer claim() {
                return event;
            }

            @Override
            public long publish(final int length) {
                desk.onInput(event, 0, sequence);
                return sequence++;
            }
        };
    }

    private List<Integer> drain(final SolverDesk desk) {
        final List<Integer> templates = new ArrayList<>();
        while (!desk.answers().isEmpty()) {
            desk.answers().copyFirst(slot);
            desk.answers().removeFirst();
            templates.add(header.wrap(slot, 0).templateId());
        }
        return templates;
    }

    private static long count(final List<Integer> templates, final int templateId) {
        return templates.stream().filter(id -> id == templateId).count();
    }
}
