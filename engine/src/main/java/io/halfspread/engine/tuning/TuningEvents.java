package io.halfspread.engine.tuning;

import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.TuningParamsRejectedDecoder;
import io.halfspread.codec.event.TuningParamsRejectedEncoder;
import io.halfspread.codec.event.TuningParamsUpdateDecoder;
import io.halfspread.codec.event.TuningParamsUpdateEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Tuning updates and rejections as SBE messages, written at index 0 of a ring slot or of a buffer for a side queue, and
 * read back. Cold: the engine reads the events with the generated decoders. Usable from any thread.
 */
public final class TuningEvents {
    /** Most bytes of a rejection's reason; beyond it the text is cut on a character. */
    public static final int MAX_REASON_BYTES = 700;

    private static final String CUT_MARK = " ..";

    private TuningEvents() {}

    /**
     * Writes a TuningParamsUpdate at index 0.
     *
     * @param buffer   at least 256 bytes
     * @param ingestNs event time, ns since the epoch
     * @param update   what to write
     * @return bytes written, header included
     */
    public static int encode(final MutableDirectBuffer buffer, final long ingestNs, final TuningUpdate update) {
        final TuningSource source = update.source();
        final TuningParamsUpdateEncoder encoder = new TuningParamsUpdateEncoder();
        encoder.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .ingestNs(ingestNs)
                .venueNs(TuningParamsUpdateEncoder.venueNsNullValue())
                .instrument(TuningParamsUpdateEncoder.instrumentNullValue())
                .version(update.version())
                .source(source.kind())
                .sha256A(source.sha256().a())
                .sha256B(source.sha256().b())
                .sha256C(source.sha256().c())
                .sha256D(source.sha256().d());
        final byte[] name = utf8(source.name(), TuningParamsUpdateEncoder.nameLength(), "");
        encoder.putName(padded(name, TuningParamsUpdateEncoder.nameLength()), 0);
        final TuningParamsUpdateEncoder.ValuesEncoder values = encoder.valuesCount(TuningParam.COUNT);
        for (final TuningParam param : TuningParam.values()) {
            values.next()
                    .paramId((short) param.ordinal())
                    .stated(update.stated().contains(param) ? Flag.YES : Flag.NO)
                    .value(update.values().value(param));
        }
        return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
    }

    /**
     * Writes a TuningParamsRejected at index 0.
     *
     * @param buffer    at least 1,024 bytes
     * @param ingestNs  event time, ns since the epoch
     * @param rejection what to write
     * @return bytes written, header included
     */
    public static int encode(final MutableDirectBuffer buffer, final long ingestNs, final TuningRejection rejection) {
        final TuningSource source = rejection.source();
        final TuningParamsRejectedEncoder encoder = new TuningParamsRejectedEncoder();
        encoder.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .ingestNs(ingestNs)
                .venueNs(TuningParamsRejectedEncoder.venueNsNullValue())
                .instrument(TuningParamsRejectedEncoder.instrumentNullValue())
                .source(source.kind())
                .sha256A(source.sha256().a())
                .sha256B(source.sha256().b())
                .sha256C(source.sha256().c())
                .sha256D(source.sha256().d());
        final byte[] name = utf8(source.name(), TuningParamsRejectedEncoder.nameLength(), "");
        encoder.putName(padded(name, TuningParamsRejectedEncoder.nameLength()), 0);
        final byte[] reason = utf8(rejection.reason(), MAX_REASON_BYTES, CUT_MARK);
        encoder.putReason(reason, 0, reason.length);
        return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
    }

    /**
     * Reads a TuningParamsUpdate.
     *
     * @param buffer holds the message
     * @param offset index of its header
     * @return the update
     */
    public static TuningUpdate decodeUpdate(final DirectBuffer buffer, final int offset) {
        final TuningParamsUpdateDecoder decoder =
                new TuningParamsUpdateDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
        final TuningSource source = new TuningSource(
                decoder.source(),
                decoder.name(),
                new Sha256(decoder.sha256A(), decoder.sha256B(), decoder.sha256C(), decoder.sha256D()));
        final double[] values = TuningValues.defaults().toMap().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        final Set<TuningParam> stated = EnumSet.noneOf(TuningParam.class);
        for (final TuningParamsUpdateDecoder.ValuesDecoder entry : decoder.values()) {
            if (entry.paramId() < TuningParam.COUNT) {
                values[entry.paramId()] = entry.value();
                if (entry.stated() == Flag.YES) {
                    stated.add(TuningParam.values()[entry.paramId()]);
                }
            }
        }
        return new TuningUpdate(decoder.version(), source, TuningValues.of(values), stated);
    }

    /**
     * Reads a TuningParamsRejected.
     *
     * @param buffer holds the message
     * @param offset index of its header
     * @return the rejection
     */
    public static TuningRejection decodeRejection(final DirectBuffer buffer, final int offset) {
        final TuningParamsRejectedDecoder decoder =
                new TuningParamsRejectedDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
        final TuningSource source = new TuningSource(
                decoder.source(),
                decoder.name(),
                new Sha256(decoder.sha256A(), decoder.sha256B(), decoder.sha256C(), decoder.sha256D()));
        return new TuningRejection(source, decoder.reason());
    }

    private static byte[] padded(final byte[] bytes, final int length) {
        return Arrays.copyOf(bytes, length);
    }

    private static byte[] utf8(final String text, final int limit, final String cutMark) {
        final byte[] whole = text.getBytes(StandardCharsets.UTF_8);
        if (whole.length <= limit) {
            return whole;
        }
        int end = limit - cutMark.length();
        while ((whole[end] & 0xC0) == 0x80) {
            end--;
        }
        return (new String(whole, 0, end, StandardCharsets.UTF_8) + cutMark).getBytes(StandardCharsets.UTF_8);
    }
}
