package io.halfspread.sim.exchange;

import java.util.List;

/**
 * What a block did, told at its end, always in this order: all results, all order updates, all fills, the trades of each
 * asset, funding payments, the block's end. Called by the thread that runs the block. Nothing is told about the orders,
 * fills and results of participants, except their trades.
 */
public interface ExchangeListener {
    /**
     * An action was executed or refused.
     *
     * @param ticket as submitted
     * @param result what became of it
     */
    void onResult(long ticket, Result result);

    /**
     * An order took a status. An order that fills at once first opens; a partial fill of a resting order opens it again
     * with less size.
     *
     * @param account whose order
     * @param order   the order at that moment
     * @param status  its status
     * @param timeMs  block, ms since the epoch
     */
    void onOrderUpdate(String account, OrderRecord order, OrderStatus status, long timeMs);

    /**
     * An account's order matched.
     *
     * @param account whose order
     * @param fill    the match
     */
    void onFill(String account, FillRecord fill);

    /**
     * Matches of the block, in their order.
     *
     * @param asset  index of the instrument
     * @param trades at least one
     */
    void onTrades(int asset, List<TradeRecord> trades);

    /**
     * An account paid or received funding.
     *
     * @param account whose position
     * @param funding the payment
     */
    void onFunding(String account, FundingRecord funding);

    /**
     * The block is complete; views now show what it left.
     *
     * @param timeMs block, ms since the epoch
     */
    void onBlockEnd(long timeMs);
}
