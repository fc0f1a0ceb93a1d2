package io.halfspread.sim.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How far back an account's history reaches: at the bound and above it. */
class HistoryBoundsTest {
    private static final long ONE = 100_000_000L;
    private static final int LOT = 1_000_000;
    private static final int FILLS = ExchangeLimits.VENUE.fills();
    private static final int ENDED = ExchangeLimits.VENUE.endedOrders();
    private static final String ANN = "0x00000000000000000000000000000000000000a1";
    private static final String BOB = "0x00000000000000000000000000000000000000b2";

    private final Exchange exchange = venue();
    private long timeMs = 1_790_000_000_000L;
    private int cloids;

    @Test
    void shouldForgetTheOldestFillOnlyWhenThereAreMoreThanTheBound() {
        for (int i = 0; i < FILLS; i++) {
            trade();
        }
        final List<FillRecord> all = exchange.fills(ANN);
        final FillRecord oldest = all.get(0);

        assertEquals(FILLS, all.size());
        assertTrue(exchange.takerTicket(ANN, oldest.tid()).isPresent());

        trade();

        assertEquals(FILLS, exchange.fills(ANN).size());
        assertEquals(all.get(1), exchange.fills(ANN).get(0));
        assertEquals(FILLS + 1, exchange.fillCount(ANN));
        assertFalse(exchange.takerTicket(ANN, oldest.tid()).isPresent());
        assertTrue(exchange.takerTicket(ANN, all.get(1).tid()).isPresent());
    }

    @Test
    void shouldForgetTheOrderThatEndedFirstOnlyWhenThereAreMoreThanTheBound() {
        final String standing = place(true, 3900);
        final String first = place(true, 3900);
        cancel(first);
        for (int i = 1; i < ENDED; i++) {
            cancel(place(true, 3900));
        }

        assertEquals(
                OrderStatus.CANCELED, exchange.order(ANN, first).orElseThrow().status());
        assertEquals(ENDED + 1, exchange.orderHistory(ANN).size());
        final long oid = exchange.order(ANN, first).orElseThrow().order().oid();

        cancel(place(true, 3900));

        assertTrue(exchange.order(ANN, first).isEmpty());
        assertTrue(exchange.order(ANN, oid).isEmpty());
        assertEquals(ENDED + 1, exchange.orderHistory(ANN).size());
        assertEquals(
                OrderStatus.OPEN, exchange.order(ANN, standing).orElseThrow().status());
    }

    @Test
    void shouldCountAnOrderThatIsFilledInPartsAsEndedOnce() {
        final String parts = place(true, 4000, 5);
        for (int i = 0; i < 5; i++) {
            sell();
        }
        for (int i = 1; i < ENDED; i++) {
            cancel(place(true, 3900));
        }

        assertEquals(
                OrderStatus.FILLED, exchange.order(ANN, parts).orElseThrow().status());

        cancel(place(true, 3900));

        assertTrue(exchange.order(ANN, parts).isEmpty());
    }

    private void trade() {
        place(true, 4000);
        sell();
    }

    private void sell() {
        run(BOB, new Action.Order(List.of(new OrderRequest(0, false, 40 * ONE, 30 * LOT, false, Tif.IOC, null))));
    }

    private String place(final boolean buy, final long cents) {
        return place(buy, cents, 1);
    }

    private String place(final boolean buy, final long cents, final int parts) {
        final String cloid = String.format("0x%032x", ++cloids);
        run(
                ANN,
                new Action.Order(
                        List.of(new OrderRequest(0, buy, cents * LOT, parts * 30L * LOT, false, Tif.GTC, cloid))));
        return cloid;
    }

    private void cancel(final String cloid) {
        run(ANN, new Action.CancelByCloid(List.of(new Action.CloidCancel(0, cloid))));
    }

    private void run(final String account, final Action action) {
        exchange.submit(1, account, action);
        exchange.runBlock(timeMs += 70);
    }

    /** Without the budget and the margin that would end the test. */
    private static Exchange venue() {
        final Exchange made = new Exchange(
                ExchangeConfig.venue(7, List.of(new InstrumentConfig("HYPE", 2, 10, 40 * ONE)))
                        .without(Rule.ADDRESS_BUDGET, Rule.MARGIN, Rule.FUNDING),
                new RecordedEvents());
        made.deposit(ANN, 1_000_000 * ONE);
        made.deposit(BOB, 1_000_000 * ONE);
        return made;
    }
}
