package io.halfspread.gateway.ingress;

import io.halfspread.codec.event.ConnectionStateDecoder;
import io.halfspread.codec.event.ConnectionStatus;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.TimerDecoder;
import io.halfspread.engine.ring.MessageHandler;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.agrona.DirectBuffer;

/** Everything that came out of a ring, in order. */
final class RingRecord implements MessageHandler {
    final List<Integer> templates = new ArrayList<>();
    final List<Long> ingestNs = new ArrayList<>();
    final List<String> marketData = new ArrayList<>();
    final List<String> states = new ArrayList<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ConnectionStateDecoder state = new ConnectionStateDecoder();

    @Override
    public void onMessage(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        final int template = header.wrap(buffer, offset).templateId();
        templates.add(template);
        ingestNs.add(buffer.getLong(offset + MessageHeaderDecoder.ENCODED_LENGTH, ByteOrder.LITTLE_ENDIAN));
        if (template == ConnectionStateDecoder.TEMPLATE_ID) {
            state.wrapAndApplyHeader(buffer, offset, header);
            states.add(state.connection() + " " + state.status());
        } else if (template != TimerDecoder.TEMPLATE_ID) {
            marketData.add(hex(buffer, offset, length));
        }
    }

    long count(final int template) {
        return templates.stream().filter(id -> id == template).count();
    }

    long count(final int connection, final ConnectionStatus status) {
        return states.stream().filter((connection + " " + status)::equals).count();
    }

    static String hex(final DirectBuffer buffer, final int offset, final int length) {
        final byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
