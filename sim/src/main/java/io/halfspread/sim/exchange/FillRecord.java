package io.halfspread.sim.exchange;

/**
 * One match as one of its two accounts sees it; immutable. USD amounts are exact: {@code notional = px * sz} has no
 * rounding, fee and closed profit are whole micro-USD.
 *
 * @param asset         index of the instrument
 * @param px            price, decimal8
 * @param sz            size, decimal8
 * @param buy           whether this account bought
 * @param timeMs        block, ms since the epoch
 * @param startPosition signed position before, decimal8
 * @param dir           the venue's words, for example {@code Open Long}
 * @param closedPnl     profit realised by this fill before the fee, decimal8
 * @param hash          transaction hash, {@code 0x} and 64 hex digits
 * @param oid           this account's order
 * @param cloid         its client order id or null
 * @param crossed       whether this account's order was the taker
 * @param fee           fee in USDC, decimal8; negative is a rebate
 * @param tid           trade id, the same for both accounts
 */
public record FillRecord(
        int asset,
        long px,
        long sz,
        boolean buy,
        long timeMs,
        long startPosition,
        String dir,
        long closedPnl,
        String hash,
        long oid,
        String cloid,
        boolean crossed,
        long fee,
        long tid) {}
