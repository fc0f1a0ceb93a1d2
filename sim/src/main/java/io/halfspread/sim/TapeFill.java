package io.halfspread.sim;

/**
 * One maker fill as the venue's public tape shows it.
 *
 * @param timeMs block time, ms since the epoch
 * @param buy    whether the taker bought
 * @param px     price scaled by 1e8
 * @param sz     size scaled by 1e8
 * @param hash   transaction hash, shared by the fills of one sweep
 * @param tid    trade id
 * @param buyer  account that bought
 * @param seller account that sold
 */
record TapeFill(long timeMs, boolean buy, long px, long sz, String hash, long tid, String buyer, String seller) {}
