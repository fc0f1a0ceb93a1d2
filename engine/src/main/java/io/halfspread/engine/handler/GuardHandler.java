package io.halfspread.engine.handler;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.ActionResponseDecoder;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.event.RiskCode;
import io.halfspread.codec.event.ScheduleCancelEncoder;
import io.halfspread.codec.event.TradingMode;
import io.halfspread.engine.order.Orders;
import io.halfspread.engine.risk.ScheduledCancel;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;

/**
 * Keeps the venue's dead man's switch set while orders may be open, at the pace of the timer events. While the account's state is not
 * known it is not put off. Each request counts in the budget. Engine thread only.
 */
@HotPath
final class GuardHandler {
    private static final double SECOND_NS = 1e9;

    /** What says that the request did not reach the venue, or was too many; all other errors are the venue's answer. */
    private static final byte[][] PASSING = {
        ascii("not sent"), ascii("never landed"), ascii("received, but"), ascii("HTTP "), ascii("Too many ")
    };

    private final SessionState session;
    private final Orders orders;
    private final OutputWriter out;

    GuardHandler(final SessionState session, final Orders orders, final OutputWriter out) {
        this.session = session;
        this.orders = orders;
        this.out = out;
    }

    void onTimer() {
        final ScheduledCancel guard = session.scheduledCancel;
        final boolean open = orders.live() > 0;
        final boolean ends = session.mode == TradingMode.PAUSE || session.mode == TradingMode.KILL;
        if (session.ready && guard.isDue(session.nowNs, open) && session.budget.mayCancel()) {
            send(guard.ask(session.nowNs));
        } else if (guard.isIdle(session.nowNs, open, ends)) {
            guard.clear();
            send(ScheduleCancelEncoder.deadlineNsNullValue());
        }
    }

    @ColdPath("once a request")
    void onResponse(final ActionResponseDecoder response) {
        final ScheduledCancel guard = session.scheduledCancel;
        if (response.kind() == ResponseKind.SUCCESS) {
            guard.onDone();
        } else if (response.kind() == ResponseKind.ERROR && isPassing(response)) {
            guard.onLost(session.nowNs);
        } else if (response.kind() == ResponseKind.ERROR) {
            if (!guard.isRefused()) {
                out.alert(
                        session,
                        InstrumentState.ALL,
                        RiskCode.SCHEDULE_CANCEL_REFUSED,
                        guard.horizonNs() / SECOND_NS,
                        0);
            }
            guard.onRefused();
        }
    }

    private void send(final long deadlineNs) {
        out.scheduleCancel(session, deadlineNs);
        session.budget.onCancel(session.nowNs);
    }

    private static boolean isPassing(final ActionResponseDecoder response) {
        final DirectBuffer buffer = response.buffer();
        final int length = response.textLength();
        final int text = response.limit() + ActionResponseDecoder.textHeaderLength();
        for (int i = 0; i < PASSING.length; i++) {
            if (length >= PASSING[i].length && beginsWith(buffer, text, PASSING[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsWith(final DirectBuffer buffer, final int at, final byte[] words) {
        for (int i = 0; i < words.length; i++) {
            if (buffer.getByte(at + i) != words[i]) {
                return false;
            }
        }
        return true;
    }

    @ColdPath("at class loading")
    private static byte[] ascii(final String words) {
        return words.getBytes(StandardCharsets.US_ASCII);
    }
}
