package io.halfspread.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
import io.halfspread.gateway.account.VenueOrders;
import io.halfspread.gateway.order.OrderReport;
import io.halfspread.gateway.rest.AccountFill;
import io.halfspread.gateway.rest.AccountPosition;
import io.halfspread.gateway.rest.VenueBook;
import io.halfspread.sim.exchange.Rule;
import io.halfspread.sim.server.SimNetwork;
import io.halfspread.sim.server.SimVenue;
import io.halfspread.sim.server.VenueConfig;
import io.halfspread.sim.server.VenueRule;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Orders placed, replaced, cancelled and filled at a venue that kills the connection at random: every order is accounted
 * for, none is there twice, and the fills the venue counts are the position it holds. {@code halfspread.trips} and
 * {@code halfspread.kills} set the size.
 */
@Timeout(300)
class OrderRoundTripsTest {
    private static final int TRIPS = Integer.getInteger("halfspread.trips", 1_000);
    private static final int KILLS = Integer.getInteger("halfspread.kills", 50);
    private static final int IOC_EVERY = 10;

    @Test
    void shouldAccountForEveryOrderThoughTheConnectionIsKilled() throws IOException {
        final VenueConfig config = VenueConfig.builder()
                .port(0)
                .seed(7)
                .network(SimNetwork.TESTNET)
                .coin("HYPE")
                .account(TripDesk.ADDRESS, 1_000_000 * Decimal8.ONE)
                .blockMs(0)
                .without(VenueRule.REQUEST_WEIGHT)
                .without(VenueRule.SOCKET_LIMITS)
                .exchange(exchange -> exchange.without(Rule.ADDRESS_BUDGET))
                .build();
        try (SimVenue venue = SimVenue.start(config);
                TripDesk desk = new TripDesk("http://127.0.0.1:" + venue.port())) {
            desk.ready();
            final VenueBook book = desk.book();
            final long low = book.bids().get(0).px() / Decimal8.ONE / 2 * Decimal8.ONE;
            final long high = (book.asks().get(0).px() / Decimal8.ONE + 3) * Decimal8.ONE;
            final long floor = (book.bids().get(0).px() / Decimal8.ONE - 3) * Decimal8.ONE;
            final SplittableRandom random = new SplittableRandom(20_261_125);
            int killed = 0;
            for (int trip = 0; trip < TRIPS; trip++) {
                if (killed < KILLS && random.nextInt(TRIPS) < 2 * KILLS) {
                    killed += venue.dropOneConnection() ? 1 : 0;
                }
                desk.ready();
                final boolean takes = trip % IOC_EVERY == 0;
                if (takes) {
                    final boolean buys = trip / IOC_EVERY % 3 != 0;
                    desk.place(buys ? Side.BID : Side.ASK, buys ? high : floor, Tif.IOC);
                }
                final long placed = desk.place(Side.BID, low, Tif.ALO);
                pause(random, desk);
                final long moved = desk.modify(placed, low - Decimal8.ONE);
                pause(random, desk);
                desk.cancel(moved);
            }
            desk.idle();

            check(desk, killed);
        }
    }

    /** Leaves the order of our commands and the kill to chance. */
    private static void pause(final SplittableRandom random, final TripDesk desk) {
        if (random.nextBoolean()) {
            desk.idle();
        }
    }

    private static void check(final TripDesk desk, final int killed) throws IOException {
        final VenueOrders orders = desk.orders();
        final Set<Long> oids = new HashSet<>();
        int known = 0;
        int open = 0;
        for (long cloid = 1; cloid <= desk.lastCloid(); cloid++) {
            final Optional<OrderReport> report = orders.orderStatus(TripDesk.SESSION, cloid);
            desk.checkOutcome(cloid, report);
            if (report.isPresent()) {
                known++;
                assertTrue(oids.add(report.get().oid()), "order " + cloid + " shares its oid");
                open += report.get().status() == OrderStatus.OPEN ? 1 : 0;
            }
        }
        assertEquals(open, orders.openOrders().size());
        long filled = 0;
        final Set<String> fills = new HashSet<>();
        for (final AccountFill fill : desk.fills()) {
            assertTrue(fills.add(fill.tid() + "/" + fill.oid()));
            filled += fill.side() == Side.BID ? fill.sz() : -fill.sz();
        }
        long position = 0;
        for (final AccountPosition held : desk.positions()) {
            position += held.size();
        }
        assertEquals(position, filled);
        assertEquals(position, desk.position());
        System.out.printf(
                Locale.ROOT,
                "round trips: %d with %d connections killed; %d of %d orders reached the venue, %d outcomes were lost and"
                        + " found, position %s as the venue's%n",
                TRIPS,
                killed,
                known,
                desk.lastCloid(),
                desk.lost(),
                position / (double) Decimal8.ONE);
    }
}
