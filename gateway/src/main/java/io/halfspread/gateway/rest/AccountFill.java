package io.halfspread.gateway.rest;

import io.halfspread.codec.event.Side;

/**
 * One execution of an account.
 *
 * @param coin          venue name
 * @param side          the account's side
 * @param px            price, decimal8
 * @param sz            size, decimal8
 * @param venueNs       block time, ns since the epoch
 * @param oid           venue order id
 * @param tid           trade id
 * @param cloidHigh     high half of the client order id; 0 with a low half of 0 when it has none
 * @param cloidLow      low half of the client order id
 * @param crossed       whether the account was the taker
 * @param liquidation   whether a liquidation was part of it
 * @param startPosition signed position before it, decimal8; null value when not told
 * @param closedPnl     profit realised before fee, USD, decimal8; null value when not told
 * @param fee           fee, negative for a rebate, decimal8; null value when not told
 * @param feeToken      token of the fee
 */
public record AccountFill(
        String coin,
        Side side,
        long px,
        long sz,
        long venueNs,
        long oid,
        long tid,
        long cloidHigh,
        long cloidLow,
        boolean crossed,
        boolean liquidation,
        long startPosition,
        long closedPnl,
        long fee,
        String feeToken) {}
