package io.halfspread.engine.handler;

import io.halfspread.codec.event.AccountReviewEncoder;
import io.halfspread.codec.event.AccountSnapshotEncoder;
import io.halfspread.codec.event.ActionResponseEncoder;
import io.halfspread.codec.event.ConnectionStateEncoder;
import io.halfspread.codec.event.ConnectionStatus;
import io.halfspread.codec.event.FillEncoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.FundingPaymentEncoder;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.OrderUpdateEncoder;
import io.halfspread.codec.event.PositionAdjustmentEncoder;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.event.Side;
import io.halfspread.engine.ring.EventPublisher;
import java.util.List;

/** Writes account events as a gateway would. Prices and sizes are decimal8. */
final class AccountInputs {
    private static final int ALL = 65535;

    /** An open order of a snapshot. */
    record Listed(Side side, long cloidHigh, long cloidLow, long oid, long px, long remaining) {}

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final EventPublisher inputs;

    AccountInputs(final EventPublisher inputs) {
        this.inputs = inputs;
    }

    void connection(final long nowNs, final ConnectionStatus status) {
        final ConnectionStateEncoder state = new ConnectionStateEncoder();
        state.wrapAndApplyHeader(inputs.claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(ConnectionStateEncoder.venueNsNullValue())
                .instrument(ALL)
                .connection((short) 2)
                .status(status)
                .carriesOrders(Flag.YES);
        publish(state.encodedLength());
    }

    void order(
            final long nowNs,
            final long venueNs,
            final Side side,
            final long cloidHigh,
            final long cloidLow,
            final long oid,
            final OrderStatus status,
            final long px,
            final long remaining) {
        final OrderUpdateEncoder update = new OrderUpdateEncoder();
        update.wrapAndApplyHeader(inputs.claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(venueNs)
                .instrument(0)
                .side(side)
                .status(status)
                .reduceOnly(Flag.NO)
                .cloidHigh(cloidHigh)
                .cloidLow(cloidLow)
                .oid(oid)
                .limitPx(px)
                .remainingSz(remaining)
                .originalSz(remaining)
                .placedNs(venueNs)
                .reason("");
        publish(update.encodedLength());
    }

    void fill(
            final long nowNs,
            final long venueNs,
            final boolean snapshot,
            final Side side,
            final long cloidHigh,
            final long cloidLow,
            final long oid,
            final long tid,
            final long px,
            final long sz) {
        final FillEncoder fill = new FillEncoder();
        fill.wrapAndApplyHeader(inputs.claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(venueNs)
                .instrument(0)
                .side(side)
                .crossed(Flag.NO)
                .snapshot(snapshot ? Flag.YES : Flag.NO)
                .liquidation(Flag.NO)
                .cloidHigh(cloidHigh)
                .cloidLow(cloidLow)
                .oid(oid)
                .tid(tid)
                .px(px)
                .sz(sz)
                .startPosition(FillEncoder.startPositionNullValue())
                .closedPnl(FillEncoder.closedPnlNullValue())
                .fee(0)
                .causeTid(FillEncoder.causeTidNullValue())
                .feeToken("USDC");
        publish(fill.encodedLength());
    }

    void adjustment(final long nowNs, final long venueNs, final long id, final long size, final long px) {
        final PositionAdjustmentEncoder adjustment = new PositionAdjustmentEncoder();
        adjustment
                .wrapAndApplyHeader(inputs.claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(venueNs)
                .instrument(0)
                .adjustmentId(id)
                .size(size)
                .px(px);
        publish(adjustment.encodedLength());
    }

    void review(final long nowNs, final long venueNs, final long cash, final long fees) {
        final AccountReviewEncoder review = new AccountReviewEncoder();
        review.wrapAndApplyHeader(inputs.claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(venueNs)
                .instrument(ALL)
                .reviewId(1)
                .cashUsd(cash)
                .feesUsd(fees);
        publish(review.encodedLength());
    }

    void response(
            final long nowNs,
            final int command,
            final ResponseKind kind,
            final long cloidLow,
            final long oid,
            final long totalSz) {
        response(nowNs, command, kind, cloidLow, oid, totalSz, "");
    }

    void response(
            final long nowNs,
            final int command,
            final ResponseKind kind,
            final long cloidLow,
            final long oid,
            final long totalSz,
            final String text) {
        final ActionResponseEncoder response = new ActionResponseEncoder();
        response.wrapAndApplyHeader(inputs.claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(ActionResponseEncoder.venueNsNullValue())
                .instrument(0)
                .kind(kind)
                .command(command)
                .requestId(1)
                .cloidHigh(EngineHarness.SESSION)
                .cloidLow(cloidLow)
                .oid(oid)
                .totalSz(totalSz)
                .avgPx(ActionResponseEncoder.avgPxNullValue())
                .text(text);
        publish(response.encodedLength());
    }

    void funding(final long nowNs, final long venueNs, final long usd) {
        final FundingPaymentEncoder funding = new FundingPaymentEncoder();
        funding.wrapAndApplyHeader(inputs.claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(venueNs)
                .instrument(0)
                .usd(usd)
                .positionSize(FundingPaymentEncoder.positionSizeNullValue())
                .fundingRate(FundingPaymentEncoder.fundingRateNullValue());
        publish(funding.encodedLength());
    }

    /** The whole account in one part, of instrument 0. */
    void snapshot(
            final long nowNs, final long venueNs, final long position, final long entryPx, final List<Listed> orders) {
        part(nowNs, venueNs, 0, true, position, entryPx, orders);
    }

    void part(
            final long nowNs,
            final long venueNs,
            final int part,
            final boolean last,
            final long position,
            final long entryPx,
            final List<Listed> orders) {
        final AccountSnapshotEncoder snapshot = new AccountSnapshotEncoder();
        snapshot.wrapAndApplyHeader(inputs.claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(venueNs)
                .instrument(ALL)
                .part(part)
                .last(last ? Flag.YES : Flag.NO)
                .accountValue(0);
        final AccountSnapshotEncoder.PositionsEncoder positions = snapshot.positionsCount(part == 0 ? 1 : 0);
        if (part == 0) {
            positions.next().instrument(0).size(position).entryPx(entryPx);
        }
        final AccountSnapshotEncoder.OpenOrdersEncoder open = snapshot.openOrdersCount(orders.size());
        for (final Listed order : orders) {
            open.next()
                    .instrument(0)
                    .side(order.side())
                    .cloidHigh(order.cloidHigh())
                    .cloidLow(order.cloidLow())
                    .oid(order.oid())
                    .limitPx(order.px())
                    .remainingSz(order.remaining());
        }
        publish(snapshot.encodedLength());
    }

    private void publish(final int bodyLength) {
        inputs.publish(MessageHeaderEncoder.ENCODED_LENGTH + bodyLength);
    }
}
