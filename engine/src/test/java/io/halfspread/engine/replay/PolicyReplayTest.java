package io.halfspread.engine.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.CalibrationDecoder;
import io.halfspread.codec.event.GapReportDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.PolicyCommitDecoder;
import io.halfspread.codec.event.PolicyRowsDecoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.engine.agent.ThreadingMode;
import io.halfspread.engine.calibration.ModelShape;
import io.halfspread.engine.solver.RecordedModel;
import io.halfspread.engine.solver.SolverDesk;
import io.halfspread.engine.solver.SolverSettings;
import io.halfspread.engine.solver.TableResolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Policies in replays: solved in line on market data and on overrides, taken from the record otherwise. */
class PolicyReplayTest {
    private static final List<byte[]> MARKET = SampleMarket.messages(9, 1500);

    private static final int MOST_ANSWERS = 4;

    private static ReplayRunner heuristic;
    private static ReplayRunner byTable;
    private static ReplaySummary tableSummary;

    @BeforeAll
    static void replay() {
        heuristic = new ReplayRunner(desk());
        heuristic.run(ReplayRunner.market(), MARKET);
        byTable = new ReplayRunner(desk());
        tableSummary = byTable.run(source(QuoteSource.HJB), heuristic.inputs);
    }

    @Test
    void shouldSolveNothingWhenTheHeuristicQuotes() {
        assertEquals(0, of(heuristic.inputs, CalibrationDecoder.TEMPLATE_ID).size());
        assertEquals(
                new ReplayRunner().run(ReplayRunner.market(), MARKET).hash(),
                new ReplayRunner(desk()).run(ReplayRunner.market(), MARKET).hash());
    }

    @Test
    void shouldQuoteByTablesSolvedInLine() {
        assertTrue(tableSummary.solves() > 10);
        assertEquals(0, tableSummary.discardedSolves());
        final int commits = of(byTable.inputs, PolicyCommitDecoder.TEMPLATE_ID).size();
        assertEquals(
                tableSummary.solves(),
                of(byTable.inputs, CalibrationDecoder.TEMPLATE_ID).size());
        assertTrue(commits > tableSummary.solves() - 3);
        assertTrue(of(byTable.inputs, GapReportDecoder.TEMPLATE_ID).size() >= 2);
        final QuoteDecisionDecoder decision = new QuoteDecisionDecoder();
        final long quoted = of(byTable.outputs, QuoteDecisionDecoder.TEMPLATE_ID).stream()
                .filter(bytes -> decision.wrapAndApplyHeader(new UnsafeBuffer(bytes), 0, new MessageHeaderDecoder())
                                .source()
                        == QuoteSource.HJB)
                .count();
        assertTrue(quoted > 300, () -> quoted + " decisions by a table");
    }

    @Test
    void shouldComputeTheSameWhateverTheThreadsAndTheBatch() {
        final ReplayRunner again = new ReplayRunner(desk());

        final ReplaySummary summary =
                again.run(source(QuoteSource.HJB), heuristic.inputs, ThreadingMode.DEDICATED, 7, 0);

        assertEquals(tableSummary.hash(), summary.hash());
    }

    @Test
    void shouldApplyATableAFixedNumberOfEventsAfterItsCause() {
        final int delay = SolverSettings.DEFAULT.delayEvents();
        int checked = 0;
        for (int i = delay + MOST_ANSWERS; i < byTable.inputs.size(); i++) {
            if (isTemplate(i, CalibrationDecoder.TEMPLATE_ID) && !isPolicy(i - 1)) {
                final long solvedNs = commitAfter(i).asOfNs();
                // The fill model's answers of one moment are not divided, so a table may come that much later.
                assertTrue(timeOf(i - delay - MOST_ANSWERS) <= solvedNs && solvedNs <= timeOf(i - delay));
                checked++;
            }
        }
        assertTrue(checked > 5);
    }

    @Test
    void shouldUseRecordedTablesWhenTheSessionIsReplayedAsItWas() {
        final ReplayRunner again = new ReplayRunner(desk());

        final ReplaySummary summary =
                again.run(ReplayPlan.ofSession(null, List.of(), null, null, false), byTable.inputs);

        assertEquals(tableSummary.hash(), summary.hash());
        assertEquals(0, summary.solves());
        assertEquals(0, summary.skippedPolicyEvents());
    }

    @Test
    void shouldSolveAnewWhenTheRecordedSessionIsOverridden() {
        final ReplayRunner again = new ReplayRunner(desk());

        final ReplaySummary summary =
                again.run(ReplayPlan.ofSession(null, List.of(), QuoteSource.BLEND, null, false), byTable.inputs);

        assertTrue(summary.solves() > 10);
        assertTrue(summary.skippedPolicyEvents() > 100);
        assertNotEquals(tableSummary.hash(), summary.hash());
        assertEquals(
                new ReplayRunner(desk())
                        .run(source(QuoteSource.BLEND), heuristic.inputs)
                        .hash(),
                summary.hash());
    }

    @Test
    void shouldGiveEachRecordedTableAgainFromItsModel() {
        final TableResolver resolver = new TableResolver();
        final Map<Integer, RecordedModel> models = new HashMap<>();
        final MessageHeaderDecoder header = new MessageHeaderDecoder();
        int tables = 0;
        for (final byte[] bytes : byTable.inputs) {
            final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
            final int templateId = header.wrap(buffer, 0).templateId();
            if (templateId == CalibrationDecoder.TEMPLATE_ID) {
                final RecordedModel model =
                        RecordedModel.of(new CalibrationDecoder().wrapAndApplyHeader(buffer, 0, header));
                models.put(model.instrument(), model);
            } else if (templateId == PolicyCommitDecoder.TEMPLATE_ID) {
                final PolicyCommitDecoder commit = new PolicyCommitDecoder().wrapAndApplyHeader(buffer, 0, header);
                final RecordedModel model = models.get(commit.instrument());
                assertEquals(commit.inputsHash(), model.inputsHash());
                assertEquals(commit.tableHash(), resolver.tableHash(model, commit.source()));
                tables++;
            }
        }
        assertTrue(tables > 10);
    }

    @Test
    void shouldKeepTheClosedFormApartFromTheOptimum() {
        final ReplayRunner closedForm = new ReplayRunner(desk());

        final ReplaySummary summary = closedForm.run(source(QuoteSource.GLFT), heuristic.inputs);

        assertTrue(summary.solves() > 10);
        final byte[] first =
                of(closedForm.inputs, PolicyCommitDecoder.TEMPLATE_ID).get(0);
        final byte[] optimum =
                of(byTable.inputs, PolicyCommitDecoder.TEMPLATE_ID).get(0);
        assertEquals(QuoteSource.GLFT, commit(first).source());
        assertNotEquals(commit(optimum).tableHash(), commit(first).tableHash());
        assertEquals(commit(optimum).inputsHash(), commit(first).inputsHash());
    }

    @Test
    void shouldReportAGapThatIsNeverNegative() {
        final GapReportDecoder report = new GapReportDecoder();
        for (final byte[] bytes : of(byTable.inputs, GapReportDecoder.TEMPLATE_ID)) {
            report.wrapAndApplyHeader(new UnsafeBuffer(bytes), 0, new MessageHeaderDecoder());
            assertTrue(report.optimalValue() >= report.heuristicValue());
            assertTrue(report.gapPct() >= 0);
            assertTrue(report.gapLowPct() <= report.gapPct() && report.gapPct() <= report.gapHighPct());
            assertEquals(0, report.tradedLossUsdPerHour(), 1e-6 * Math.max(1, report.lossUsdPerHour()));
        }
    }

    private static SolverDesk desk() {
        final SolverSettings usual = SolverSettings.DEFAULT;
        return new SolverDesk(new SolverSettings(
                usual.intervalNs(),
                usual.leastIntervalNs(),
                usual.driftShare(),
                usual.reportNs(),
                usual.freshForNs(),
                usual.validForNs(),
                usual.delayEvents(),
                usual.always(),
                new ModelShape(5, 1, 1800, 0.5, 80, 1.0 / 3)));
    }

    private static ReplayPlan source(final QuoteSource source) {
        return ReplayPlan.ofSession(null, List.of(), source, null, false);
    }

    private static long timeOf(final int index) {
        return new UnsafeBuffer(byTable.inputs.get(index)).getLong(MessageHeaderDecoder.ENCODED_LENGTH);
    }

    private static boolean isTemplate(final int index, final int templateId) {
        return new MessageHeaderDecoder()
                        .wrap(new UnsafeBuffer(byTable.inputs.get(index)), 0)
                        .templateId()
                == templateId;
    }

    private static boolean isPolicy(final int index) {
        final int templateId = new MessageHeaderDecoder()
                .wrap(new UnsafeBuffer(byTable.inputs.get(index)), 0)
                .templateId();
        return templateId >= PolicyRowsDecoder.TEMPLATE_ID && templateId <= CalibrationDecoder.TEMPLATE_ID
                || templateId == GapReportDecoder.TEMPLATE_ID;
    }

    private static PolicyCommitDecoder commitAfter(final int index) {
        for (int i = index; ; i++) {
            final byte[] bytes = byTable.inputs.get(i);
            if (new MessageHeaderDecoder().wrap(new UnsafeBuffer(bytes), 0).templateId()
                    == PolicyCommitDecoder.TEMPLATE_ID) {
                return commit(bytes);
            }
        }
    }

    private static PolicyCommitDecoder commit(final byte[] bytes) {
        return new PolicyCommitDecoder().wrapAndApplyHeader(new UnsafeBuffer(bytes), 0, new MessageHeaderDecoder());
    }

    private static List<byte[]> of(final List<byte[]> messages, final int templateId) {
        final List<byte[]> found = new ArrayList<>();
        final MessageHeaderDecoder header = new MessageHeaderDecoder();
        for (final byte[] bytes : messages) {
            if (header.wrap(new UnsafeBuffer(bytes), 0).templateId() == templateId) {
                found.add(bytes);
            }
        }
        return found;
    }
}
