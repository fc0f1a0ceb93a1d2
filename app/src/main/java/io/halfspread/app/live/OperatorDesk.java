package io.halfspread.app.live;

import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.TradingMode;
import io.halfspread.codec.event.TradingModeUpdateEncoder;
import io.halfspread.engine.ring.SideQueue;
import org.agrona.concurrent.UnsafeBuffer;

/** What the person who runs a session tells the engine, as events on a side queue. For one thread. */
final class OperatorDesk {
    private static final int ALL = 65535;
    private static final int CAPACITY = 16 * 1024;
    private static final int EVENT_BYTES = 64;

    private final SideQueue queue = new SideQueue(CAPACITY);
    private final UnsafeBuffer event = new UnsafeBuffer(new byte[EVENT_BYTES]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final TradingModeUpdateEncoder update = new TradingModeUpdateEncoder();

    /** Events for the ring's writer. */
    SideQueue queue() {
        return queue;
    }

    /** Changes what the engine may do, in all instruments; false when the queue is full. */
    boolean mode(final TradingMode mode) {
        update.wrapAndApplyHeader(event, 0, header)
                .ingestNs(0)
                .venueNs(TradingModeUpdateEncoder.venueNsNullValue())
                .instrument(ALL)
                .mode(mode);
        return queue.offer(event, update.limit());
    }
}
