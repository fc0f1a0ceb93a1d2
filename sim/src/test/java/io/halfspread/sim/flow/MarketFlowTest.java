package io.halfspread.sim.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.sim.exchange.Action;
import io.halfspread.sim.exchange.BookLevel;
import io.halfspread.sim.exchange.Exchange;
import io.halfspread.sim.exchange.ExchangeConfig;
import io.halfspread.sim.exchange.ExchangeListener;
import io.halfspread.sim.exchange.FillRecord;
import io.halfspread.sim.exchange.FundingRecord;
import io.halfspread.sim.exchange.InstrumentConfig;
import io.halfspread.sim.exchange.OrderRecord;
import io.halfspread.sim.exchange.OrderRequest;
import io.halfspread.sim.exchange.OrderStatus;
import io.halfspread.sim.exchange.Result;
import io.halfspread.sim.exchange.Rule;
import io.halfspread.sim.exchange.Tif;
import io.halfspread.sim.exchange.TradeRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketFlowTest implements ExchangeListener {
    private static final long ONE = 100_000_000L;
    private static final long START_MS = 1_790_000_000_000L;
    private static final String MAKER = "0x00000000000000000000000000000000000000a1";

    private final StringBuilder tape = new StringBuilder();
    private int blocksWithTrades;
    private int fills;

    private Exchange exchange() {
        return new Exchange(
                ExchangeConfig.venue(5, List.of(new InstrumentConfig("HYPE", 2, 10, 38 * ONE)))
                        .without(Rule.ADDRESS_BUDGET),
                this);
    }

    private String market(final long seed, final int blocks) {
        tape.setLength(0);
        final Exchange exchange = exchange();
        final MarketFlow flow = new MarketFlow(exchange, 0, seed);
        for (int i = 0; i < blocks; i++) {
            flow.beforeBlock(START_MS + 70L * i);
            exchange.runBlock(START_MS + 70L * i);
            tape.append(exchange.levels(0, true, 3)).append(exchange.levels(0, false, 3));
        }
        return tape.toString();
    }

    @Test
    void shouldGiveTheSameMarketWhenSeedIsTheSame() {
        final String first = market(3, 400);
        assertEquals(first, market(3, 400));
        assertTrue(!first.equals(market(4, 400)));
    }

    @Test
    void shouldKeepBookDeepAndTightWhenOnlyParticipantsTrade() {
        final Exchange exchange = exchange();
        final MarketFlow flow = new MarketFlow(exchange, 0, 9);
        double spreads = 0;
        int shallow = 0;
        for (int i = 0; i < 3_000; i++) {
            flow.beforeBlock(START_MS + 70L * i);
            exchange.runBlock(START_MS + 70L * i);
            final List<BookLevel> bids = exchange.levels(0, true, 20);
            final List<BookLevel> asks = exchange.levels(0, false, 20);
            if (i > 10) {
                shallow += bids.size() < 5 || asks.size() < 5 ? 1 : 0;
                assertTrue(bids.get(0).px() < asks.get(0).px());
                spreads += 1e4
                        * (asks.get(0).px() - bids.get(0).px())
                        / bids.get(0).px();
            }
        }
        assertTrue(shallow < 30, "blocks with fewer than 5 levels: " + shallow);
        assertTrue(spreads / 3_000 < 4, "mean spread, bps: " + spreads / 3_000);
        assertTrue(blocksWithTrades > 60 && blocksWithTrades < 900, "blocks with trades: " + blocksWithTrades);
    }

    @Test
    void shouldFillMakerAtFiveBpsWithinMinutes() {
        final Exchange exchange = exchange();
        exchange.deposit(MAKER, 10_000 * ONE);
        final MarketFlow flow = new MarketFlow(exchange, 0, 1);
        for (int i = 0; i < 2_500; i++) {
            flow.beforeBlock(START_MS + 70L * i);
            if (i > 20 && i % 10 == 0) {
                quote(exchange);
            }
            exchange.runBlock(START_MS + 70L * i);
        }
        assertTrue(fills >= 5, "fills: " + fills);
    }

    private void quote(final Exchange exchange) {
        final List<Action.OidCancel> open = exchange.openOrders(MAKER).stream()
                .map(order -> new Action.OidCancel(0, order.oid()))
                .toList();
        if (!open.isEmpty()) {
            exchange.submit(1, MAKER, new Action.Cancel(open));
        }
        final long mid = exchange.context(0).midPx();
        final long bid = mid * 9_995 / 10_000 / 100_000 * 100_000;
        final long ask = (mid * 10_005 / 10_000 / 100_000 + 1) * 100_000;
        exchange.submit(
                2,
                MAKER,
                new Action.Order(List.of(
                        new OrderRequest(0, true, bid, 30 * ONE / 100, false, Tif.ALO, null),
                        new OrderRequest(0, false, ask, 30 * ONE / 100, false, Tif.ALO, null))));
    }

    @Override
    public void onResult(final long ticket, final Result result) {}

    @Override
    public void onOrderUpdate(
            final String account, final OrderRecord order, final OrderStatus status, final long timeMs) {}

    @Override
    public void onFill(final String account, final FillRecord fill) {
        fills++;
    }

    @Override
    public void onTrades(final int asset, final List<TradeRecord> trades) {
        blocksWithTrades++;
        tape.append(trades);
    }

    @Override
    public void onFunding(final String account, final FundingRecord funding) {}

    @Override
    public void onBlockEnd(final long timeMs) {}
}
