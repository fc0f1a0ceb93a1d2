package io.halfspread.codec.dump;

import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import net.openhft.chronicle.wire.WireOut;
import org.agrona.DirectBuffer;

/** Writes the fields of one block, of a message or of a group's entry. */
final class FieldDump {
    private static final int DECIMAL8 = 8;
    private static final int RATIO12 = 12;
    private static final int UINT8_NULL = 0xff;
    private static final int UINT16_NULL = 0xffff;
    private static final long UINT32_NULL = 0xffff_ffffL;

    /** 64-bit values that are patterns, not quantities. */
    private static final Set<String> HEX =
            Set.of("sessionId", "cloidHigh", "cloidLow", "targetCloidLow", "hash", "tableHash", "inputsHash");

    private static final HexFormat HEX_FORMAT = HexFormat.of();

    private final DirectBuffer buffer;
    private final WireOut out;
    private final List<EventSchema.Field> fields;
    private final int start;

    FieldDump(final DirectBuffer buffer, final WireOut out, final List<EventSchema.Field> fields, final int start) {
        this.buffer = buffer;
        this.out = out;
        this.fields = fields;
        this.start = start;
    }

    /** Writes the fields that lie in a block of this length: an older message has fewer. */
    void write(final int blockLength) {
        final StringBuilder sha256 = new StringBuilder();
        for (final EventSchema.Field field : fields) {
            if (field.offset() + field.type().width() > blockLength) {
                return;
            }
            writeField(field);
            if (field.name().startsWith("sha256")) {
                sha256.append(hex(start + field.offset()));
            } else if (field.name().equals("cloidLow")) {
                out.write("cloid").text(cloid(start + field.offset() - Long.BYTES));
            }
            if (field.name().equals("sha256D")) {
                out.write("sha256").text(sha256.toString());
            }
        }
    }

    private void writeField(final EventSchema.Field field) {
        final EventSchema.Type type = field.type();
        final int at = start + field.offset();
        if (type.names() != null) {
            writeEnum(field, buffer.getByte(at) & 0xff);
            return;
        }
        switch (type.name()) {
            case "decimal8" -> out.write(field.name()).text(decimal(at, DECIMAL8));
            case "ratio12" -> out.write(field.name()).text(decimal(at, RATIO12));
            default -> writePrimitive(field, at);
        }
    }

    private void writeEnum(final EventSchema.Field field, final int value) {
        final String name = field.type().names().get(value);
        if (name == null && value != UINT8_NULL) {
            out.write(field.name()).int32(value);
        } else {
            out.write(field.name()).text(name);
        }
    }

    private void writePrimitive(final EventSchema.Field field, final int at) {
        final String name = field.name();
        switch (field.type().primitive()) {
            case "char" -> out.write(name).text(padded(at, field.type().length()));
            case "uint8" -> number(name, buffer.getByte(at) & 0xff, UINT8_NULL);
            case "uint16" -> number(name, buffer.getShort(at, ByteOrder.LITTLE_ENDIAN) & 0xffff, UINT16_NULL);
            case "int32" -> number(name, buffer.getInt(at, ByteOrder.LITTLE_ENDIAN), Integer.MIN_VALUE);
            case "uint32" -> number(name, buffer.getInt(at, ByteOrder.LITTLE_ENDIAN) & 0xffff_ffffL, UINT32_NULL);
            case "uint64" -> out.write(name).text(hex(at));
            case "int64" -> {
                if (HEX.contains(name)) {
                    out.write(name).text(hex(at));
                } else {
                    number(name, buffer.getLong(at, ByteOrder.LITTLE_ENDIAN), Long.MIN_VALUE);
                }
            }
            case "float" -> {
                final float value = buffer.getFloat(at, ByteOrder.LITTLE_ENDIAN);
                real(name, value, Float.toString(value));
            }
            case "double" -> {
                final double value = buffer.getDouble(at, ByteOrder.LITTLE_ENDIAN);
                real(name, value, Double.toString(value));
            }
            default -> throw new IllegalStateException("no dump for type " + field.type());
        }
    }

    private void number(final String name, final long value, final long nullValue) {
        if (value == nullValue) {
            out.write(name).text((String) null);
        } else {
            out.write(name).int64(value);
        }
    }

    /** JSON has no NaN and no infinities, and Wire quotes large exponents: so the digits are given to it as they are. */
    private void real(final String name, final double value, final String digits) {
        if (Double.isFinite(value)) {
            out.write(name).rawBytes(digits.getBytes(StandardCharsets.US_ASCII));
        } else {
            out.write(name).text(Double.isNaN(value) ? null : digits);
        }
    }

    private String decimal(final int at, final int scale) {
        final long value = buffer.getLong(at, ByteOrder.LITTLE_ENDIAN);
        if (value == Long.MIN_VALUE) {
            return null;
        }
        final BigDecimal decimal = BigDecimal.valueOf(value, scale);
        return value == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }

    private String padded(final int at, final int length) {
        final byte[] bytes = new byte[length];
        buffer.getBytes(at, bytes);
        int end = 0;
        while (end < length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    private String cloid(final int at) {
        final boolean absent = (buffer.getLong(at) | buffer.getLong(at + Long.BYTES)) == 0;
        return absent ? null : "0x" + hex(at) + hex(at + Long.BYTES);
    }

    private String hex(final int at) {
        return HEX_FORMAT.toHexDigits(buffer.getLong(at, ByteOrder.LITTLE_ENDIAN));
    }
}
