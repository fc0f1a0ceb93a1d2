package io.halfspread.app.view;

import io.halfspread.codec.event.ConnectionStateDecoder;
import io.halfspread.codec.event.ConnectionStatus;
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

/** What the inputs of a session say beside what the engine makes of them. For one thread. */
public final class InputNotes {
    private static final long RATE_WINDOW_NS = 10_000_000_000L;
    private static final int CONNECTIONS = 256;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ConnectionStateDecoder connection = new ConnectionStateDecoder();
    private final TradingModeUpdateDecoder modeUpdate = new TradingModeUpdateDecoder();
    private final TradingModeRequestDecoder modeRequest = new TradingModeRequestDecoder();
    private final EventTally tally = new EventTally();
    private final Map<Integer, String> connections = new TreeMap<>();
    private final Deque<Long> recent = new ArrayDeque<>();
    private final int[] dials = new int[CONNECTIONS];
    private TradingMode mode = TradingMode.RUN;
    private String modeBy = "start";
    private String modeWhy = "";
    private long losses;
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
                losses += connection.status() == ConnectionStatus.CLOSED ? 1 : 0;
                dials[connection.connection()] += connection.status() == ConnectionStatus.CONNECTING ? 1 : 0;
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
                    modeBy = modeRequest.source().name().toLowerCase(Locale.ROOT);
                    modeWhy = modeRequest.why();
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

    /**
     * What came in.
     *
     * @return counts by template
     */
    public EventTally tally() {
        return tally;
    }

    /**
     * State of each connection.
     *
     * @return words by number of the connection
     */
    public Map<Integer, String> connections() {
        return connections;
    }

    /**
     * Connections dialled again after their first time.
     *
     * @return count
     */
    public long reconnects() {
        long again = 0;
        for (final int dialled : dials) {
            again += Math.max(0, dialled - 1);
        }
        return again;
    }

    /**
     * Connections lost.
     *
     * @return count
     */
    public long losses() {
        return losses;
    }

    /**
     * What the engine may do.
     *
     * @return the mode in force
     */
    public TradingMode mode() {
        return mode;
    }

    /**
     * Who asked for the mode.
     *
     * @return source in lower case
     */
    public String modeBy() {
        return modeBy;
    }

    /**
     * Why the mode was asked for.
     *
     * @return reason, may be empty
     */
    public String modeWhy() {
        return modeWhy;
    }

    /**
     * Parameters in force.
     *
     * @return null before the first
     */
    public ParamsVersion params() {
        return params;
    }

    /**
     * Files refused.
     *
     * @return count
     */
    public long rejected() {
        return rejected;
    }

    /**
     * Event time of the first input.
     *
     * @return ns, 0 before it
     */
    public long firstNs() {
        return firstNs;
    }

    /**
     * Event time of the newest input.
     *
     * @return ns, 0 before the first
     */
    public long lastNs() {
        return lastNs;
    }

    /**
     * Inputs a second over the last ten seconds of the session.
     *
     * @return events/s
     */
    public double rate() {
        final double seconds = Math.min(RATE_WINDOW_NS, Math.max(1, lastNs - firstNs)) / 1e9;
        return recent.size() / seconds;
    }
}
