package io.halfspread.app.live;

import io.halfspread.app.view.Gauges;
import io.halfspread.app.view.HopHistogram;
import io.halfspread.app.view.SessionSource;
import io.halfspread.app.view.SessionView;
import io.halfspread.codec.event.MessageHeaderDecoder;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.broadcast.BroadcastReceiver;

/** A running session's messages, as far as the broadcast still has them, and its counters. For one thread, of low priority. */
final class SessionFeed implements SessionSource {
    private static final int LONGEST = 4096;

    private final BroadcastReceiver receiver;
    private final EpochNanoClock clock;
    private final LiveSession session;
    private final UnsafeBuffer message = new UnsafeBuffer(new byte[LONGEST]);
    private final HopHistogram shown = new HopHistogram();
    private long nextInput;

    /**
     * Follows a session that has not started.
     *
     * @param receiver reads the broadcast
     * @param clock    the session's clock, for this thread
     * @param session  has the counters
     */
    SessionFeed(final BroadcastReceiver receiver, final EpochNanoClock clock, final LiveSession session) {
        this.receiver = receiver;
        this.clock = clock;
        this.session = session;
    }

    @Override
    public int drain(final SessionView view, final int limit) {
        final long nowNs = clock.nanoTime();
        int work = 0;
        while (work < limit && receiver.receiveNext()) {
            final int typeId = receiver.typeId();
            final int length = Math.min(receiver.length(), LONGEST);
            message.putBytes(0, receiver.buffer(), receiver.offset(), length);
            if (receiver.validate()) {
                onMessage(view, typeId, length, nowNs);
            }
            work++;
        }
        return work;
    }

    private void onMessage(final SessionView view, final int typeId, final int length, final long nowNs) {
        if (SessionTap.isInput(typeId)) {
            final long sequence = SessionTap.sequence(typeId, nextInput);
            nextInput = sequence + 1;
            shown.record(nowNs - message.getLong(MessageHeaderDecoder.ENCODED_LENGTH, ByteOrder.LITTLE_ENDIAN));
            view.onInput(message, 0, length, sequence);
        } else {
            view.onOutput(message, 0);
        }
    }

    @Override
    public Gauges gauges() {
        final SessionLoad load = session.load();
        final List<Gauges.Hop> hops = new ArrayList<>();
        if (session.trading() != null) {
            hops.add(new Gauges.Hop(
                    "arrival to order sent", session.trading().latency().live()));
        }
        hops.add(new Gauges.Hop("arrival to capture", session.recorded()));
        hops.add(new Gauges.Hop("arrival to this page's server", shown.figures()));
        final String trouble = session.captureNote();
        return new Gauges(
                clock.nanoTime(),
                session.ringSlots(),
                session.engineBehind(),
                session.journalBehind(),
                load.outputsLeft(),
                load.stalls(),
                load.longestNs(),
                load.messages(),
                session.captureState().name().toLowerCase(Locale.ROOT),
                trouble == null ? "" : trouble,
                hops);
    }
}
