package io.halfspread.engine.handler;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.CancelReason;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.ModeSource;
import io.halfspread.codec.event.RiskCode;
import io.halfspread.codec.event.TradingMode;
import io.halfspread.codec.event.TradingModeRequestDecoder;
import io.halfspread.codec.event.TradingModeUpdateDecoder;
import io.halfspread.engine.risk.ModeRule;

/**
 * Trading modes. Kill cancels everything there is and is left only by a request that says so; run lets a stop for loss be
 * left too. Engine thread only.
 */
@HotPath
final class ModeHandler {
    private final SessionState session;
    private final Instruments instruments;
    private final OutputWriter out;

    ModeHandler(final SessionState session, final Instruments instruments, final OutputWriter out) {
        this.session = session;
        this.instruments = instruments;
        this.out = out;
    }

    /** Sets a mode unconditionally; captures of earlier builds have such events. */
    @ColdPath("when an operator or a limit changes the mode")
    void onUpdate(final TradingModeUpdateDecoder update, final double pnlUsd) {
        set(update.instrument(), update.mode(), pnlUsd);
    }

    /** Grants or refuses a request; true when kill begins, so that all orders are to be cancelled. */
    @ColdPath("when an operator or a limit changes the mode")
    boolean onRequest(final TradingModeRequestDecoder request, final double pnlUsd) {
        final TradingMode before = inForce(request.instrument());
        final TradingMode wanted = request.mode();
        final ModeSource source = request.source();
        if (!ModeRule.grants(before, wanted, request.leaveKill() == Flag.YES)) {
            if (source != ModeSource.STOP) {
                out.alert(session, request.instrument(), RiskCode.MODE_REFUSED, wanted.value(), before.value());
            }
            return false;
        }
        if (source == ModeSource.WATCH || source == ModeSource.CAPTURE) {
            out.alert(session, request.instrument(), RiskCode.PROCESS_FAULT, wanted.value(), before.value());
        }
        set(request.instrument(), wanted, pnlUsd);
        return wanted == TradingMode.KILL;
    }

    /** Cancels whatever is open, known here or not. */
    @ColdPath("when kill begins")
    void cancelAll(final int instrument) {
        out.cancelAll(session, instrument, CancelReason.MODE);
    }

    private TradingMode inForce(final int instrument) {
        if (instrument == InstrumentState.ALL) {
            return session.mode;
        }
        final InstrumentState s = instruments.find(instrument);
        return s == null ? TradingMode.RUN : s.mode;
    }

    private void set(final int instrument, final TradingMode mode, final double pnlUsd) {
        if (instrument != InstrumentState.ALL) {
            final InstrumentState s = instruments.find(instrument);
            if (s != null) {
                s.mode = mode;
            }
            return;
        }
        session.mode = mode;
        if (mode == TradingMode.RUN) {
            session.drawdown.reset(pnlUsd);
            session.dailyLoss.reset(pnlUsd);
        }
    }
}
