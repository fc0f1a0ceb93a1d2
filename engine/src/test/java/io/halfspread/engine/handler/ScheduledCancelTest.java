package io.halfspread.engine.handler;

import static io.halfspread.engine.handler.EngineHarness.MS;
import static io.halfspread.engine.handler.EngineHarness.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.ActionResponseEncoder;
import io.halfspread.codec.event.BudgetMode;
import io.halfspread.codec.event.ConnectionStatus;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.event.RiskCode;
import io.halfspread.codec.event.ScheduleCancelDecoder;
import io.halfspread.codec.event.ScheduleCancelEncoder;
import io.halfspread.codec.event.TradingMode;
import io.halfspread.engine.settings.GuardSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduledCancelTest {
    private static final long HORIZON = 30 * SECOND;
    private static final long CLEARED = ScheduleCancelEncoder.deadlineNsNullValue();
    private static final String NO_VOLUME =
            "Cannot set scheduled cancel time until enough volume traded. Required: $1000000. Traded: $976.";

    private final EngineHarness engine = new EngineHarness();
    private final AccountInputs account = new AccountInputs(engine.inputs);

    @Test
    void shouldAskForNothingWhenNoHorizonIsSet() {
        open(GuardSettings.NONE);
        quote();

        tick(SECOND, 60);

        assertEquals(List.of(), engine.deadlines);
    }

    @Test
    void shouldAskForADeadlineAtTheFirstTimerWithAnOrder() {
        open(new GuardSettings(HORIZON, false));
        engine.timer(100 * MS);
        assertEquals(List.of(), engine.deadlines, "nothing is open yet");

        quote();
        engine.timer(100 * MS);

        assertEquals(List.of(engine.nowNs + HORIZON), engine.deadlines);
        assertTrue(engine.handler.mayCancelBeScheduled());
        assertEquals(Long.MIN_VALUE, engine.handler.scheduledCancel().deadlineNs(), "not granted yet");
        granted();
        assertEquals(engine.nowNs + HORIZON, engine.handler.scheduledCancel().deadlineNs());
    }

    @Test
    void shouldPutItOffEachThirdOfTheHorizon() {
        armed();
        final long firstNs = engine.nowNs;

        tick(100 * MS, 99);
        assertEquals(List.of(), engine.deadlines);
        engine.timer(100 * MS);

        assertEquals(List.of(firstNs + 10 * SECOND + HORIZON), engine.deadlines);
    }

    @Test
    void shouldCountEachRequestInTheBudget() {
        engine.open(
                EngineHarness.quoting(),
                EngineHarness.limits(),
                EngineHarness.session(BudgetMode.VENUE, 100, Long.MIN_VALUE, 0)
                        .with(new GuardSettings(HORIZON, false)));
        engine.bbo(37.49, 37.51).acknowledge();
        final long before = engine.handler.requestsLeft();

        engine.timer(100 * MS);

        assertEquals(1, engine.deadlines.size());
        assertEquals(before - 1, engine.handler.requestsLeft());
    }

    @Test
    void shouldSendNothingWhileARequestHasNoOutcome() {
        open(new GuardSettings(HORIZON, false));
        quote();
        engine.timer(100 * MS);
        engine.forget();

        response(ResponseKind.UNRESOLVED, "");
        keepQuoting(60);

        assertEquals(List.of(), engine.deadlines);
    }

    @Test
    void shouldAskAgainSoonWhenTheRequestNeverLanded() {
        open(new GuardSettings(HORIZON, false));
        quote();
        engine.timer(100 * MS);
        engine.forget();
        response(ResponseKind.ERROR, "never landed: a noop of ours used up its nonce");

        keepQuoting(1);
        assertEquals(List.of(), engine.deadlines);
        keepQuoting(2);

        assertEquals(1, engine.deadlines.size());
        assertEquals(List.of(), engine.alerts);
    }

    @Test
    void shouldAlertOnceAndAskNeverAgainWhenTheVenueRefuses() {
        open(new GuardSettings(HORIZON, false));
        quote();
        engine.timer(100 * MS);
        engine.forget();

        response(ResponseKind.ERROR, NO_VOLUME);
        response(ResponseKind.ERROR, NO_VOLUME);
        keepQuoting(60);

        assertEquals(List.of(new EngineHarness.Alert(RiskCode.SCHEDULE_CANCEL_REFUSED, 30, 0)), engine.alerts);
        assertEquals(List.of(), engine.deadlines);
        assertTrue(engine.handler.scheduledCancel().isRefused());
        assertFalse(engine.handler.mayCancelBeScheduled());
    }

    @Test
    void shouldTakeItBackWhenPausedAndNothingIsOpen() {
        armed();

        request(TradingMode.PAUSE);
        engine.timer(100 * MS);
        assertEquals(List.of(), engine.deadlines, "orders may still be open");
        engine.acknowledge().timer(100 * MS);
        assertEquals(List.of(CLEARED), engine.deadlines);
        assertTrue(engine.handler.mayCancelBeScheduled(), "not confirmed yet");
        granted();

        assertFalse(engine.handler.mayCancelBeScheduled());
        tick(SECOND, 60);
        assertEquals(List.of(CLEARED), engine.deadlines);
    }

    @Test
    void shouldNotArmWhileKilledWithoutOrders() {
        open(new GuardSettings(HORIZON, false));
        request(TradingMode.KILL);
        engine.bbo(37.49, 37.51);

        tick(100 * MS, 50);

        assertEquals(List.of(), engine.deadlines);
    }

    @Test
    void shouldNotPutItOffWhileTheAccountIsNotKnown() {
        armed();
        account.connection(engine.nowNs, ConnectionStatus.CLOSED);
        engine.step();

        keepQuoting(20);

        assertEquals(List.of(), engine.deadlines, "the orders may be out of reach: the venue shall cancel them");
    }

    private void open(final GuardSettings guard) {
        engine.open(
                EngineHarness.quoting(),
                EngineHarness.limits(),
                EngineHarness.session(BudgetMode.NONE, 0, Long.MIN_VALUE, 0).with(guard));
    }

    private void armed() {
        open(new GuardSettings(HORIZON, false));
        quote();
        engine.timer(100 * MS);
        granted();
        engine.forget();
    }

    private void quote() {
        engine.bbo(37.49, 37.51).acknowledge();
    }

    private void granted() {
        response(ResponseKind.SUCCESS, "");
    }

    private void response(final ResponseKind kind, final String text) {
        account.response(
                engine.nowNs,
                ScheduleCancelDecoder.TEMPLATE_ID,
                kind,
                0,
                ActionResponseEncoder.oidNullValue(),
                ActionResponseEncoder.totalSzNullValue(),
                text);
        engine.step();
    }

    private void request(final TradingMode mode) {
        engine.in.mode(engine.nowNs, 65535, mode);
        engine.step();
    }

    private void tick(final long everyNs, final int times) {
        for (int i = 0; i < times; i++) {
            engine.timer(everyNs);
        }
    }

    /** Seconds go by with a book that lives. */
    private void keepQuoting(final int seconds) {
        for (int i = 0; i < seconds; i++) {
            engine.bbo(37.49, 37.51);
            tick(93 * MS, 10);
        }
    }
}
