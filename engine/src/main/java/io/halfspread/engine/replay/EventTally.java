package io.halfspread.engine.replay;

import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.ModifyOrderDecoder;
import io.halfspread.codec.event.PlaceOrderDecoder;
import io.halfspread.codec.event.Tif;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/** Counts messages by template id, and quotes sent by instrument. For one thread. */
public final class EventTally {
    private static final int TEMPLATES = 256;
    private static final int INSTRUMENTS = 64;
    private static final int INSTRUMENT =
            MessageHeaderDecoder.ENCODED_LENGTH + PlaceOrderDecoder.instrumentEncodingOffset();

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PlaceOrderDecoder place = new PlaceOrderDecoder();
    private final long[] counts = new long[TEMPLATES];
    private final long[] quotes = new long[INSTRUMENTS];

    /** Creates a tally of nothing. */
    public EventTally() {}

    /**
     * Counts one message.
     *
     * @param buffer holds the message
     * @param offset index of its header
     * @return its template id
     */
    public int count(final DirectBuffer buffer, final int offset) {
        final int templateId = header.wrap(buffer, offset).templateId();
        counts[templateId & TEMPLATES - 1]++;
        if (templateId == ModifyOrderDecoder.TEMPLATE_ID) {
            countQuote(buffer, offset);
        } else if (templateId == PlaceOrderDecoder.TEMPLATE_ID
                && place.wrap(
                                        buffer,
                                        offset + MessageHeaderDecoder.ENCODED_LENGTH,
                                        header.blockLength(),
                                        header.version())
                                .tif()
                        != Tif.IOC) {
            countQuote(buffer, offset);
        }
        return templateId;
    }

    /**
     * Messages of a kind.
     *
     * @param templateId SBE template id
     * @return the count
     */
    public long of(final int templateId) {
        return counts[templateId];
    }

    /**
     * Messages by template id.
     *
     * @return a copy
     */
    public long[] byTemplate() {
        return counts.clone();
    }

    /**
     * All messages.
     *
     * @return the count
     */
    public long total() {
        long total = 0;
        for (final long count : counts) {
            total += count;
        }
        return total;
    }

    /**
     * Quotes placed or modified, takers not counted.
     *
     * @param instrument index, below 64
     * @return the count
     */
    public long quotes(final int instrument) {
        return quotes[instrument];
    }

    private void countQuote(final DirectBuffer buffer, final int offset) {
        final int instrument = buffer.getShort(offset + INSTRUMENT, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
        if (instrument < INSTRUMENTS) {
            quotes[instrument]++;
        }
    }
}
