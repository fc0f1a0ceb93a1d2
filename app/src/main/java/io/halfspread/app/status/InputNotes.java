package io.halfspread.app.status;

import io.halfspread.codec.event.ConnectionStateDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.TradingMode;
import io.halfspread.codec.event.TradingModeRequestDecoder;
import io.halfspread.codec.event.TradingModeUpdateDecoder;
import io.halfspread.codec.event.TuningParamsRejectedDecoder;
import io.halfspread.codec.event.TuningParamsUpdateDecoder;
import io.halfspread.engine.replay.EventTally;
import io.halfspread.engine.replay.ParamsVersion;
import io.halfspread.engine.risk.ModeRule;
import io.halfspread.engine.tuning.TuningEvents;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.DirectBuffer;

/** What the inputs of a session say beside what the engine makes of them. */
final class InputNotes {
    private static final long RATE_WINDOW_NS = 10_000_000_000L;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ConnectionStateDecoder connection = new ConnectionStateDecoder();
    private final TradingModeUpdateDecoder modeUpdate = new TradingModeUpdateDecoder();
    private final TradingModeRequestDecoder modeRequest = new TradingModeRequestDecoder();
    private final EventTally tally = new EventTally();
    private final Map<Integer, String> connections = new TreeMap<>();
    private final Deque<Long> recent = new ArrayDeque<>();
    private TradingMode mode = TradingMode.RUN;
    private ParamsVersion params;
    private long rejected;
    private long firstNs;
    private long lastNs;

    void onInput(final DirectBuffer buffer, final int offset, final long sequence) {
        final int templateId = tally.count(buffer, offset);
        final int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        header.wrap(buffer, offset);
        onTime(buffer.getLong(body, ByteOrder.LITTLE_ENDIAN));
        switch (templateId) {
            case ConnectionStateDecoder.TEMPLATE_ID -> {
                connection.wrap(buffer, body, header.blockLength(), header.version());
                connections.put(
                        (int) connection.connection(),
                        connection.status().name().toLowerCase(Locale.ROOT)
                                + (connection.carriesOrders() == Flag.YES ? ", carries orders" : ""));
            }
            case TradingModeUpdateDecoder.TEMPLATE_ID ->
                mode = modeUpdate
                        .wrap(buffer, body, header.blockLength(), header.version())
                        .mode();
            case TradingModeRequestDecoder.TEMPLATE_ID -> {
                modeRequest.wrap(buffer, body, header.blockLength(), header.version());
                if (ModeRule.grants(mode, modeRequest.mode(), modeRequest.leaveKill() == Flag.YES)) {
                    mode = modeRequest.mode();
                }
            }
            case TuningParamsUpdateDecoder.TEMPLATE_ID ->
                params = ParamsVersion.of(TuningEvents.decodeUpdate(buffer, offset), sequence);
            case TuningParamsRejectedDecoder.TEMPLATE_ID -> rejected++;
            default -> {
                // Only counted.
            }
        }
    }

    private void onTime(final long nowNs) {
        firstNs = firstNs == 0 ? nowNs : firstNs;
        lastNs = nowNs;
        recent.add(nowNs);
        while (recent.peek() < nowNs - RATE_WINDOW_NS) {
            recent.remove();
        }
    }

    EventTally tally() {
        return tally;
    }

    /** States by number of the connection. */
    Map<Integer, String> connections() {
        return connections;
    }

    TradingMode mode() {
        return mode;
    }

    /** Parameters in force, null before the first. */
    ParamsVersion params() {
        return params;
    }

    long rejected() {
        return rejected;
    }

    long firstNs() {
        return firstNs;
    }

    long lastNs() {
        return lastNs;
    }

    /** Inputs a second over the last ten seconds of the session. */
    double rate() {
        final double seconds = Math.min(RATE_WINDOW_NS, Math.max(1, lastNs - firstNs)) / 1e9;
        return recent.size() / seconds;
    }
}
