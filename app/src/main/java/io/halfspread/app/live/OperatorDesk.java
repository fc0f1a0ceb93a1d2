package io.halfspread.app.live;

import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.ModeSource;
import io.halfspread.codec.event.TradingMode;
import io.halfspread.codec.event.TradingModeRequestEncoder;
import io.halfspread.engine.ring.SideQueue;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What the person who runs a session, and those who watch over it, tell the engine, as events on a side queue. From any
 * thread, one at a time.
 */
final class OperatorDesk {
    private static final int ALL = 65535;
    private static final int CAPACITY = 16 * 1024;
    private static final int EVENT_BYTES = 1024;
    private static final int LONGEST_WHY = 500;

    private final SideQueue queue = new SideQueue(CAPACITY);
    private final UnsafeBuffer event = new UnsafeBuffer(new byte[EVENT_BYTES]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final TradingModeRequestEncoder request = new TradingModeRequestEncoder();

    /** Events for the ring's writer. */
    SideQueue queue() {
        return queue;
    }

    /** Asks for a mode in all instruments; false when the queue is full. */
    synchronized boolean ask(
            final TradingMode mode, final ModeSource source, final boolean leaveKill, final String why) {
        final byte[] text = why.getBytes(StandardCharsets.UTF_8);
        request.wrapAndApplyHeader(event, 0, header)
                .ingestNs(0)
                .venueNs(TradingModeRequestEncoder.venueNsNullValue())
                .instrument(ALL)
                .mode(mode)
                .source(source)
                .leaveKill(leaveKill ? Flag.YES : Flag.NO)
                .putWhy(text, 0, Math.min(text.length, LONGEST_WHY));
        return queue.offer(event, request.limit());
    }
}
