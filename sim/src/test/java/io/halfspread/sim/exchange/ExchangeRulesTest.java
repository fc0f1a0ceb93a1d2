package io.halfspread.sim.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ExchangeRulesTest {
    private static final long ONE = 100_000_000L;
    private static final String ANN = "0x00000000000000000000000000000000000000a1";
    private static final String BOB = "0x00000000000000000000000000000000000000b2";

    private final RecordedEvents events = new RecordedEvents();
    private Exchange exchange = venue();
    private long ticket;
    private long timeMs = 1_790_000_000_000L;

    @Test
    void shouldRefuseAndNotOpenAccountWhenNothingWasDeposited() {
        final String stranger = "0x00000000000000000000000000000000000000c3";

        final Result result = run(stranger, new Action.Noop());

        assertEquals(new Result.Refused("Must deposit before performing actions. User: " + stranger), result);
        assertFalse(exchange.knows(stranger));
    }

    @Test
    void shouldRefuseLeverageWhenAssetIsUnknown() {
        assertInstanceOf(Result.Refused.class, run(ANN, new Action.UpdateLeverage(9, true, 3)));
        assertInstanceOf(Result.Refused.class, run(ANN, new Action.UpdateLeverage(0, true, 11)));
        assertInstanceOf(Result.Done.class, run(ANN, new Action.UpdateLeverage(0, true, 3)));
        assertEquals(3, exchange.leverage(ANN, 0));
    }

    @Test
    void shouldCancelReduceOnlyOrderWhenPositionIsGone() {
        place(BOB, false, 4000, 100, false);
        place(ANN, true, 4000, 100, false);
        final long closing = assertInstanceOf(ElementStatus.Resting.class, place(ANN, false, 4100, 100, true))
                .oid();
        place(BOB, true, 3990, 100, false);

        place(ANN, false, 3990, 100, false);

        assertEquals(
                OrderStatus.REDUCE_ONLY_CANCELED,
                exchange.order(ANN, closing).orElseThrow().status());
        assertEquals(List.of(), exchange.openOrders(ANN));
    }

    @Test
    void shouldCutFeeToMicroUsdWhenItHasMoreDecimals() {
        place(BOB, false, 4001, 33, false);
        place(ANN, true, 4001, 33, false);

        assertEquals(594_100L, exchange.fills(ANN).get(0).fee());
        assertEquals(198_000L, exchange.fills(BOB).get(0).fee());
    }

    @Test
    void shouldRefuseAsStaleWhenExpiryHasPassed() {
        exchange.submit(ticket, ANN, new Action.Noop(), timeMs);
        exchange.runBlock(timeMs += 70);

        assertInstanceOf(Result.Refused.class, events.results.get(ticket));
        assertEquals(5L, exchange.rateLimit(ANN).used());
    }

    @Test
    void shouldAgreeWithSlowTwinWhenOrdersAreRandom() {
        for (int seed = 0; seed < 5; seed++) {
            exchange = venue();
            final SlowBook twin = new SlowBook();
            final SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 600; i++) {
                final boolean buy = random.nextBoolean();
                final long cents = 3990 + random.nextInt(21);
                final long lots = 100 + random.nextInt(200);
                final Tif tif = Tif.values()[random.nextInt(3)];
                run(buy ? ANN : BOB, order(buy, cents, lots, false, tif));
                twin.place(buy, cents, lots, tif);
            }
            assertEquals(twin.levels(true), levels(true));
            assertEquals(twin.levels(false), levels(false));
            assertEquals(
                    twin.tradedLots,
                    exchange.fills(ANN).stream().mapToLong(FillRecord::sz).sum() / (ONE / 100));
        }
    }

    private Exchange venue() {
        final Exchange made =
                new Exchange(ExchangeConfig.venue(7, List.of(new InstrumentConfig("HYPE", 2, 10, 40 * ONE))), events);
        made.deposit(ANN, 1_000_000 * ONE);
        made.deposit(BOB, 1_000_000 * ONE);
        return made;
    }

    private List<String> levels(final boolean bid) {
        return exchange.levels(0, bid, 100).stream()
                .map(level -> level.px() / (ONE / 100) + "x" + level.sz() / (ONE / 100) + "/" + level.orders())
                .toList();
    }

    private Result run(final String account, final Action action) {
        exchange.submit(++ticket, account, action);
        exchange.runBlock(timeMs += 70);
        return events.results.get(ticket);
    }

    private ElementStatus place(
            final String account, final boolean buy, final long cents, final long lots, final boolean reduceOnly) {
        return assertInstanceOf(Result.Statuses.class, run(account, order(buy, cents, lots, reduceOnly, Tif.GTC)))
                .statuses()
                .get(0);
    }

    private static Action order(
            final boolean buy, final long cents, final long lots, final boolean reduceOnly, final Tif tif) {
        return new Action.Order(
                List.of(new OrderRequest(0, buy, cents * (ONE / 100), lots * (ONE / 100), reduceOnly, tif, null)));
    }

    /** Every order in one list, searched whole for each match. */
    private static final class SlowBook {
        private final List<long[]> orders = new ArrayList<>();
        private long tradedLots;

        private void place(final boolean buy, final long cents, final long lots, final Tif tif) {
            long left = lots;
            if (tif == Tif.ALO && best(buy, cents) != null) {
                return;
            }
            for (long[] maker = best(buy, cents); left > 0 && maker != null; maker = best(buy, cents)) {
                final long traded = Math.min(left, maker[2]);
                left -= traded;
                maker[2] -= traded;
                tradedLots += traded;
                orders.removeIf(order -> order[2] == 0);
            }
            if (left > 0 && tif != Tif.IOC) {
                orders.add(new long[] {buy ? 1 : 0, cents, left});
            }
        }

        private long[] best(final boolean buy, final long cents) {
            long[] best = null;
            for (final long[] order : orders) {
                final boolean opposite = order[0] == (buy ? 0 : 1) && (buy ? order[1] <= cents : order[1] >= cents);
                if (opposite && (best == null || (buy ? order[1] < best[1] : order[1] > best[1]))) {
                    best = order;
                }
            }
            return best;
        }

        private List<String> levels(final boolean bid) {
            return orders.stream()
                    .filter(order -> order[0] == (bid ? 1 : 0))
                    .map(order -> order[1])
                    .distinct()
                    .sorted((a, b) -> bid ? Long.compare(b, a) : Long.compare(a, b))
                    .map(cents -> cents + "x"
                            + orders.stream()
                                    .filter(order -> order[0] == (bid ? 1 : 0) && order[1] == cents)
                                    .mapToLong(order -> order[2])
                                    .sum()
                            + "/"
                            + orders.stream()
                                    .filter(order -> order[0] == (bid ? 1 : 0) && order[1] == cents)
                                    .count())
                    .toList();
        }
    }
}
