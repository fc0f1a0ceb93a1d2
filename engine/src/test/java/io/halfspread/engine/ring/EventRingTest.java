package io.halfspread.engine.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class EventRingTest {
    @Test
    void shouldRefuseToOvertakeASlowReader() {
        final EventRing ring = new EventRing(4);
        final RingReader reader = ring.newReader();
        for (int i = 0; i < 4; i++) {
            publish(ring, i);
        }

        assertNull(ring.claim());
        assertEquals(1, reader.poll((buffer, offset, length, sequence) -> assertEquals(0, sequence), 1));

        assertNotNull(ring.claim());
    }

    @Test
    void shouldShowAMessageToALaterReaderOnlyAfterTheEarlierOne() {
        final EventRing ring = new EventRing(4);
        final RingReader first = ring.newReader();
        final RingReader second = ring.newReader(first);
        publish(ring, 7);

        assertEquals(0, second.poll((buffer, offset, length, sequence) -> {}, 10));
        first.poll((buffer, offset, length, sequence) -> {}, 10);

        assertEquals(1, second.poll((buffer, offset, length, sequence) -> assertEquals(7, buffer.getLong(offset)), 10));
    }

    @Test
    void shouldShowTheNextMessageWithoutTakingItWhenPeeked() {
        final EventRing ring = new EventRing(4);
        final RingReader first = ring.newReader();
        final RingReader second = ring.newReader(first);
        assertNull(first.peek());
        publish(ring, 7);
        publish(ring, 8);

        assertNull(second.peek());
        assertEquals(2, second.backlog());
        assertEquals(7, first.peek().getLong(0));
        assertEquals(7, first.peek().getLong(0));
        first.poll((buffer, offset, length, sequence) -> {}, 1);

        assertEquals(7, second.peek().getLong(0));
        assertEquals(8, first.peek().getLong(0));
        assertEquals(1, first.backlog());
        second.poll((buffer, offset, length, sequence) -> {}, 1);
        assertNull(second.peek());
    }

    @Test
    void shouldHaveOneWritingThread() {
        final EventRing ring = new EventRing(4);
        ring.newReader();
        publish(ring, 1);

        final CompletableFuture<Void> other = CompletableFuture.runAsync(ring::claim);

        final CompletionException failure = assertThrows(CompletionException.class, other::join);
        assertTrue(failure.getMessage().contains("one writer"), failure.getMessage());
    }

    @Test
    void shouldCarryEveryMessageInOrderBetweenThreads() throws InterruptedException {
        final EventRing ring = new EventRing(64);
        final RingReader reader = ring.newReader();
        final int messages = 200_000;
        final long[] next = {0};
        final Thread consumer = new Thread(() -> {
            while (next[0] < messages) {
                reader.poll(
                        (buffer, offset, length, sequence) -> {
                            if (buffer.getLong(offset) != next[0] || sequence != next[0]) {
                                throw new AssertionError("sequence " + sequence + " holds " + buffer.getLong(offset));
                            }
                            next[0]++;
                        },
                        16);
                Thread.yield();
            }
        });
        consumer.start();

        for (int i = 0; i < messages; i++) {
            while (ring.claim() == null) {
                Thread.yield();
            }
            publish(ring, i);
        }
        consumer.join(30_000);

        assertEquals(messages, next[0]);
    }

    private static void publish(final EventRing ring, final long value) {
        ring.claim().putLong(0, value);
        ring.publish(8);
    }
}
