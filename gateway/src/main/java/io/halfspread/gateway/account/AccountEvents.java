package io.halfspread.gateway.account;

import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.event.AccountReviewEncoder;
import io.halfspread.codec.event.AccountSnapshotEncoder;
import io.halfspread.codec.event.FillEncoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.FundingPaymentEncoder;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.PositionAdjustmentEncoder;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.gateway.rest.AccountFill;
import io.halfspread.gateway.rest.AccountFunding;
import io.halfspread.gateway.rest.AccountPosition;
import io.halfspread.gateway.rest.AccountState;
import io.halfspread.gateway.rest.RestingOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.ExpandableArrayBuffer;

/** Writes answers about the account as events into a side queue. For one thread. */
final class AccountEvents {
    private static final int ALL = 65535;
    private static final int FEE_TOKEN_BYTES = 8;
    private static final int ROOM = EventRing.SLOT_LENGTH
            - MessageHeaderEncoder.ENCODED_LENGTH
            - AccountSnapshotEncoder.BLOCK_LENGTH
            - AccountSnapshotEncoder.PositionsEncoder.sbeHeaderSize()
            - AccountSnapshotEncoder.OpenOrdersEncoder.sbeHeaderSize();

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final FillEncoder fill = new FillEncoder();
    private final FundingPaymentEncoder funding = new FundingPaymentEncoder();
    private final PositionAdjustmentEncoder adjustment = new PositionAdjustmentEncoder();
    private final AccountReviewEncoder review = new AccountReviewEncoder();
    private final AccountSnapshotEncoder snapshot = new AccountSnapshotEncoder();
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(EventRing.SLOT_LENGTH);
    private final Map<String, Integer> instruments = new HashMap<>();
    private final List<String> coins;
    private final SideQueue queue;

    /** Takes the coins by instrument index. */
    AccountEvents(final List<String> coins, final SideQueue queue) {
        this.coins = coins;
        this.queue = queue;
        for (int i = 0; i < coins.size(); i++) {
            instruments.put(coins.get(i), i);
        }
    }

    /** Queues the fills of configured coins. */
    void fills(final List<AccountFill> fills) {
        for (final AccountFill one : fills) {
            final Integer instrument = instruments.get(one.coin());
            if (instrument != null) {
                fill(instrument, one);
            }
        }
    }

    /** Queues the payments of configured coins. */
    void fundings(final List<AccountFunding> fundings) {
        for (final AccountFunding one : fundings) {
            final Integer instrument = instruments.get(one.coin());
            if (instrument != null) {
                funding.wrapAndApplyHeader(buffer, 0, header)
                        .ingestNs(0)
                        .venueNs(one.venueNs())
                        .instrument(instrument)
                        .usd(one.usd())
                        .positionSize(one.positionSize())
                        .fundingRate(one.rate());
                offer(funding.limit());
            }
        }
    }

    /** Queues the positions to take over. */
    void adjustments(final long venueNs, final List<AccountLedger.Adjustment> adjustments) {
        for (final AccountLedger.Adjustment one : adjustments) {
            adjustment
                    .wrapAndApplyHeader(buffer, 0, header)
                    .ingestNs(0)
                    .venueNs(venueNs)
                    .instrument(instruments.get(one.coin()))
                    .adjustmentId(one.id())
                    .size(one.size())
                    .px(one.px() == Decimal8.NULL ? PositionAdjustmentEncoder.pxNullValue() : one.px());
            offer(adjustment.limit());
        }
    }

    /** Queues money and fees of the account. */
    void review(final long venueNs, final long cash, final long fees) {
        review.wrapAndApplyHeader(buffer, 0, header)
                .ingestNs(0)
                .venueNs(venueNs)
                .instrument(ALL)
                .reviewId(AccountLedger.mixed(0, venueNs, cash, fees))
                .cashUsd(cash == Decimal8.NULL ? AccountReviewEncoder.cashUsdNullValue() : cash)
                .feesUsd(fees);
        offer(review.limit());
    }

    /** Queues positions of all configured coins and all open orders, in as many parts as they need. */
    void snapshot(final AccountState state, final List<RestingOrder> orders) {
        int position = 0;
        int order = 0;
        int part = 0;
        do {
            final int positions =
                    Math.min(coins.size() - position, ROOM / AccountSnapshotEncoder.PositionsEncoder.sbeBlockLength());
            final int room = ROOM - positions * AccountSnapshotEncoder.PositionsEncoder.sbeBlockLength();
            final int count =
                    Math.min(orders.size() - order, room / AccountSnapshotEncoder.OpenOrdersEncoder.sbeBlockLength());
            final boolean last = position + positions == coins.size() && order + count == orders.size();
            snapshot.wrapAndApplyHeader(buffer, 0, header)
                    .ingestNs(0)
                    .venueNs(state.venueNs())
                    .instrument(ALL)
                    .part(part++)
                    .last(flag(last))
                    .accountValue(state.accountValue());
            positions(state, position, positions);
            orders(orders.subList(order, order + count));
            offer(snapshot.limit());
            position += positions;
            order += count;
        } while (position < coins.size() || order < orders.size());
    }

    private void positions(final AccountState state, final int from, final int count) {
        final AccountSnapshotEncoder.PositionsEncoder group = snapshot.positionsCount(count);
        for (int i = from; i < from + count; i++) {
            long size = 0;
            long entryPx = 0;
            for (final AccountPosition held : state.positions()) {
                if (held.coin().equals(coins.get(i))) {
                    size = held.size();
                    entryPx = held.entryPx();
                }
            }
            group.next().instrument(i).size(size).entryPx(entryPx);
        }
    }

    private void orders(final List<RestingOrder> orders) {
        final AccountSnapshotEncoder.OpenOrdersEncoder group = snapshot.openOrdersCount(orders.size());
        for (final RestingOrder order : orders) {
            group.next()
                    .instrument(instruments.getOrDefault(order.coin(), ALL))
                    .side(order.side())
                    .cloidHigh(order.cloidHigh())
                    .cloidLow(order.cloidLow())
                    .oid(order.oid())
                    .limitPx(order.limitPx())
                    .remainingSz(order.remainingSz());
        }
    }

    private void fill(final int instrument, final AccountFill one) {
        final byte[] token = one.feeToken().getBytes(StandardCharsets.US_ASCII);
        final byte[] padded = new byte[FEE_TOKEN_BYTES];
        System.arraycopy(token, 0, padded, 0, Math.min(token.length, FEE_TOKEN_BYTES));
        fill.wrapAndApplyHeader(buffer, 0, header)
                .ingestNs(0)
                .venueNs(one.venueNs())
                .instrument(instrument)
                .side(one.side())
                .crossed(flag(one.crossed()))
                .snapshot(Flag.YES)
                .liquidation(flag(one.liquidation()))
                .cloidHigh(one.cloidHigh())
                .cloidLow(one.cloidLow())
                .oid(one.oid())
                .tid(one.tid())
                .px(one.px())
                .sz(one.sz())
                .startPosition(one.startPosition())
                .closedPnl(one.closedPnl())
                .fee(one.fee() == Decimal8.NULL ? FillEncoder.feeNullValue() : one.fee())
                .causeTid(FillEncoder.causeTidNullValue())
                .putFeeToken(padded, 0);
        offer(fill.limit());
    }

    private void offer(final int length) {
        if (!queue.offer(buffer, length)) {
            throw new IllegalStateException("more account events than the queue of the desk holds");
        }
    }

    private static Flag flag(final boolean value) {
        return value ? Flag.YES : Flag.NO;
    }
}
