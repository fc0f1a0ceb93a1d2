package io.halfspread.app.view;

import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.engine.replay.EventTally;
import io.halfspread.engine.ring.EventPublisher;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.MessageHandler;
import org.agrona.MutableDirectBuffer;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Takes the outputs of an engine that is only looked at: counts them, keeps the last decision of each instrument, and hands
 * each on. For one thread.
 */
public final class OutputSink implements EventPublisher {
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[EventRing.SLOT_LENGTH]);
    private final EventTally tally = new EventTally();
    private final Int2ObjectHashMap<byte[]> decisions = new Int2ObjectHashMap<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final QuoteDecisionDecoder decision = new QuoteDecisionDecoder();
    private final MessageHandler next;
    private long published = -1;

    /**
     * A sink.
     *
     * @param next looks at each output
     */
    OutputSink(final MessageHandler next) {
        this.next = next;
    }

    @Override
    public MutableDirectBuffer claim() {
        return slot;
    }

    @Override
    public long publish(final int length) {
        if (tally.count(slot, 0) == QuoteDecisionDecoder.TEMPLATE_ID) {
            final int instrument = wrap(slot).instrument();
            slot.getBytes(
                    0, decisions.computeIfAbsent(instrument, unused -> new byte[EventRing.SLOT_LENGTH]), 0, length);
        }
        next.onMessage(slot, 0, length, ++published);
        return published;
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
        return bytes == null ? null : wrap(new UnsafeBuffer(bytes));
    }

    private QuoteDecisionDecoder wrap(final UnsafeBuffer message) {
        header.wrap(message, 0);
        return decision.wrap(message, MessageHeaderDecoder.ENCODED_LENGTH, header.blockLength(), header.version());
    }
}
