package io.halfspread.bench.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.agrona.collections.Long2LongHashMap;
import org.junit.jupiter.api.Test;

/** What the timed venue reads of an action and answers, and how it tells which frame was meant. */
class ActionMessageTest {
    private static final String CLOID = "0x0123456789abcdef0000000000000001";

    private final ActionMessage message = new ActionMessage();

    @Test
    void shouldAnswerThatEveryOrderRestsWhenOrdersArePosted() {
        final String order = "{\"a\":0,\"b\":true,\"p\":\"40.01\",\"s\":\"0.3\",\"c\":\"" + CLOID + "\"}";
        final String other = order.replace("40.01", "40.05");
        assertTrue(read("{\"method\":\"post\",\"id\":17,\"request\":{\"action\":{\"type\":\"order\",\"orders\":["
                + order + "," + other + "]}}}"));
        assertEquals(40.03, message.meanPrice(), 1e-9);
        assertEquals(
                "{\"channel\":\"post\",\"data\":{\"id\":17,\"response\":{\"type\":\"action\",\"payload\":{\"status\":\"ok\","
                        + "\"response\":{\"type\":\"order\",\"data\":{\"statuses\":[{\"resting\":{\"oid\":1,\"cloid\":\""
                        + CLOID
                        + "\"}},{\"resting\":{\"oid\":2,\"cloid\":\"" + CLOID + "\"}}]}}}}}}",
                new String(message.reply(), 0, message.replyLength(), StandardCharsets.US_ASCII));
    }

    @Test
    void shouldNotTakeACancelForAnAnswer() {
        assertTrue(read("{\"method\":\"post\",\"id\":1,\"request\":{\"action\":{\"type\":\"cancelByCloid\",\"cancels\":"
                + "[{\"asset\":0,\"cloid\":\"" + CLOID + "\"}]}}}"));
        assertTrue(message.placesNothing());
        assertFalse(read("{\"method\":\"ping\"}"));
    }

    @Test
    void shouldAnswerThatAllIsWellWhenTheSwitchIsSet() {
        assertTrue(read(
                "{\"method\":\"post\",\"id\":7,\"request\":{\"action\":{\"type\":\"scheduleCancel\",\"time\":1}}}"));
        assertTrue(message.placesNothing());
        assertEquals(
                "{\"channel\":\"post\",\"data\":{\"id\":7,\"response\":{\"type\":\"action\",\"payload\":{\"status\":\"ok\","
                        + "\"response\":{\"type\":\"default\"}}}}}",
                new String(message.reply(), 0, message.replyLength(), StandardCharsets.US_ASCII));
    }

    @Test
    void shouldFindTheLevelOfAPriceWhenLevelsClimbAndFall() {
        assertEquals(0, FrameDeck.nearest(39.99));
        assertEquals(1, FrameDeck.nearest(40.011));
        assertEquals(FrameDeck.LEVELS - 1, FrameDeck.nearest(41));
        for (int i = 0; i < 20; i++) {
            assertEquals(1, Math.abs(FrameDeck.level(i) - FrameDeck.level(i + 1)));
        }
    }

    @Test
    void shouldTellHowFarClocksAreApartByTheMiddleFrame() {
        final Long2LongHashMap sentNs = new Long2LongHashMap(Long.MIN_VALUE);
        sentNs.put(1, 500);
        sentNs.put(2, 600);
        sentNs.put(3, 700);
        final ClockDistance distance = new ClockDistance(sentNs);
        assertEquals(0, distance.ns());
        distance.on(1_000, 9_000_000);
        assertEquals(0, distance.ns());
        distance.on(1_510, 1_000_000);
        distance.on(601, 2_000_000);
        distance.on(1_750, 3_000_000);
        assertEquals(1_010, distance.ns());
    }

    private boolean read(final String text) {
        final byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return message.read(bytes, bytes.length);
    }
}
