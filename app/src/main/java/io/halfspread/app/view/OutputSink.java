package io.halfspread.app.view;

import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.engine.replay.EventTally;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.MessageHandler;
import io.halfspread.engine.ring.RingReader;
import org.agrona.DirectBuffer;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Takes the outputs of an engine that is only looked at: counts them, keeps the last decision of each instrument, and hands
 * each on. For one thread.
 */
public final class OutputSink implements MessageHandler {
    private static final int SLOTS = 1024;

    private final EventRing ring = new EventRing(SLOTS);
    private final RingReader reader = ring.newReader();
    private final EventTally tally = new EventTally();
    private final Int2ObjectHashMap<byte[]> decisions = new Int2ObjectHashMap<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final QuoteDecisionDecoder decision = new QuoteDecisionDecoder();
    private final MessageHandler next;

    /**
     * A sink.
     *
     * @param next looks at each output
     */
    OutputSink(final MessageHandler next) {
        this.next = next;
    }

    /** Where the engine puts them. */
    EventRing ring() {
        return ring;
    }

    /** Takes what an event caused. */
    void take() {
        reader.poll(this, SLOTS);
    }

    @Override
    public void onMessage(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        if (tally.count(buffer, offset) == QuoteDecisionDecoder.TEMPLATE_ID) {
            final int instrument = wrap(buffer, offset).instrument();
            buffer.getBytes(
                    offset,
                    decisions.computeIfAbsent(instrument, unused -> new byte[EventRing.SLOT_LENGTH]),
                    0,
                    length);
        }
        next.onMessage(buffer, offset, length, sequence);
    }

    /**
     * What was put out.
     *
     * @return counts by template
     */
    public EventTally tally() {
        return tally;
    }

    /**
     * The last decision of an instrument.
     *
     * @param instrument index
     * @return null before the first; valid until the next call
     */
    public QuoteDecisionDecoder decision(final int instrument) {
        final byte[] bytes = decisions.get(instrument);
        return bytes == null ? null : wrap(new UnsafeBuffer(bytes), 0);
    }

    private QuoteDecisionDecoder wrap(final DirectBuffer message, final int offset) {
        header.wrap(message, offset);
        return decision.wrap(
                message, offset + MessageHeaderDecoder.ENCODED_LENGTH, header.blockLength(), header.version());
    }
}
