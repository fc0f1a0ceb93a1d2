package io.halfspread.engine.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SideQueueTest {
    private static final int EVENT_LENGTH = 64;

    private final UnsafeBuffer event = new UnsafeBuffer(new byte[EventRing.SLOT_LENGTH]);
    private final List<Long> numbers = new ArrayList<>();
    private final List<Long> stamps = new ArrayList<>();

    @Test
    void shouldPublishInOrderStampedWithTheTimeOfDraining() {
        final SideQueue queue = new SideQueue(SideQueue.DEFAULT_CAPACITY);
        final EventRing ring = new EventRing(16);
        final RingReader reader = ring.newReader();

        assertTrue(offer(queue, 1) && offer(queue, 2));
        assertEquals(2, queue.drain(ring, 777));
        assertTrue(offer(queue, 3));
        assertEquals(1, queue.drain(ring, 888));
        reader.poll(this::collect, 10);

        assertEquals(List.of(1L, 2L, 3L), numbers);
        assertEquals(List.of(777L, 777L, 888L), stamps);
        assertTrue(queue.isEmpty());
    }

    @Test
    void shouldKeepEventsWhenTheRingIsFull() {
        final SideQueue queue = new SideQueue(SideQueue.DEFAULT_CAPACITY);
        final EventRing ring = new EventRing(2);
        final RingReader reader = ring.newReader();
        for (int i = 1; i <= 5; i++) {
            offer(queue, i);
        }

        assertEquals(2, queue.drain(ring, 1));
        assertEquals(0, queue.drain(ring, 2));
        reader.poll(this::collect, 10);
        assertEquals(2, queue.drain(ring, 3));
        reader.poll(this::collect, 10);
        assertEquals(1, queue.drain(ring, 4));
        reader.poll(this::collect, 10);

        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), numbers);
        assertEquals(List.of(1L, 1L, 3L, 3L, 4L), stamps);
    }

    @Test
    void shouldRefuseWhenFullAndAcceptAfterDraining() {
        final SideQueue queue = new SideQueue(16 * 1024);
        final EventRing ring = new EventRing(1024);
        int accepted = 0;
        while (offer(queue, accepted)) {
            accepted++;
        }

        assertTrue(accepted > 100);
        assertFalse(queue.isEmpty());
        assertEquals(accepted, queue.drain(ring, 1));
        assertTrue(offer(queue, accepted));
    }

    @Test
    void shouldTakeAnEventOfAWholeSlotAndRefuseALargerOne() {
        final SideQueue queue = new SideQueue(16 * 1024);

        assertTrue(queue.offer(event, EventRing.SLOT_LENGTH));
        assertThrows(IllegalArgumentException.class, () -> queue.offer(event, EventRing.SLOT_LENGTH + 1));
        assertThrows(IllegalArgumentException.class, () -> new SideQueue(8 * 1024));
    }

    @Test
    @Timeout(20)
    void shouldLoseNothingBetweenTwoThreads() throws InterruptedException {
        final int count = 50_000;
        final SideQueue queue = new SideQueue(16 * 1024);
        final EventRing ring = new EventRing(64);
        final RingReader reader = ring.newReader();
        final Thread cold = new Thread(() -> {
            for (int i = 0; i < count; i++) {
                while (!offer(queue, i)) {
                    Thread.onSpinWait();
                }
            }
        });

        cold.start();
        while (numbers.size() < count) {
            queue.drain(ring, numbers.size());
            reader.poll(this::collect, 64);
        }
        cold.join();

        for (int i = 0; i < count; i++) {
            assertEquals(i, numbers.get(i));
        }
    }

    private boolean offer(final SideQueue queue, final long number) {
        event.putLong(16, number, ByteOrder.LITTLE_ENDIAN);
        return queue.offer(event, EVENT_LENGTH);
    }

    private void collect(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        assertEquals(EVENT_LENGTH, length);
        stamps.add(buffer.getLong(offset + 8, ByteOrder.LITTLE_ENDIAN));
        numbers.add(buffer.getLong(offset + 16, ByteOrder.LITTLE_ENDIAN));
    }
}
