package io.halfspread.sim.exchange;

/**
 * One match as the public tape shows it; immutable.
 *
 * @param asset  index of the instrument
 * @param buy    whether the taker bought
 * @param px     price, decimal8
 * @param sz     size, decimal8
 * @param timeMs block, ms since the epoch
 * @param hash   transaction hash, shared by the matches of one action
 * @param tid    trade id
 * @param buyer  account that bought
 * @param seller account that sold
 */
public record TradeRecord(
        int asset, boolean buy, long px, long sz, long timeMs, String hash, long tid, String buyer, String seller) {}
