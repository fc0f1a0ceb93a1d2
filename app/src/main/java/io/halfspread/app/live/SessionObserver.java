package io.halfspread.app.live;

import io.halfspread.app.replay.DecisionLog;
import io.halfspread.codec.event.ActionResponseDecoder;
import io.halfspread.codec.event.ConnectionStateDecoder;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.GapReportDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.RiskAlertDecoder;
import io.halfspread.codec.event.TradingModeRequestDecoder;
import io.halfspread.codec.event.TradingModeUpdateDecoder;
import java.util.Map;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.broadcast.BroadcastReceiver;

/**
 * Says on the log what happens: decisions now and then, fills, connections, alerts, changes of mode, gaps. It reads the broadcast
 * and prints the lines of everybody; when it cannot keep up it loses messages, says how often, and slows nobody.
 */
final class SessionObserver implements Agent {
    private static final int BATCH = 512;
    private static final int LONGEST = 4096;

    private final BroadcastReceiver receiver;
    private final UnsafeBuffer message = new UnsafeBuffer(new byte[LONGEST]);
    private final DecisionLog decisions;
    private final EventLines lines;
    private final LogLines log;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final FillDecoder fill = new FillDecoder();
    private final ConnectionStateDecoder connection = new ConnectionStateDecoder();
    private final ActionResponseDecoder response = new ActionResponseDecoder();
    private final RiskAlertDecoder alert = new RiskAlertDecoder();
    private final TradingModeUpdateDecoder mode = new TradingModeUpdateDecoder();
    private final TradingModeRequestDecoder request = new TradingModeRequestDecoder();
    private final GapReportDecoder gap = new GapReportDecoder();
    private final QuoteDecisionDecoder decision = new QuoteDecisionDecoder();
    private long lapped;

    /**
     * Begins to observe.
     *
     * @param receiver  reads the broadcast
     * @param decisions logs decisions
     * @param lines     words of the other events
     * @param log       takes and prints lines
     */
    SessionObserver(
            final BroadcastReceiver receiver, final DecisionLog decisions, final EventLines lines, final LogLines log) {
        this.receiver = receiver;
        this.decisions = decisions;
        this.lines = lines;
        this.log = log;
    }

    @Override
    public int doWork() {
        int work = 0;
        while (work < BATCH && receiver.receiveNext()) {
            final int kind = receiver.typeId();
            final int length = Math.min(receiver.length(), LONGEST);
            message.putBytes(0, receiver.buffer(), receiver.offset(), length);
            if (receiver.validate()) {
                onMessage(kind, length);
            }
            work++;
        }
        if (receiver.lappedCount() != lapped) {
            lapped = receiver.lappedCount();
            log.accept("WARN the log fell behind and left events out; the capture has them all");
        }
        return work + log.print();
    }

    @Override
    public void onClose() {
        while (doWork() > 0) {
            Thread.onSpinWait();
        }
    }

    @Override
    public String roleName() {
        return "observer";
    }

    private void onMessage(final int kind, final int length) {
        header.wrap(message, 0);
        final int body = MessageHeaderDecoder.ENCODED_LENGTH;
        final int block = header.blockLength();
        final int version = header.version();
        switch (header.templateId()) {
            case QuoteDecisionDecoder.TEMPLATE_ID -> {
                decision.wrap(message, body, block, version);
                DecisionEvent.record(decision, lines.coin(decision.instrument()));
                decisions.onMessage(message, 0, length, kind);
            }
            case FillDecoder.TEMPLATE_ID -> {
                fill.wrap(message, body, block, version);
                if (fill.snapshot() == Flag.NO) {
                    log.accept("fill", lines.fill(fill), EventFields.fill(fill, lines.coin(fill.instrument())));
                }
            }
            case ConnectionStateDecoder.TEMPLATE_ID -> {
                connection.wrap(message, body, block, version);
                log.accept("connection", lines.connection(connection), EventFields.connection(connection));
            }
            case ActionResponseDecoder.TEMPLATE_ID -> {
                response.wrap(message, body, block, version);
                final String refusal = lines.refusal(response);
                if (refusal != null) {
                    log.accept("refusal", refusal, Map.of("coin", lines.coin(response.instrument())));
                }
            }
            case RiskAlertDecoder.TEMPLATE_ID -> {
                alert.wrap(message, body, block, version);
                log.accept("alert", lines.alert(alert), EventFields.alert(alert, lines.coin(alert.instrument())));
            }
            case TradingModeUpdateDecoder.TEMPLATE_ID -> {
                mode.wrap(message, body, block, version);
                log.accept("mode", lines.mode(mode.mode()), EventFields.mode(mode.mode()));
            }
            case TradingModeRequestDecoder.TEMPLATE_ID -> {
                request.wrap(message, body, block, version);
                final Map<String, Object> fields = EventFields.modeRequest(request);
                log.accept("mode_request", lines.modeRequest(request), fields);
            }
            case GapReportDecoder.TEMPLATE_ID -> {
                gap.wrap(message, body, block, version);
                final String coin = lines.coin(gap.instrument());
                final Map<String, Object> fields = EventFields.gap(gap, coin);
                GapLines.of(gap, coin).forEach(line -> log.accept("gap", line, fields));
            }
            default -> {
                // Nothing to say.
            }
        }
    }
}
