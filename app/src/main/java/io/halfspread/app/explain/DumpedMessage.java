package io.halfspread.app.explain;

import io.halfspread.codec.dump.EventDump;
import io.halfspread.codec.text.JsonMember;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.engine.capture.CaptureReader;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.agrona.DirectBuffer;

/** A recorded message as members of a JSON object. */
final class DumpedMessage {
    private final EventDump dump = new EventDump();

    Map<String, Object> of(final CaptureReader record) {
        return of(record.buffer(), record.offset(), record.length(), record.sequence());
    }

    Map<String, Object> of(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        final String line = dump.line(buffer, offset, length, sequence);
        return members(StrictJson.parse(line, false).root());
    }

    private static Map<String, Object> members(final JsonNode node) {
        final Map<String, Object> map = new LinkedHashMap<>();
        for (final JsonMember member : node.members()) {
            map.put(member.key(), value(member.value()));
        }
        return map;
    }

    private static Object value(final JsonNode node) {
        return switch (node.kind()) {
            case OBJECT -> members(node);
            case ARRAY -> node.elements().stream().map(DumpedMessage::value).toList();
            case NUMBER -> new BigDecimal(node.text());
            case TRUE -> Boolean.TRUE;
            case FALSE -> Boolean.FALSE;
            case NULL -> null;
            default -> node.text();
        };
    }
}
