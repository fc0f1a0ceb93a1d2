package io.halfspread.engine.handler;

import static io.halfspread.engine.handler.EngineHarness.MS;
import static io.halfspread.engine.handler.EventWriter.d8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfspread.codec.event.ModeSource;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.RiskCode;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.TradingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradingModesTest {
    private static final long SESSION = 1_790_000_000_000_000_000L;

    private final EngineHarness engine = new EngineHarness();
    private final AccountInputs account = new AccountInputs(engine.inputs);

    @Test
    void shouldCancelEverythingWhenKilled() {
        engine.open().bbo(37.49, 37.51).acknowledge().forget();

        ask(TradingMode.KILL, ModeSource.COMMAND, false);

        assertEquals(2, engine.count("cancel"));
        assertEquals(
                "cancelAll", engine.commands.get(engine.commands.size() - 1).kind());
        assertEquals(QuoteReason.MODE_KILL, engine.lastDecision().bidReason());
    }

    @Test
    void shouldLeaveKillOnlyByAnExplicitAct() {
        engine.open().bbo(37.49, 37.51).acknowledge();
        ask(TradingMode.KILL, ModeSource.SIGNAL, false);
        engine.acknowledge().forget();

        ask(TradingMode.RUN, ModeSource.COMMAND, false);
        ask(TradingMode.PAUSE, ModeSource.FILE, false);
        assertEquals(2, engine.alerts(RiskCode.MODE_REFUSED));
        ask(TradingMode.PAUSE, ModeSource.STOP, false);
        assertEquals(2, engine.alerts(RiskCode.MODE_REFUSED));
        assertEquals(QuoteReason.MODE_KILL, engine.lastDecision().bidReason());
        assertEquals(0, engine.count("place"));

        ask(TradingMode.RUN, ModeSource.COMMAND, true);
        assertEquals(QuoteReason.QUOTED, engine.lastDecision().bidReason());
        assertEquals(2, engine.count("place"));
    }

    @Test
    void shouldPauseAndRunWithoutCeremony() {
        engine.open().bbo(37.49, 37.51).acknowledge().forget();
        ask(TradingMode.PAUSE, ModeSource.FILE, false);
        assertEquals(2, engine.count("cancel"));
        engine.acknowledge().forget();
        ask(TradingMode.RUN, ModeSource.FILE, false);

        assertEquals(2, engine.count("place"));
        assertEquals(0, engine.alerts.size());
    }

    @Test
    void shouldRaiseAnAlertWhenTheProcessChangesTheModeItself() {
        engine.open().bbo(37.49, 37.51).acknowledge();

        ask(TradingMode.PAUSE, ModeSource.WATCH, false);

        assertEquals(1, engine.alerts(RiskCode.PROCESS_FAULT));
        assertEquals(QuoteReason.MODE_PAUSE, engine.lastDecision().askReason());
    }

    @Test
    void shouldCancelWhatEarlierSessionsLeftAndLeaveTheOrdersOfOthersAlone() {
        engine.sessionId = SESSION;
        engine.open().bbo(37.49, 37.51).acknowledge().forget();
        account.snapshot(
                engine.nowNs,
                engine.nowNs - MS,
                0,
                0,
                List.of(
                        listed(SESSION - 1, 0x300),
                        listed(SESSION + 1, 0x400),
                        listed(SESSION - 1, 1L << 48),
                        listed(0x0123_4567L, 0x500)));
        engine.step();

        assertEquals(1, engine.count("cancel"));
        assertEquals(0x300, engine.only("cancel", Side.BID).cloidLow());
        assertEquals(3, engine.alerts(RiskCode.UNKNOWN_ORDER));
    }

    private static AccountInputs.Listed listed(final long high, final long low) {
        return new AccountInputs.Listed(Side.BID, high, low, 5_000 + low, d8(37), d8(1));
    }

    private void ask(final TradingMode mode, final ModeSource source, final boolean leaveKill) {
        engine.in.modeRequest(engine.nowNs, InstrumentState.ALL, mode, source, leaveKill);
        engine.step();
    }
}
