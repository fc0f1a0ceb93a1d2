package io.halfspread.app.capture;

import io.halfspread.codec.dump.EventDump;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.TuningParamsUpdateDecoder;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.capture.CaptureReader;
import io.halfspread.engine.tuning.TuningEvents;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Prints the records of a capture as JSON Lines; each output with the hash of the parameter file that priced it. */
public final class CaptureDump {
    private static final int INSTRUMENT = MessageHeaderDecoder.ENCODED_LENGTH + 16;
    private static final int VERSION =
            MessageHeaderDecoder.ENCODED_LENGTH + QuoteDecisionDecoder.paramsVersionEncodingOffset();

    private final DumpFilter filter;
    private final EventDump dump = new EventDump();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final Map<Long, String> sha256ByVersion = new HashMap<>();

    /**
     * Prepares a dump.
     *
     * @param filter what to print
     */
    public CaptureDump(final DumpFilter filter) {
        this.filter = filter;
    }

    /**
     * Prints a capture.
     *
     * @param records cursor before the first record
     * @param lines   takes each line; false ends the dump
     */
    public void print(final CaptureReader records, final Predicate<String> lines) {
        final List<String> coins = records.manifest().identity().instruments();
        long input = -1;
        while (records.next()) {
            input = records.isInput() ? records.sequence() : input;
            if (input > filter.to()) {
                return;
            }
            final int templateId =
                    header.wrap(records.buffer(), records.offset()).templateId();
            if (templateId == TuningParamsUpdateDecoder.TEMPLATE_ID) {
                final var update = TuningEvents.decodeUpdate(records.buffer(), records.offset());
                sha256ByVersion.put(update.version(), update.source().sha256().hex());
            }
            final int instrument =
                    records.buffer().getShort(records.offset() + INSTRUMENT, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
            if (filter.accepts(templateId, input, instrument)
                    && !lines.test(line(records, instrument < coins.size() ? coins.get(instrument) : null))) {
                return;
            }
        }
    }

    private String line(final CaptureReader records, final String coin) {
        final String line = dump.line(records.buffer(), records.offset(), records.length(), records.sequence());
        final StringBuilder joined = new StringBuilder(line.substring(0, line.length() - 1));
        if (coin != null) {
            joined.append(",\"coin\":").append(JsonOutput.quoted(coin));
        }
        if (!records.isInput()) {
            final long version =
                    records.buffer().getInt(records.offset() + VERSION, ByteOrder.LITTLE_ENDIAN) & 0xFFFFFFFFL;
            final String sha256 = sha256ByVersion.get(version);
            joined.append(",\"paramsSha256\":").append(sha256 == null ? "null" : JsonOutput.quoted(sha256));
        }
        return joined.append('}').toString();
    }
}
