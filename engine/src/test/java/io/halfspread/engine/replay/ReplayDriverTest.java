package io.halfspread.engine.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.SourceKind;
import io.halfspread.codec.event.TimerDecoder;
import io.halfspread.codec.event.TuningParamsUpdateDecoder;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.MessageHandler;
import io.halfspread.engine.ring.RingReader;
import io.halfspread.engine.tuning.Sha256;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningSource;
import io.halfspread.engine.tuning.TuningUpdate;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReplayDriverTest {
    private static final long MS = 1_000_000L;
    private static final long T0 = 1_765_400_000_000_000_000L;
    private static final int BBO = BestBidOfferDecoder.TEMPLATE_ID;
    private static final int TIMER = TimerDecoder.TEMPLATE_ID;
    private static final int PARAMS = TuningParamsUpdateDecoder.TEMPLATE_ID;

    private final Messages messages = new Messages();
    private final EventRing inputs = new EventRing(1024);
    private final EventRing outputs = new EventRing(64);
    private final RingReader engine = inputs.newReader();
    private final List<String> seen = new ArrayList<>();
    private final MessageHandler note = (buffer, offset, length, sequence) -> {
        final int templateId = buffer.getShort(offset + 2, ByteOrder.LITTLE_ENDIAN);
        if (templateId > 4) {
            seen.add(templateId + "@" + (buffer.getLong(offset + 8, ByteOrder.LITTLE_ENDIAN) - T0) / MS);
        }
    };
    private long clockNs;

    @Test
    void shouldPutTimersBeforeWhatPassesThemWhenEventsAreApart() {
        run(plan(), List.of(bbo(30), bbo(99), bbo(100), bbo(101), bbo(350)), 0);

        assertEquals(
                List.of(
                        PARAMS + "@30",
                        BBO + "@30",
                        BBO + "@99",
                        TIMER + "@100",
                        BBO + "@100",
                        BBO + "@101",
                        TIMER + "@200",
                        TIMER + "@300",
                        BBO + "@350"),
                seen);
    }

    @Test
    void shouldStartTimersStrictlyAfterTheFirstEventWhenItIsOnAMultiple() {
        run(plan(), List.of(bbo(100), bbo(200)), 0);

        assertEquals(List.of(PARAMS + "@100", BBO + "@100", TIMER + "@200", BBO + "@200"), seen);
    }

    @Test
    void shouldOrderTimerDropInputWhenTheyFallTogether() {
        run(plan(drop(170 * MS, false), drop(T0 + 150 * MS, true)), List.of(bbo(30), bbo(200)), 0);

        assertEquals(
                List.of(
                        PARAMS + "@30",
                        BBO + "@30",
                        TIMER + "@100",
                        PARAMS + "@150",
                        TIMER + "@200",
                        PARAMS + "@200",
                        BBO + "@200"),
                seen);
    }

    @Test
    void shouldClampAnAbsoluteDropToTheStartWhenItIsEarlier() {
        run(plan(drop(1_000, true)), List.of(bbo(30)), 0);

        assertEquals(List.of(PARAMS + "@30", PARAMS + "@30", BBO + "@30"), seen);
    }

    @Test
    void shouldReportDropsWhenTheirTimeDoesNotCome() {
        final ReplayDriver driver = run(plan(drop(1_000 * MS, false)), List.of(bbo(30), bbo(60)), 0);

        assertEquals(1, driver.unappliedDrops());
    }

    @Test
    void shouldLeaveOutAndCountAccountEventsWhenFillModelAnswers() {
        final ReplayDriver driver =
                run(plan(), List.of(messages.orderUpdate(T0, 0), bbo(30), messages.orderUpdate(T0 + 40 * MS, 0)), 0);

        assertEquals(List.of(PARAMS + "@30", BBO + "@30"), seen);
        assertEquals(2, driver.skippedAccountEvents());
    }

    @Test
    void shouldBoundTimersWhenTheGapIsLongerThanADay() {
        final long days = 3L * 24 * 3600 * 1000;
        run(plan(), List.of(bbo(30), bbo(days)), 0);

        final long timers =
                seen.stream().filter(event -> event.startsWith(TIMER + "@")).count();
        assertEquals(24L * 3600 * 10, timers, 1);
        assertEquals(BBO + "@" + days, seen.get(seen.size() - 1));
    }

    @Test
    void shouldHoldEventsBackWhenPaced() {
        final ReplayDriver driver = driver(plan(), List.of(bbo(30), bbo(60), bbo(90)), 2);

        step(driver);
        assertEquals(List.of(PARAMS + "@30", BBO + "@30"), seen);
        clockNs += 14 * MS;
        step(driver);
        assertEquals(2, seen.size());
        clockNs += MS;
        step(driver);
        assertEquals(BBO + "@60", seen.get(2));
        clockNs += 100 * MS;
        step(driver);
        assertTrue(driver.isFinished());
    }

    @Test
    void shouldPublishNothingMoreWhenStopped() {
        final ReplayDriver driver = driver(plan(), List.of(bbo(30), bbo(60)), 1);
        step(driver);

        driver.stop();
        clockNs += 1_000 * MS;
        step(driver);

        assertEquals(2, seen.size());
        assertTrue(driver.isFinished());
    }

    @Test
    void shouldRefuseAPlanWhenItNeedsAFillModelAndHasNone() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ReplayDriver(
                        plan(),
                        new ListSource(List.of()),
                        null,
                        inputs,
                        engine,
                        outputs.newReader(),
                        null,
                        null,
                        0,
                        () -> 0));
    }

    private ReplayDriver run(final ReplayPlan plan, final List<byte[]> events, final double speed) {
        final ReplayDriver driver = driver(plan, events, speed);
        step(driver);
        assertTrue(driver.isFinished());
        return driver;
    }

    private ReplayDriver driver(final ReplayPlan plan, final List<byte[]> events, final double speed) {
        return new ReplayDriver(
                plan,
                new ListSource(events),
                new AcknowledgingFills(),
                inputs,
                engine,
                outputs.newReader(),
                null,
                null,
                speed,
                () -> clockNs);
    }

    private void step(final ReplayDriver driver) {
        int idle = 0;
        while (idle < 2) {
            final int work = driver.doWork() + engine.poll(note, 1024);
            idle = work == 0 ? idle + 1 : 0;
        }
    }

    private byte[] bbo(final long ms) {
        return messages.bbo(T0 + ms * MS, 0, 99.99, 1, 100.01, 1);
    }

    private static ReplayPlan plan(final TuningDrop... drops) {
        return ReplayPlan.ofMarketData(
                SampleMarket.settings(), Messages.SESSION, TuningUpdate.defaults(), List.of(drops), null);
    }

    private static TuningDrop drop(final long at, final boolean absolute) {
        return new TuningDrop(
                at,
                absolute,
                new TuningSource(SourceKind.DROP, "d.json", Sha256.of(new byte[0])),
                Map.of(TuningParam.MIN_SPREAD_BASE_RATIO, 0.5));
    }
}
