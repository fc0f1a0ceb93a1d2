package io.halfspread.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Orders placed, replaced, cancelled and filled at a venue that kills connections at random moments: every order is
 * accounted for, none is there twice, and every fill counts once, so that the position is the venue's.
 * {@code -Dhalfspread.trips=10000} and {@code -Dhalfspread.kills=50} set the size.
 */
@Timeout(1200)
class OrderRoundTripsTest {
    private static final int TRIPS = Integer.getInteger("halfspread.trips", 200);
    private static final int KILLS = Integer.getInteger("halfspread.kills", Math.max(8, TRIPS / 200));
    private static final long SEED = Long.getLong("halfspread.seed", 20_261_125);
    private static final int TAKES_EVERY = 10;
    private static final int READS_EVERY = 300;
    private static final int MOMENTS = 5;
    private static final int SOCKETS = 3;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private int killsLeft = KILLS;
    private int killed;
    private long bid;
    private long ask;

    @Test
    void shouldAccountForEveryOrderThoughConnectionsAreKilled() throws Exception {
        final VenueConfig config = VenueConfig.builder()
                .port(0)
                .seed(7)
                .network(SimNetwork.TESTNET)
                .coin(TripDesk.COIN)
                .account(TripDesk.ADDRESS, 1_000_000 * Decimal8.ONE)
                .blockMs(2)
                .without(VenueRule.REQUEST_WEIGHT)
                .without(VenueRule.SOCKET_LIMITS)
                .exchange(exchange -> exchange.without(Rule.ADDRESS_BUDGET))
                .build();
        final long startNs = System.nanoTime();
        try (SimVenue venue = SimVenue.start(config)) {
            final String url = "http://127.0.0.1:" + venue.port();
            try (TripDesk desk = new TripDesk(url)) {
                final VenueRecord record = new VenueRecord(url, TripDesk.ADDRESS, desk.info());
                desk.ready();
                for (int trip = 0; trip < TRIPS; trip++) {
                    if (trip % READS_EVERY == 0) {
                        desk.settled();
                        record.read();
                        look(desk);
                    }
                    trip(trip, desk, venue);
                }
                desk.settled();
                record.read();
                check(desk, record);
                System.out.printf(
                        Locale.ROOT,
                        "round trips: %d in %.1f s with %d connections killed: %d commands, %d orders of which the venue"
                                + " took %d, %d outcomes lost and found, %d late replies, %d fills, position %s as the"
                                + " venue's%n",
                        TRIPS,
                        (System.nanoTime() - startNs) / 1e9,
                        killed,
                        desk.commands(),
                        desk.book().orders().size(),
                        record.taken(),
                        desk.book().lost(),
                        desk.lateReplies(),
                        desk.book().fills().size(),
                        desk.book().position() / (double) Decimal8.ONE);
            }
        }
    }

    private void trip(final int trip, final TripDesk desk, final SimVenue venue) {
        desk.ready();
        final int moment = random.nextInt(TRIPS - trip) < killsLeft ? random.nextInt(MOMENTS) : MOMENTS;
        killsLeft -= moment < MOMENTS ? 1 : 0;
        final Side side = trip % 2 == 0 ? Side.BID : Side.ASK;
        final long near = side == Side.BID ? bid : ask;
        final long far = near + (side == Side.BID ? -1 : 1) * near / 20 / Decimal8.ONE * Decimal8.ONE;
        if (trip % TAKES_EVERY == 0) {
            final boolean buys = trip / TAKES_EVERY % 3 != 0;
            desk.place(buys ? Side.BID : Side.ASK, rounded(buys ? ask * 1.03 : bid * 0.97), Tif.IOC);
        }
        final TripOrder placed = desk.place(side, trip % 4 < 2 ? near : far, Tif.ALO);
        killAt(0, moment, desk, venue);
        pause(desk);
        killAt(1, moment, desk, venue);
        final TripOrder moved = desk.modify(placed, side, far);
        killAt(2, moment, desk, venue);
        pause(desk);
        killAt(3, moment, desk, venue);
        desk.book().dismiss(moved);
        killAt(4, moment, desk, venue);
        if (random.nextBoolean()) {
            desk.answered();
        }
    }

    /** Leaves to chance how far a command has come when the next one is given. */
    private void pause(final TripDesk desk) {
        if (random.nextBoolean()) {
            desk.answered();
        } else {
            for (int i = random.nextInt(20); i > 0; i--) {
                desk.step();
            }
        }
    }

    private void killAt(final int now, final int moment, final TripDesk desk, final SimVenue venue) {
        if (now == moment) {
            for (int i = random.nextInt(4); i > 0; i--) {
                desk.step();
            }
            final int chosen = random.nextInt(SOCKETS + 1);
            final AtomicInteger number = new AtomicInteger();
            venue.dropConnections(remote -> chosen == SOCKETS || number.getAndIncrement() == chosen);
            killed++;
        }
    }

    private void look(final TripDesk desk) throws IOException {
        final VenueBook book = desk.info().l2Book(TripDesk.COIN);
        bid = book.bids().get(0).px();
        ask = book.asks().get(0).px();
    }

    private static long rounded(final double px) {
        return Math.round(px / Decimal8.ONE * 10) * (Decimal8.ONE / 10);
    }

    private static void check(final TripDesk desk, final VenueRecord record) throws IOException {
        final TripBook book = desk.book();
        assertEquals(List.of(), book.contradictions());
        record.check(book);
        assertEquals(List.of(), desk.info().openOrders(TripDesk.ADDRESS));
        final Set<String> fills = new HashSet<>();
        long filled = 0;
        for (final AccountFill fill : record.fills()) {
            fills.add(fill.tid() + "/" + fill.oid());
            filled += fill.side() == Side.BID ? fill.sz() : -fill.sz();
        }
        assertEquals(fills, book.fills());
        final long held = desk.info().clearinghouseState(TripDesk.ADDRESS).positions().stream()
                .mapToLong(AccountPosition::size)
                .sum();
        assertEquals(held, filled);
        assertEquals(held, book.position());
    }
}
