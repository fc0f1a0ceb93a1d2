package io.halfspread.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.OrderUpdateEncoder;
import io.halfspread.codec.event.Side;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** What stood when, by hand. */
final class OrderTrackTest {
    private final OrderTrack track = new OrderTrack(Side.BID);

    private void update(
            final int events, final long cloid, final OrderStatus status, final long px, final long remaining) {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
        new OrderUpdateEncoder()
                .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .side(Side.BID)
                .status(status)
                .cloidLow(cloid)
                .oid(cloid)
                .limitPx(px)
                .remainingSz(remaining)
                .reason("");
        track.onUpdate(
                new OrderUpdateDecoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderDecoder()),
                new Moment(events, 10L * events));
    }

    private OrderTrack.Standing before(final int events) {
        return track.standing(new Moment(events, 10L * events), true);
    }

    @Test
    void shouldTellWhatStoodWhenOrdersComeChangeAndGo() {
        update(5, 1, OrderStatus.OPEN, 100, 7);
        update(6, 1, OrderStatus.OPEN, 100, 3);
        update(8, 2, OrderStatus.OPEN, 101, 9);
        update(9, 2, OrderStatus.CANCELED, 101, 9);
        update(11, 1, OrderStatus.FILLED, 100, 0);

        assertFalse(before(5).isThere(), "what comes with the moment is not before it");
        assertEquals(7, before(6).remaining());
        assertEquals(3, before(8).remaining());
        assertEquals(5, before(8).since().events(), "it kept its place");
        assertEquals(101, before(9).px(), "the nearer of two");
        assertEquals(100, before(10).px());
        assertEquals(5, before(10).since().events());
        assertFalse(before(12).isThere());
        assertTrue(before(12).filled());
    }

    @Test
    void shouldGoByTimeWhenMarketsAreNotTheSame() {
        update(5, 1, OrderStatus.OPEN, 100, 7);

        assertTrue(track.standing(new Moment(1, 51), false).isThere());
        assertFalse(track.standing(new Moment(900, 50), false).isThere());
    }
}
