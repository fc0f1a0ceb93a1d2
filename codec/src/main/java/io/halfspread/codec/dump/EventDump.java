package io.halfspread.codec.dump;

import io.halfspread.codec.event.MessageHeaderDecoder;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.wire.JSONWire;
import net.openhft.chronicle.wire.WireOut;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Any message of the event schema as one line of JSON, through Chronicle Wire. First come {@code event} (the short kind
 * name), {@code template}, {@code sequence} and {@code time} (UTC); then every field under its name in the schema; groups are
 * arrays. Decimals are text, exact; times are nanoseconds; hashes and halves of order ids are 16 hex digits, and a whole
 * {@code sha256} or {@code cloid} follows its parts; an absent value is null. Allocates; used by one thread.
 */
public final class EventDump {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int TIME_OFFSET_OF_OUTPUTS = 8;

    private final EventSchema schema = new EventSchema();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final UnsafeBuffer message = new UnsafeBuffer(0, 0);
    private final Bytes<byte[]> bytes = Bytes.allocateElasticOnHeap();
    private int position;

    /**
     * Renders one message.
     *
     * @param buffer   holds the message
     * @param offset   index of the message header
     * @param length   bytes of the message, header included
     * @param sequence its sequence on its ring
     * @return one JSON object, without a line end
     * @throws IllegalArgumentException when the message is cut short
     */
    public String line(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        bytes.clear();
        try {
            message.wrap(buffer, offset, length);
            header.wrap(message, 0);
            new JSONWire(bytes).getValueOut().marshallable(out -> write(out, sequence));
        } catch (final IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "message of " + length + " bytes, sequence " + sequence + ": cut short", e);
        }
        return bytes.toString();
    }

    private void write(final WireOut out, final long sequence) {
        final int id = header.templateId();
        final EventKind kind = EventKind.of(id);
        final EventSchema.Message layout = schema.message(id);
        if (kind == null || layout == null) {
            out.write("event").text("unknown");
            out.write("template").int32(id);
            out.write("sequence").int64(sequence);
            return;
        }
        out.write("event").text(kind.text());
        out.write("template").text(kind.template());
        out.write("sequence").int64(sequence);
        out.write("time").text(time(kind.isInput() ? 0 : TIME_OFFSET_OF_OUTPUTS));
        final FieldDump fields = new FieldDump(message, out, layout.fields(), MessageHeaderDecoder.ENCODED_LENGTH);
        fields.write(header.blockLength());
        position = MessageHeaderDecoder.ENCODED_LENGTH + header.blockLength();
        for (final EventSchema.Group group : layout.groups()) {
            writeGroup(out, group);
        }
        for (final String text : layout.texts()) {
            out.write(text).text(text());
        }
    }

    private void writeGroup(final WireOut out, final EventSchema.Group group) {
        final int blockLength = unsigned(position);
        final int count = unsigned(position + Short.BYTES);
        position += 2 * Short.BYTES;
        out.write(group.name()).sequence(values -> {
            for (int i = 0; i < count; i++) {
                values.marshallable(
                        entry -> new FieldDump(message, entry, group.fields(), position).write(blockLength));
                position += blockLength;
            }
        });
    }

    private String text() {
        final byte[] utf8 = new byte[unsigned(position)];
        message.getBytes(position + Short.BYTES, utf8);
        position += Short.BYTES + utf8.length;
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private String time(final int offset) {
        final long ns = message.getLong(MessageHeaderDecoder.ENCODED_LENGTH + offset, ByteOrder.LITTLE_ENDIAN);
        return ns == Long.MIN_VALUE
                ? null
                : Instant.ofEpochSecond(Math.floorDiv(ns, SECOND_NS), Math.floorMod(ns, SECOND_NS))
                        .toString();
    }

    private int unsigned(final int index) {
        return message.getShort(index, ByteOrder.LITTLE_ENDIAN) & 0xffff;
    }
}
