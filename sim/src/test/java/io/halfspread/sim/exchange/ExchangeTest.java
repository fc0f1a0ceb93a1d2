package io.halfspread.sim.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private static final long ONE = 100_000_000L;
    private static final String ANN = "0x00000000000000000000000000000000000000a1";
    private static final String BOB = "0x00000000000000000000000000000000000000b2";

    private final RecordedEvents events = new RecordedEvents();
    private final Exchange exchange = exchange(events);
    private long ticket;
    private long timeMs = 1_790_000_000_000L;

    private static Exchange exchange(final RecordedEvents events, final Rule... off) {
        final Exchange exchange = new Exchange(
                ExchangeConfig.venue(7, List.of(new InstrumentConfig("HYPE", 2, 10, 40 * ONE)))
                        .without(off),
                events);
        exchange.deposit(ANN, 10_000 * ONE);
        exchange.deposit(BOB, 10_000 * ONE);
        return exchange;
    }

    private Result run(final String account, final Action action) {
        final long mine = ticket++;
        exchange.submit(mine, account, action);
        exchange.runBlock(timeMs += 70);
        return events.results.get(mine);
    }

    private ElementStatus place(
            final String account, final boolean buy, final double px, final double sz, final Tif tif) {
        return first(run(account, order(buy, px, sz, tif, false, null)));
    }

    private static Action order(
            final boolean buy,
            final double px,
            final double sz,
            final Tif tif,
            final boolean reduce,
            final String cloid) {
        return new Action.Order(
                List.of(new OrderRequest(0, buy, Math.round(px * ONE), Math.round(sz * ONE), reduce, tif, cloid)));
    }

    private static ElementStatus first(final Result result) {
        return assertInstanceOf(Result.Statuses.class, result).statuses().get(0);
    }

    private static String error(final ElementStatus status) {
        return assertInstanceOf(ElementStatus.Error.class, status).text();
    }

    private static long oid(final ElementStatus status) {
        return assertInstanceOf(ElementStatus.Resting.class, status).oid();
    }

    @Test
    void shouldFillInPriceTimeOrderWhenTakerSweeps() {
        final long late = oid(place(ANN, false, 40.1, 1, Tif.GTC));
        final long best = oid(place(ANN, false, 40.0, 1, Tif.ALO));
        final ElementStatus.Filled filled =
                assertInstanceOf(ElementStatus.Filled.class, place(BOB, true, 40.2, 1.5, Tif.IOC));
        assertEquals(3 * ONE / 2, filled.totalSz());
        assertEquals(40_0333L * 10_000L, filled.avgPx());
        assertEquals(
                List.of(best, late),
                events.fills.stream()
                        .filter(f -> !f.crossed())
                        .map(FillRecord::oid)
                        .toList());
        assertEquals(3 * ONE / 2, exchange.account(BOB).positions().get(0).szi());
        assertEquals(-3 * ONE / 2, exchange.account(ANN).positions().get(0).szi());
    }

    @Test
    void shouldRefuseWithVenueTextsWhenOrdersBreakRules() {
        place(ANN, true, 40, 1, Tif.ALO);
        place(ANN, false, 40.5, 1, Tif.ALO);
        assertEquals(
                "Post only order would have immediately matched, bbo was 40@40.5. asset=0",
                error(place(BOB, true, 40.5, 1, Tif.ALO)));
        assertEquals("Price must be divisible by tick size. asset=0", error(place(BOB, true, 40.00001, 1, Tif.ALO)));
        assertEquals("Order has invalid size.", error(place(BOB, true, 40, 1.001, Tif.ALO)));
        assertEquals("Order must have minimum value of $10. asset=0", error(place(BOB, true, 40, 0.24, Tif.ALO)));
        assertEquals(
                "Order could not immediately match against any resting orders. asset=0",
                error(place(BOB, true, 40.1, 1, Tif.IOC)));
        assertEquals("Insufficient margin to place order. asset=0", error(place(BOB, true, 40, 3000, Tif.ALO)));
        assertEquals(
                "Order price cannot be more than 95% away from the reference price",
                error(place(BOB, true, 1.9, 100, Tif.ALO)));
        assertEquals(
                "Reduce only order would increase position. asset=0",
                error(first(run(BOB, order(true, 40, 1, Tif.GTC, true, null)))));
        assertEquals(
                "Order was never placed, already canceled, or filled. asset=0",
                error(first(run(BOB, new Action.Cancel(List.of(new Action.OidCancel(0, 1L)))))));
    }

    @Test
    void shouldRunPostOnlyAndCancelsFirstWhenBlockHoldsAllClasses() {
        final long resting = oid(place(ANN, false, 40, 1, Tif.ALO));
        exchange.submit(100, BOB, order(true, 40, 1, Tif.IOC, false, null));
        exchange.submit(101, ANN, new Action.Cancel(List.of(new Action.OidCancel(0, resting))));
        exchange.runBlock(timeMs += 70);
        assertInstanceOf(ElementStatus.Success.class, first(events.results.get(101L)));
        assertTrue(error(first(events.results.get(100L))).startsWith("Order could not immediately match"));
    }

    @Test
    void shouldGiveNewOidAndFullSizeWhenPartlyFilledOrderIsModified() {
        final String cloid = "0x00000000000000000000000000000001";
        final long old = oid(first(run(ANN, order(false, 40, 2, Tif.ALO, false, cloid))));
        place(BOB, true, 40, 1, Tif.IOC);
        final OrderRequest replacement = new OrderRequest(0, false, 41 * ONE, 2 * ONE, false, Tif.ALO, null);
        final ElementStatus.Resting resting = assertInstanceOf(
                ElementStatus.Resting.class,
                first(run(ANN, new Action.Modify(List.of(new Action.Replacement(0, cloid, replacement)), false))));
        assertTrue(resting.oid() > old);
        assertEquals(cloid, resting.cloid());
        assertEquals(2 * ONE, exchange.openOrders(ANN).get(0).sz());
        assertEquals(
                OrderStatus.CANCELED, exchange.order(ANN, old).orElseThrow().status());
        assertEquals(old, exchange.order(ANN, cloid).orElseThrow().order().oid());
        assertEquals(
                "Cannot modify canceled or filled order",
                error(first(
                        run(ANN, new Action.Modify(List.of(new Action.Replacement(old, null, replacement)), false)))));
    }

    @Test
    void shouldCancelRestingOrderWhenOwnTakerMeetsIt() {
        place(ANN, false, 40, 1, Tif.ALO);
        place(BOB, false, 40, 1, Tif.ALO);
        final ElementStatus.Filled filled =
                assertInstanceOf(ElementStatus.Filled.class, place(ANN, true, 40, 1, Tif.IOC));
        assertEquals(ONE, filled.totalSz());
        assertTrue(events.updates.stream().anyMatch(update -> update.contains("selfTradeCanceled")));
        assertEquals(0, exchange.openOrders(ANN).size());
    }

    @Test
    void shouldCancelEverythingWhenSwitchFires() {
        final Exchange free = exchange(events, Rule.SCHEDULE_VOLUME);
        free.submit(1, ANN, order(true, 39, 1, Tif.ALO, false, null));
        free.submit(2, ANN, new Action.ScheduleCancel(timeMs + 6_000));
        free.runBlock(timeMs);
        assertInstanceOf(Result.Done.class, events.results.get(2L));
        free.runBlock(timeMs + 5_999);
        assertEquals(1, free.openOrders(ANN).size());
        free.runBlock(timeMs + 6_000);
        assertEquals(0, free.openOrders(ANN).size());
        assertTrue(events.updates.get(events.updates.size() - 1).contains("scheduledCancel"));
        assertEquals(
                "Cannot set scheduled cancel time until enough volume traded. Required: $1000000. Traded: $0.",
                assertInstanceOf(Result.Refused.class, run(ANN, new Action.ScheduleCancel(timeMs + 60_000)))
                        .text());
    }

    @Test
    void shouldPayFundingOnTheHourWhenPositionIsHeld() {
        place(ANN, false, 40, 10, Tif.ALO);
        place(BOB, true, 40, 10, Tif.IOC);
        final long before = exchange.account(BOB).rawUsd();
        timeMs = (timeMs / 3_600_000L + 1) * 3_600_000L;
        exchange.runBlock(timeMs);
        assertEquals(2, events.fundings.size());
        assertEquals(-5_00_000L, exchange.account(BOB).rawUsd() - before, "400 USD at 0.00125 %");
    }

    @Test
    void shouldConserveUsdAndRepeatWhenActionsAreRandom() {
        final RecordedEvents other = new RecordedEvents();
        final Exchange twin = exchange(other, Rule.ADDRESS_BUDGET);
        final RecordedEvents mine = new RecordedEvents();
        final Exchange venue = exchange(mine, Rule.ADDRESS_BUDGET);
        drive(venue, 11);
        drive(twin, 11);
        assertEquals(mine.all, other.all);
        assertTrue(mine.fills.size() > 500, "fills: " + mine.fills.size());
        assertEquals(
                20_000 * ONE, venue.account(ANN).rawUsd() + venue.account(BOB).rawUsd() + venue.venueUsd());
        assertEquals(0L, position(venue, ANN) + position(venue, BOB));
        long cash = 10_000 * ONE;
        for (final FillRecord fill : venue.fills(ANN)) {
            final long value = Amounts.notional(fill.px(), fill.sz());
            cash -= (fill.buy() ? value : -value) + fill.fee();
        }
        assertEquals(cash, venue.account(ANN).rawUsd(), "an account follows from its fills");
    }

    private static long position(final Exchange venue, final String account) {
        final List<PositionRecord> positions = venue.account(account).positions();
        return positions.isEmpty() ? 0L : positions.get(0).szi();
    }

    private static void drive(final Exchange venue, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        long time = 1_790_000_000_000L;
        for (int i = 0; i < 3_000; i++) {
            final String account = random.nextBoolean() ? ANN : BOB;
            final List<OrderRecord> open = venue.openOrders(account);
            final OrderRequest request = new OrderRequest(
                    0,
                    random.nextBoolean(),
                    (3_990 + random.nextInt(20)) * ONE / 100,
                    (30 + random.nextInt(200)) * ONE / 100,
                    random.nextInt(8) == 0,
                    Tif.values()[random.nextInt(3)],
                    null);
            if (!open.isEmpty() && random.nextInt(4) == 0) {
                final long oid = open.get(random.nextInt(open.size())).oid();
                venue.submit(
                        i,
                        account,
                        random.nextBoolean()
                                ? new Action.Cancel(List.of(new Action.OidCancel(0, oid)))
                                : new Action.Modify(List.of(new Action.Replacement(oid, null, request)), false));
            } else {
                venue.submit(i, account, new Action.Order(List.of(request)));
            }
            if (random.nextInt(3) == 0) {
                venue.runBlock(time += 70);
            }
        }
        venue.runBlock(time + 70);
    }
}
