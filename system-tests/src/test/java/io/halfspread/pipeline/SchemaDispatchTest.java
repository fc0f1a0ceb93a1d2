package io.halfspread.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.engine.handler.QuotingHandler;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.RingReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

final class SchemaDispatchTest {
    private static final long START_NS = 1_790_856_000_000_000_000L;

    private final MutableDirectBuffer buffer = new UnsafeBuffer(new byte[EventRing.SLOT_LENGTH]);
    private final EventRing outputs = new EventRing(EventRing.DEFAULT_SLOTS);
    private final RingReader outputReader = outputs.newReader();
    private final QuotingHandler handler = new QuotingHandler(outputs);

    @Test
    void shouldHandleEveryInputOfTheSchema() throws Exception {
        final List<SchemaMessage> inputs =
                SchemaMessage.all().stream().filter(SchemaMessage::input).toList();
        long sequence = 0L;

        for (final SchemaMessage input : inputs) {
            final int length = input.encodeEmpty(buffer, START_NS + sequence);
            handler.onMessage(buffer, 0, length, sequence++);
            outputReader.poll((message, offset, bytes, at) -> {}, EventRing.DEFAULT_SLOTS);

            assertEquals(0L, handler.unhandled(), input::name);
        }

        assertTrue(inputs.size() >= 21);
        assertEquals(inputs.size(), handler.inputs());
    }

    @Test
    void shouldCountInputWhenTemplateIsUnknown() throws Exception {
        final SchemaMessage timer = SchemaMessage.all().stream()
                .filter(message -> "Timer".equals(message.name()))
                .findFirst()
                .orElseThrow();
        final int length = timer.encodeEmpty(buffer, START_NS);
        buffer.putShort(2, (short) 63);

        handler.onMessage(buffer, 0, length, 0L);

        assertEquals(1L, handler.unhandled());
    }

    @Test
    void shouldUseEachTemplateIdOnce() throws Exception {
        final List<SchemaMessage> messages = SchemaMessage.all();
        final Set<Integer> ids = messages.stream().map(SchemaMessage::id).collect(Collectors.toSet());

        assertEquals(messages.size(), ids.size());
    }
}
