package io.halfspread.app.live;

import io.halfspread.codec.event.ActionResponseDecoder;
import io.halfspread.codec.event.ConnectionStateDecoder;
import io.halfspread.codec.event.ConnectionStatus;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.ModeSource;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.event.RiskAlertDecoder;
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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import org.agrona.DirectBuffer;

/** What happened in a session so far. Written by the thread that watches the rings; read from any. */
final class SessionTally {
    private static final int CONNECTIONS = 256;

    private final long sessionId;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final QuoteDecisionDecoder decision = new QuoteDecisionDecoder();
    private final OrderUpdateDecoder update = new OrderUpdateDecoder();
    private final ActionResponseDecoder response = new ActionResponseDecoder();
    private final ConnectionStateDecoder connection = new ConnectionStateDecoder();
    private final TradingModeUpdateDecoder modeUpdate = new TradingModeUpdateDecoder();
    private final TradingModeRequestDecoder modeRequest = new TradingModeRequestDecoder();
    private final EventTally inputs = new EventTally();
    private final EventTally outputs = new EventTally();
    private final List<ParamsVersion> versions = new CopyOnWriteArrayList<>();
    private final AtomicIntegerArray dials = new AtomicIntegerArray(CONNECTIONS);
    private final AtomicLongArray positions;
    private volatile boolean acknowledged;
    private volatile boolean ready;
    private volatile TradingMode mode = TradingMode.RUN;
    private volatile ModeSource modeSource = ModeSource.START;
    private volatile TradingMode operatorMode = TradingMode.RUN;
    private volatile String operatorWhy = "";
    private volatile long modeRequests;
    private volatile int rejectedDrops;
    private volatile long lastNs;
    private volatile long losses;
    private volatile long unresolved;
    private volatile long errors;
    private volatile long alerts;

    /**
     * Begins to count.
     *
     * @param sessionId   high half of the session's order ids
     * @param instruments how many instruments it has
     */
    SessionTally(final long sessionId, final int instruments) {
        this.sessionId = sessionId;
        positions = new AtomicLongArray(instruments);
    }

    /** What an operator left before the session. */
    void operatorLeft(final TradingMode left, final String why) {
        operatorWhy = why;
        operatorMode = left;
    }

    void onInput(final DirectBuffer buffer, final int offset, final long sequence) {
        final int templateId = inputs.count(buffer, offset);
        final int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        header.wrap(buffer, offset);
        lastNs = buffer.getLong(body, ByteOrder.LITTLE_ENDIAN);
        switch (templateId) {
            case OrderUpdateDecoder.TEMPLATE_ID -> {
                update.wrap(buffer, body, header.blockLength(), header.version());
                acknowledged |= update.cloidHigh() == sessionId && update.status() == OrderStatus.OPEN;
            }
            case ActionResponseDecoder.TEMPLATE_ID -> {
                response.wrap(buffer, body, header.blockLength(), header.version());
                acknowledged |= response.cloidHigh() == sessionId && response.kind() == ResponseKind.RESTING;
                unresolved = unresolved + (response.kind() == ResponseKind.UNRESOLVED ? 1 : 0);
                errors = errors + (response.kind() == ResponseKind.ERROR ? 1 : 0);
            }
            case ConnectionStateDecoder.TEMPLATE_ID ->
                onConnection(connection.wrap(buffer, body, header.blockLength(), header.version()));
            case TuningParamsUpdateDecoder.TEMPLATE_ID ->
                versions.add(ParamsVersion.of(TuningEvents.decodeUpdate(buffer, offset), sequence));
            case TradingModeUpdateDecoder.TEMPLATE_ID ->
                mode = modeUpdate
                        .wrap(buffer, body, header.blockLength(), header.version())
                        .mode();
            case TradingModeRequestDecoder.TEMPLATE_ID ->
                onRequest(modeRequest.wrap(buffer, body, header.blockLength(), header.version()));
            case TuningParamsRejectedDecoder.TEMPLATE_ID -> rejectedDrops = rejectedDrops + 1;
            default -> {
                // Counted; nothing more is told of it.
            }
        }
    }

    void onOutput(final DirectBuffer buffer, final int offset) {
        final int templateId = outputs.count(buffer, offset);
        alerts = alerts + (templateId == RiskAlertDecoder.TEMPLATE_ID ? 1 : 0);
        if (templateId == QuoteDecisionDecoder.TEMPLATE_ID) {
            header.wrap(buffer, offset);
            decision.wrap(buffer, offset + MessageHeaderDecoder.ENCODED_LENGTH, header.blockLength(), header.version());
            positions.set(decision.instrument(), decision.position());
        }
    }

    private void onRequest(final TradingModeRequestDecoder request) {
        if (ModeRule.grants(mode, request.mode(), request.leaveKill() == Flag.YES)) {
            final ModeSource source = request.source();
            if (source != ModeSource.STOP && source != ModeSource.WATCH && source != ModeSource.CAPTURE) {
                operatorWhy = request.why();
                operatorMode = request.mode();
            }
            modeSource = source;
            mode = request.mode();
        }
        modeRequests = modeRequests + 1;
    }

    private void onConnection(final ConnectionStateDecoder state) {
        if (state.status() == ConnectionStatus.CLOSED) {
            losses = losses + 1;
        }
        if (state.status() == ConnectionStatus.CONNECTING) {
            dials.incrementAndGet(state.connection());
        }
        if (state.carriesOrders() == Flag.YES) {
            ready = state.status() == ConnectionStatus.READY;
        }
    }

    /** Whether an order of this session was ever acknowledged. */
    boolean isAcknowledged() {
        return acknowledged;
    }

    /** Whether the account's state is known at the moment. */
    boolean isReady() {
        return ready;
    }

    /** What the engine may do at the moment. */
    TradingMode mode() {
        return mode;
    }

    /** Who asked for it. */
    ModeSource modeSource() {
        return modeSource;
    }

    /** Mode that a person asked for last. */
    TradingMode operatorMode() {
        return operatorMode;
    }

    /** The person's reason. */
    String operatorWhy() {
        return operatorWhy;
    }

    /** Requests for a mode in the record, granted or not. */
    long modeRequests() {
        return modeRequests;
    }

    int rejectedDrops() {
        return rejectedDrops;
    }

    /** Connections lost. */
    long losses() {
        return losses;
    }

    /** Actions whose outcome was lost, by element. */
    long unresolved() {
        return unresolved;
    }

    /** Elements of actions that failed. */
    long errors() {
        return errors;
    }

    /** Alerts of the engine. */
    long alerts() {
        return alerts;
    }

    /** Parameter sets in the order in which they came into force. */
    List<ParamsVersion> versions() {
        return List.copyOf(versions);
    }

    /** Connections dialled again after their first time. */
    long reconnects() {
        long again = 0;
        for (int i = 0; i < CONNECTIONS; i++) {
            again += Math.max(0, dials.get(i) - 1);
        }
        return again;
    }

    /** Position of an instrument as of the last decision, decimal8. */
    long position(final int instrument) {
        return positions.get(instrument);
    }

    /** Event time of the newest input. */
    long lastNs() {
        return lastNs;
    }

    /** Fills in the record; the engine may count fewer, when the venue tells one twice. */
    long fills() {
        return inputs.of(FillDecoder.TEMPLATE_ID);
    }

    /** Inputs by template id; after the session. */
    long[] inputsByTemplate() {
        return inputs.byTemplate();
    }

    /** Outputs by template id; after the session. */
    long[] outputsByTemplate() {
        return outputs.byTemplate();
    }

    /** Quotes placed or modified in an instrument; after the session. */
    long quotes(final int instrument) {
        return outputs.quotes(instrument);
    }
}
