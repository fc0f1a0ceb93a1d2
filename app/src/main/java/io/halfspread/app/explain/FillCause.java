package io.halfspread.app.explain;

import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.TradeDecoder;
import io.halfspread.engine.capture.CaptureReader;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Finds the recorded event that explains a fill: the public trade it names, or the book that crossed the order. */
public final class FillCause {
    private static final int BODY = MessageHeaderDecoder.ENCODED_LENGTH;
    private static final int VENUE_NS = BODY + 8;
    private static final int INSTRUMENT = BODY + 16;
    private static final int NONE = 0;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final FillDecoder fill = new FillDecoder();
    private final TradeDecoder trade = new TradeDecoder();

    private FillCause() {}

    /**
     * Finds the cause of a fill.
     *
     * @param open     opens the capture, before its first record; called twice
     * @param sequence ring sequence of an input
     * @return members in order; null when the input is no fill
     */
    public static Map<String, Object> of(final Supplier<CaptureReader> open, final long sequence) {
        return new FillCause().find(open, sequence);
    }

    private Map<String, Object> find(final Supplier<CaptureReader> open, final long sequence) {
        try (CaptureReader records = open.get()) {
            if (!moveTo(records, sequence)) {
                return null;
            }
            final Map<String, Object> cause = new LinkedHashMap<>();
            if (fill.causeTid() == FillDecoder.causeTidNullValue()) {
                cause.put("kind", "venue");
                cause.put("why", "the venue reported this fill");
                return cause;
            }
            try (CaptureReader again = open.get()) {
                search(again, sequence, cause);
            }
            return cause;
        }
    }

    private boolean moveTo(final CaptureReader records, final long sequence) {
        while (records.next()) {
            if (records.isInput() && records.sequence() == sequence) {
                header.wrap(records.buffer(), records.offset());
                fill.wrap(records.buffer(), records.offset() + BODY, header.blockLength(), header.version());
                return header.templateId() == FillDecoder.TEMPLATE_ID;
            }
        }
        return false;
    }

    private void search(final CaptureReader records, final long sequence, final Map<String, Object> cause) {
        final DumpedMessage dump = new DumpedMessage();
        final boolean byTrade = fill.causeTid() != NONE;
        Map<String, Object> found = null;
        while (records.next() && (!records.isInput() || records.sequence() < sequence)) {
            if (records.isInput() && explains(records, byTrade)) {
                found = dump.of(records);
            }
        }
        cause.put("kind", byTrade ? "trade" : "book");
        if (found == null) {
            cause.put(
                    "why",
                    byTrade
                            ? "the capture does not hold the trade that this fill names"
                            : "the order took the touch displayed when it arrived");
            return;
        }
        cause.put("why", why(byTrade));
        cause.put("event", found);
    }

    private String why(final boolean byTrade) {
        if (byTrade) {
            return "a public trade reached the resting order";
        }
        return fill.crossed() == Flag.YES
                ? "the order took a level of the book that was newest when it arrived"
                : "a book showed the other side at or through the resting order";
    }

    private boolean explains(final CaptureReader records, final boolean byTrade) {
        final int offset = records.offset();
        final int templateId = header.wrap(records.buffer(), offset).templateId();
        if ((records.buffer().getShort(offset + INSTRUMENT, ByteOrder.LITTLE_ENDIAN) & 0xFFFF) != fill.instrument()) {
            return false;
        }
        if (byTrade) {
            return templateId == TradeDecoder.TEMPLATE_ID
                    && trade.wrap(records.buffer(), offset + BODY, header.blockLength(), header.version())
                                    .tid()
                            == fill.causeTid()
                    && trade.venueNs() == fill.venueNs();
        }
        return (templateId == BestBidOfferDecoder.TEMPLATE_ID || templateId == BookSnapshotDecoder.TEMPLATE_ID)
                && records.buffer().getLong(offset + VENUE_NS, ByteOrder.LITTLE_ENDIAN) == fill.venueNs();
    }
}
