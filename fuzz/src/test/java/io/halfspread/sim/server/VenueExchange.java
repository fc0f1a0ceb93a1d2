package io.halfspread.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfspread.sim.exchange.Action;
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
import io.halfspread.sim.exchange.Tif;
import io.halfspread.sim.exchange.TradeRecord;
import java.util.List;

/** An exchange of two coins with one other party's quotes in it, which checks after an action that no money was made. */
final class VenueExchange implements ExchangeListener {
    private static final String OTHER = "0x00000000000000000000000000000000000000bb";
    private static final long USD = 100_000_000L;
    private static final long DEPOSIT = 10_000 * USD;
    private static final long START_MS = 1_790_000_000_000L;

    final Exchange exchange;
    private int results;

    VenueExchange() {
        exchange = new Exchange(
                ExchangeConfig.venue(
                        1,
                        List.of(
                                new InstrumentConfig("BTC", 5, 40, 90_000 * USD),
                                new InstrumentConfig("ETH", 4, 25, 3_000 * USD))),
                this);
        exchange.deposit(DeskRig.USER, DEPOSIT);
        exchange.deposit(OTHER, DEPOSIT);
        exchange.submit(
                0,
                OTHER,
                new Action.Order(List.of(
                        new OrderRequest(0, true, 89_999 * USD, USD / 100, false, Tif.ALO, null),
                        new OrderRequest(0, false, 90_001 * USD, USD / 100, false, Tif.ALO, null))));
        exchange.runBlock(START_MS);
    }

    void run(final Action action) {
        exchange.submit(1, DeskRig.USER, action);
        exchange.runBlock(START_MS + 100);
        exchange.runBlock(START_MS + 3_600_000);
        assertEquals(2, results);
        assertEquals(2 * DEPOSIT, value(DeskRig.USER) + value(OTHER) + exchange.venueUsd());
    }

    /** What one side of a position gains the other loses, so that only the fees leave the two accounts. */
    private long value(final String account) {
        return exchange.account(account).accountValue();
    }

    @Override
    public void onResult(final long ticket, final Result result) {
        results++;
    }

    @Override
    public void onOrderUpdate(
            final String account, final OrderRecord order, final OrderStatus status, final long timeMs) {}

    @Override
    public void onFill(final String account, final FillRecord fill) {}

    @Override
    public void onTrades(final int asset, final List<TradeRecord> trades) {}

    @Override
    public void onFunding(final String account, final FundingRecord funding) {}

    @Override
    public void onBlockEnd(final long timeMs) {}
}
