package io.halfspread.gateway.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.OrderStatus;
import io.halfspread.gateway.order.OrderReport;
import io.halfspread.gateway.rest.InfoServer;
import io.halfspread.gateway.rest.VenueQueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VenueOrdersTest {
    private static final String ACCOUNT = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";

    private final List<String> notes = new ArrayList<>();
    private final InfoServer server = new InfoServer();
    private final VenueOrders orders = new VenueOrders(server.info(), ACCOUNT, notes::add);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldLookAmongOpenOrdersWhenTheVenueDoesNotKnowOrderStatus() throws Exception {
        server.on(
                "openOrders",
                "[{\"coin\":\"HYPE\",\"side\":\"B\",\"limitPx\":\"39.5\",\"sz\":\"0.2\",\"oid\":77,\"timestamp\":1790000000000,"
                        + "\"origSz\":\"0.3\",\"cloid\":\"0x00000000000000050000000000000009\"}]");

        final OrderReport found = orders.orderStatus(5, 9).orElseThrow();

        assertEquals(OrderStatus.OPEN, found.status());
        assertEquals(77, found.oid());
        assertEquals(20_000_000L, found.remainingSz());
        assertEquals(77, orders.orderStatus(77).orElseThrow().oid());
        assertTrue(orders.orderStatus(5, 8).isEmpty());
        assertTrue(orders.orderStatus(78).isEmpty());
        assertEquals(1, notes.size(), notes::toString);
        assertTrue(notes.get(0).startsWith("orders are looked up among the open ones: orderStatus: "), notes::toString);
    }

    @Test
    void shouldListOpenOrdersAgainOnlyForLaterQuestions() throws Exception {
        final AtomicInteger asked = new AtomicInteger();
        server.on("openOrders", query -> {
            asked.incrementAndGet();
            return new InfoServer.Reply(200, "[]");
        });
        for (int i = 0; i < 200; i++) {
            assertTrue(orders.orderStatus(5, i).isEmpty());
        }
        final int inOneGo = asked.get();
        assertTrue(inOneGo < 100, () -> inOneGo + " lists for 200 orders");

        final long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (asked.get() == inOneGo && System.nanoTime() < endNs) {
            orders.orderStatus(5, 9);
        }

        assertTrue(asked.get() > inOneGo);
    }

    @Test
    void shouldGoOnAskingForStatusWhenTheVenueFails() throws Exception {
        server.on("orderStatus", query -> new InfoServer.Reply(500, "null")).on("openOrders", "[]");
        assertThrows(VenueQueryException.class, () -> orders.orderStatus(5, 9));

        server.on("orderStatus", "{\"status\":\"unknownOid\"}");

        assertTrue(orders.orderStatus(5, 9).isEmpty());
        assertEquals(List.of(), notes);
    }
}
