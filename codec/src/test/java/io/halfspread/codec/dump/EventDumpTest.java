package io.halfspread.codec.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.halfspread.codec.event.AssetContextEncoder;
import io.halfspread.codec.event.BestBidOfferEncoder;
import io.halfspread.codec.event.FillEncoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.SourceKind;
import io.halfspread.codec.event.TuningParamsUpdateEncoder;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

final class EventDumpTest {
    private static final int HEX_DIGITS = 16;

    private final ObjectMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final EventDump dump = new EventDump();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[2048]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();

    @Test
    void shouldKnowEveryTemplateWhenSchemaIsGenerated() throws Exception {
        final List<GeneratedMessage> messages = GeneratedMessage.all();

        assertEquals(EventKind.values().length, messages.size());
        for (final GeneratedMessage message : messages) {
            final EventKind kind = EventKind.of(message.templateId);
            assertEquals(message.name(), kind.template());
            assertEquals(message.templateId < 64, kind.isInput(), message.name());
        }
        assertEquals(null, EventKind.of(63));
        assertEquals(null, EventKind.of(-1));
        assertEquals(null, EventKind.of(70_000));
    }

    @Test
    void shouldPrintEveryFieldOfEveryTemplateWhenValuesAreRandom() throws Exception {
        final SplittableRandom random = new SplittableRandom(1);

        for (final GeneratedMessage message : GeneratedMessage.all()) {
            for (int i = 0; i < 40; i++) {
                final int length = message.fill(buffer, random);
                final String line = dump.line(buffer, 0, length, i);
                compare(message, json.readTree(line), i);
                assertTrue(line.indexOf('\n') < 0, line);
            }
        }
    }

    @Test
    void shouldPrintDecimalsExactlyWhenMessageIsBestBidOffer() {
        final int length = new BestBidOfferEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .ingestNs(1_765_324_800_123_456_789L)
                .venueNs(1_765_324_800_000_000_000L)
                .instrument(1)
                .bidPx(311_245_000_000L)
                .bidSz(1L)
                .bidOrders(7)
                .askPx(BestBidOfferEncoder.askPxNullValue())
                .askSz(-2_550_000_000L)
                .askOrders(BestBidOfferEncoder.askOrdersNullValue())
                .encodedLength();

        assertEquals(
                "{\"event\":\"bbo\",\"template\":\"BestBidOffer\",\"sequence\":42,"
                        + "\"time\":\"2025-12-10T00:00:00.123456789Z\",\"ingestNs\":1765324800123456789,"
                        + "\"venueNs\":1765324800000000000,\"instrument\":1,\"bidPx\":\"3112.45\","
                        + "\"bidSz\":\"0.00000001\",\"bidOrders\":7,\"askPx\":null,\"askSz\":\"-25.5\",\"askOrders\":null}",
                dump.line(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + length, 42));
    }

    @Test
    void shouldScaleRatiosByTwelveWhenMessageIsAssetContext() throws Exception {
        final int length = new AssetContextEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .ingestNs(0)
                .funding(12_500_000L)
                .premium(-1L)
                .markPx(100_000_000L)
                .openInterest(1e22)
                .dayNotionalVolume(Double.NaN)
                .encodedLength();

        final JsonNode line = json.readTree(dump.line(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + length, 0));

        assertEquals("0.0000125", line.get("funding").textValue());
        assertEquals("-0.000000000001", line.get("premium").textValue());
        assertEquals("1", line.get("markPx").textValue());
        assertEquals(1e22, line.get("openInterest").doubleValue());
        assertTrue(line.get("dayNotionalVolume").isNull());
    }

    @Test
    void shouldJoinHashAndOrderIdWhenTheirPartsArePrinted() throws Exception {
        final TuningParamsUpdateEncoder params = new TuningParamsUpdateEncoder();
        params.wrapAndApplyHeader(buffer, 0, header)
                .source(SourceKind.DROP)
                .sha256A(0x0011_2233_4455_6677L)
                .sha256B(-1L)
                .sha256C(0)
                .sha256D(0xabL)
                .name("volatile.json")
                .valuesCount(0);
        final JsonNode update =
                json.readTree(dump.line(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + params.encodedLength(), 0));
        final int fill = new FillEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .side(Side.ASK)
                .crossed(Flag.YES)
                .cloidHigh(1)
                .cloidLow(0x2a)
                .encodedLength();
        final JsonNode fillLine = json.readTree(dump.line(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + fill, 0));

        assertEquals(
                "0011223344556677ffffffffffffffff000000000000000000000000000000ab",
                update.get("sha256").textValue());
        assertEquals("volatile.json", update.get("name").textValue());
        assertEquals("DROP", update.get("source").textValue());
        assertEquals("0x0000000000000001000000000000002a", fillLine.get("cloid").textValue());
        assertEquals("ASK", fillLine.get("side").textValue());
    }

    @Test
    void shouldRefuseMessageWhenItIsCutShort() throws Exception {
        final SplittableRandom random = new SplittableRandom(2);
        for (final GeneratedMessage message : GeneratedMessage.all()) {
            final int length = message.fill(buffer, random);
            for (int cut = 0; cut < length; cut++) {
                final int shorter = cut;
                assertThrows(IllegalArgumentException.class, () -> dump.line(buffer, 0, shorter, 0), message.name());
            }
        }
    }

    @Test
    void shouldSayUnknownWhenTemplateIsNotInSchema() throws Exception {
        header.wrap(buffer, 0).blockLength(8).templateId(63).schemaId(4814).version(0);

        final JsonNode line = json.readTree(dump.line(buffer, 0, 16, 5));

        assertEquals("unknown", line.get("event").textValue());
        assertEquals(63, line.get("template").intValue());
    }

    private void compare(final GeneratedMessage expected, final JsonNode line, final long sequence)
            throws ReflectiveOperationException {
        final Object message = expected.wrapped(buffer);
        final TreeSet<String> keys = new TreeSet<>(List.of("event", "template", "sequence", "time"));
        assertEquals(EventKind.of(expected.templateId).text(), line.get("event").textValue());
        assertEquals(expected.name(), line.get("template").textValue());
        assertEquals(sequence, line.get("sequence").longValue());
        keys.addAll(GeneratedMessage.fields(expected.decoder));
        compareBlock(expected.decoder, message, line);
        for (final Method group : expected.groups()) {
            final Iterable<?> entries = (Iterable<?>) group.invoke(message);
            final List<JsonNode> lines = new ArrayList<>();
            line.get(group.getName()).forEach(lines::add);
            int count = 0;
            for (final Object entry : entries) {
                final JsonNode entryLine = lines.get(count++);
                compareBlock(group.getReturnType(), entry, entryLine);
                final TreeSet<String> entryKeys = new TreeSet<>(GeneratedMessage.fields(group.getReturnType()));
                addJoined(entryKeys);
                assertEquals(entryKeys, names(entryLine));
            }
            assertEquals(count, lines.size());
            keys.add(group.getName());
        }
        for (final String text : expected.texts()) {
            assertEquals(
                    expected.decoder.getMethod(text).invoke(message),
                    line.get(text).textValue());
            keys.add(text);
        }
        addJoined(keys);
        assertEquals(keys, names(line), expected.name());
    }

    private static void addJoined(final TreeSet<String> keys) {
        if (keys.contains("sha256D")) {
            keys.add("sha256");
        }
        if (keys.contains("cloidLow")) {
            keys.add("cloid");
        }
    }

    private static TreeSet<String> names(final JsonNode line) {
        final TreeSet<String> names = new TreeSet<>();
        line.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void compareBlock(final Class<?> block, final Object decoded, final JsonNode line)
            throws ReflectiveOperationException {
        for (final String field : GeneratedMessage.fields(block)) {
            final Object value = block.getMethod(field).invoke(decoded);
            final JsonNode node = line.get(field);
            final String where = block.getSimpleName() + '.' + field + " = " + value + ", printed " + node;
            if (value instanceof Enum) {
                assertEquals(value.toString().equals("NULL_VAL") ? "null" : value.toString(), node.asText(), where);
            } else if (value instanceof String) {
                assertEquals(value, node.textValue(), where);
            } else if (value instanceof Double || value instanceof Float) {
                compareReal((Number) value, node, where);
            } else {
                compareInteger(block, field, ((Number) value).longValue(), node, where);
            }
        }
    }

    private static void compareReal(final Number value, final JsonNode node, final String where) {
        if (Double.isNaN(value.doubleValue())) {
            assertTrue(node.isNull(), where);
        } else if (Double.isInfinite(value.doubleValue())) {
            assertEquals(value.toString(), node.textValue(), where);
        } else if (value instanceof Float) {
            assertEquals(value.floatValue(), node.floatValue(), where);
        } else {
            assertTrue(node.isNumber(), where);
            assertEquals(
                    Double.doubleToRawLongBits(value.doubleValue()),
                    Double.doubleToRawLongBits(node.doubleValue()),
                    where);
        }
    }

    private static void compareInteger(
            final Class<?> block, final String field, final long value, final JsonNode node, final String where)
            throws ReflectiveOperationException {
        final long nullValue = ((Number) block.getMethod(field + "NullValue").invoke(null)).longValue();
        if (node.isNull()) {
            assertEquals(nullValue, value, where);
        } else if (node.isNumber()) {
            assertEquals(value, node.longValue(), where);
        } else if (node.textValue().length() == HEX_DIGITS
                && node.textValue().indexOf('.') < 0
                && field.matches("sha256.|.*[cC]loid.*|.*[hH]ash|sessionId")) {
            assertEquals(value, Long.parseUnsignedLong(node.textValue(), HEX_DIGITS), where);
        } else {
            final int scale = field.matches("funding|premium|.*Rate") ? 12 : 8;
            assertEquals(BigDecimal.valueOf(value, scale).compareTo(new BigDecimal(node.textValue())), 0, where);
        }
    }
}
