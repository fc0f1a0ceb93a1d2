package io.halfspread.engine.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.codec.event.SourceKind;
import io.halfspread.engine.agent.ThreadingMode;
import io.halfspread.engine.tuning.Sha256;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningSource;
import io.halfspread.engine.tuning.TuningUpdate;
import io.halfspread.engine.tuning.TuningValues;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

final class ReplayEqualityTest {
    private static final List<byte[]> MARKET = SampleMarket.messages(11, 3_000);
    private static final long SECOND = 1_000_000_000L;

    @Test
    void shouldGiveSameHashWhenBatchThreadsPaceLocaleOrZoneDiffer() {
        final Locale locale = Locale.getDefault();
        final TimeZone zone = TimeZone.getDefault();
        final long expected = run(ThreadingMode.INVOKED, 256, 0).hash();

        assertEquals(expected, run(ThreadingMode.INVOKED, 1, 0).hash());
        assertEquals(expected, run(ThreadingMode.SHARED, 256, 0).hash());
        assertEquals(expected, run(ThreadingMode.DEDICATED, 7, 0).hash());
        assertEquals(expected, run(ThreadingMode.INVOKED, 256, 1_000).hash());
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertEquals(expected, run(ThreadingMode.INVOKED, 256, 0).hash());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void shouldTradeAndHitEveryPartWhenMarketIsSampled() {
        final ReplaySummary summary = run(ThreadingMode.INVOKED, 256, 0);

        assertTrue(summary.instruments().get(0).fills() > 20, summary.toString());
        assertTrue(summary.instruments().get(1).fills() > 20, summary.toString());
        assertTrue(summary.instruments().get(0).quotes() > 100, summary.toString());
        assertEquals(1, summary.versions().size());
        assertEquals(
                summary.inputs(),
                java.util.Arrays.stream(summary.inputsByTemplate()).sum());
    }

    @Test
    void shouldReproduceEveryByteWhenRecordedSessionIsReplayed() {
        final ReplayRunner first = new ReplayRunner();
        final long hash = first.run(ReplayRunner.market(), MARKET).hash();

        for (final ThreadingMode threading : ThreadingMode.values()) {
            final ReplayRunner again = new ReplayRunner();
            final ReplaySummary summary = again.run(asRecorded(), first.inputs, threading, 256, 0);

            assertEquals(hash, summary.hash(), threading.name());
            assertSame(first.outputs, again.outputs, first.outputs.size());
            assertEquals(first.outputs.size(), again.outputs.size());
        }
    }

    @Test
    void shouldChangeOutputsOnlyFromTheDropOnWhenOverlayIsScheduled() {
        final ReplayRunner plain = new ReplayRunner();
        final ReplayRunner dropped = new ReplayRunner();
        plain.run(ReplayRunner.market(), MARKET);

        final ReplaySummary summary = dropped.run(ReplayRunner.market(drop(30 * SECOND, 2.0)), MARKET);

        final ParamsVersion second = summary.versions().get(1);
        final int before = outputsBefore(dropped.outputs, second.sequence());
        assertEquals(2, second.version());
        assertTrue(before > 100);
        assertSame(plain.outputs, dropped.outputs, before);
        assertNotEquals(plain.outputs.size(), dropped.outputs.size());
        for (int i = before; i < dropped.outputs.size(); i++) {
            assertEquals(2, new UnsafeBuffer(dropped.outputs.get(i)).getInt(8 + 18, ByteOrder.LITTLE_ENDIAN));
        }
    }

    @Test
    void shouldEqualTheDropOnMarketDataWhenItIsMadeOnTheRecordedSession() {
        final ReplayRunner recorded = new ReplayRunner();
        recorded.run(ReplayRunner.market(), MARKET);
        final TuningDrop drop = drop(30 * SECOND, 2.0);
        final long onMarket =
                new ReplayRunner().run(ReplayRunner.market(drop), MARKET).hash();

        final ReplaySummary onSession =
                new ReplayRunner().run(ReplayPlan.ofSession(null, List.of(drop), null, null, false), recorded.inputs);

        assertEquals(onMarket, onSession.hash());
        assertTrue(onSession.skippedAccountEvents() > 0);
    }

    @Test
    void shouldRenumberRecordedUpdatesWhenADropComesBeforeThem() {
        final ReplayRunner recorded = new ReplayRunner();
        recorded.run(ReplayRunner.market(drop(40 * SECOND, 1.5)), MARKET);

        final ReplaySummary summary = new ReplayRunner()
                .run(
                        ReplayPlan.ofSession(
                                null,
                                List.of(drop(20 * SECOND, TuningParam.MIN_SPREAD_BASE_RATIO, 0.9)),
                                null,
                                null,
                                false),
                        recorded.inputs);

        final ReplaySummary both = new ReplayRunner()
                .run(
                        ReplayRunner.market(
                                drop(40 * SECOND, 1.5), drop(20 * SECOND, TuningParam.MIN_SPREAD_BASE_RATIO, 0.9)),
                        MARKET);
        assertEquals(3, summary.versions().size());
        assertEquals(3, summary.versions().get(2).version());
        assertEquals(both.hash(), summary.hash());
    }

    @Test
    void shouldReplaceAllRecordedParametersWhenParamsAreGiven() {
        final ReplayRunner recorded = new ReplayRunner();
        recorded.run(ReplayRunner.market(drop(40 * SECOND, 1.5)), MARKET);
        final TuningUpdate params = new TuningUpdate(
                1,
                new TuningSource(SourceKind.OPTION, "mine.json", Sha256.of(new byte[] {1})),
                TuningValues.defaults().with(Map.of(TuningParam.SKEW_ADJUSTMENT_FACTOR, 1.0)),
                EnumSet.of(TuningParam.SKEW_ADJUSTMENT_FACTOR));

        final ReplaySummary summary =
                new ReplayRunner().run(ReplayPlan.ofSession(params, List.of(), null, null, false), recorded.inputs);

        final ReplaySummary expected = new ReplayRunner()
                .run(
                        ReplayPlan.ofMarketData(SampleMarket.settings(), Messages.SESSION, params, List.of(), null),
                        MARKET);
        assertEquals(1, summary.versions().size());
        assertEquals("option mine.json", summary.versions().get(0).source());
        assertEquals(expected.hash(), summary.hash());
    }

    @Test
    void shouldDifferInNothingButTheSettingsWhenQuoteSourceIsOverridden() {
        final ReplayRunner recorded = new ReplayRunner();
        final ReplaySummary plain = recorded.run(ReplayRunner.market(), MARKET);

        final ReplaySummary summary = new ReplayRunner()
                .run(ReplayPlan.ofSession(null, List.of(), QuoteSource.HJB, null, false), recorded.inputs);

        assertNotEquals(plain.hash(), summary.hash());
        assertEquals(
                plain.instruments().get(0).position(),
                summary.instruments().get(0).position());
        assertTrue(summary.instruments().get(0).reasons().toString().contains("POLICY_ABSENT"));
    }

    @Test
    void shouldMapAndFilterWhenImportedIndicesDiffer() {
        final int[] onlySecond = {-1, 0};
        final ReplaySummary summary = new ReplayRunner()
                .run(
                        ReplayPlan.ofMarketData(
                                SampleMarket.settings(),
                                Messages.SESSION,
                                TuningUpdate.defaults(),
                                List.of(),
                                onlySecond),
                        MARKET);

        final long ofSecond = MARKET.stream()
                .filter(message -> new UnsafeBuffer(message).getShort(8 + 16, ByteOrder.LITTLE_ENDIAN) == 1)
                .count();
        assertEquals(ofSecond, summary.inputsByTemplate()[6] + summary.inputsByTemplate()[7]);
        assertEquals(0, summary.instruments().get(1).decisions());
        assertTrue(summary.instruments().get(0).decisions() > 0);
    }

    @Test
    void shouldExplainEveryModelledFillWhenTouchIsUsed() {
        final ReplayRunner runner = new ReplayRunner();
        runner.run(ReplayRunner.market(), MARKET);

        final FillDecoder fill = new FillDecoder();
        long last = 0;
        for (final byte[] input : runner.inputs) {
            final UnsafeBuffer buffer = new UnsafeBuffer(input);
            if (buffer.getShort(2, ByteOrder.LITTLE_ENDIAN) == FillDecoder.TEMPLATE_ID) {
                fill.wrap(buffer, 8, FillDecoder.BLOCK_LENGTH, 0);
                assertNotEquals(FillDecoder.causeTidNullValue(), fill.causeTid());
                assertEquals(FillDecoder.feeNullValue(), fill.fee());
                assertEquals(++last, fill.tid());
            }
        }
        assertTrue(last > 40);
    }

    private static ReplayPlan asRecorded() {
        return ReplayPlan.ofSession(null, List.of(), null, null, false);
    }

    private static ReplaySummary run(final ThreadingMode threading, final int batch, final double speed) {
        return new ReplayRunner().run(ReplayRunner.market(), MARKET, threading, batch, speed);
    }

    private static TuningDrop drop(final long at, final double skew) {
        return drop(at, TuningParam.SKEW_ADJUSTMENT_FACTOR, skew);
    }

    private static TuningDrop drop(final long at, final TuningParam param, final double value) {
        return new TuningDrop(
                at,
                false,
                new TuningSource(SourceKind.DROP, "drop.json", Sha256.of(new byte[] {(byte) at})),
                Map.of(param, value));
    }

    private static int outputsBefore(final List<byte[]> outputs, final long cause) {
        int count = 0;
        while (new UnsafeBuffer(outputs.get(count)).getLong(8, ByteOrder.LITTLE_ENDIAN) < cause) {
            count++;
        }
        return count;
    }

    private static void assertSame(final List<byte[]> expected, final List<byte[]> actual, final int count) {
        for (int i = 0; i < count; i++) {
            assertArrayEquals(expected.get(i), actual.get(i), "output " + i);
        }
    }
}
