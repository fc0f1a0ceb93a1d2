package io.halfspread.gateway.ingress;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.ActionResponseEncoder;
import io.halfspread.codec.event.FillEncoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.FundingPaymentEncoder;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.OrderUpdateEncoder;
import io.halfspread.codec.hyperliquid.BoundedText;
import io.halfspread.codec.hyperliquid.VenueFill;
import io.halfspread.codec.hyperliquid.VenueFunding;
import io.halfspread.codec.hyperliquid.VenueOrderUpdate;
import io.halfspread.codec.hyperliquid.VenueResponse;
import java.nio.ByteOrder;
import org.agrona.MutableDirectBuffer;

/** Encodes account events as SBE messages from index 0 of a slot. */
@HotPath
final class AccountEventWriter {
    static final int ORDER_UPDATE = OrderUpdateEncoder.TEMPLATE_ID;
    static final int FILL = FillEncoder.TEMPLATE_ID;
    static final int FUNDING = FundingPaymentEncoder.TEMPLATE_ID;
    static final int ACTION_RESPONSE = ActionResponseEncoder.TEMPLATE_ID;

    private final OrderUpdateEncoder orderUpdate = new OrderUpdateEncoder();
    private final FillEncoder fillEncoder = new FillEncoder();
    private final FundingPaymentEncoder fundingPayment = new FundingPaymentEncoder();
    private final ActionResponseEncoder actionResponse = new ActionResponseEncoder();
    private final MessageHeaderEncoder header;

    AccountEventWriter(final MessageHeaderEncoder header) {
        this.header = header;
    }

    /** Returns the length of the message. */
    int encode(final MutableDirectBuffer slot, final long ingestNs, final VenueOrderUpdate update) {
        final BoundedText reason = update.reason();
        return orderUpdate
                .wrapAndApplyHeader(slot, 0, header)
                .ingestNs(ingestNs)
                .venueNs(update.statusNs())
                .instrument(update.instrument())
                .side(update.side())
                .status(update.status())
                .reduceOnly(flag(update.reduceOnly()))
                .cloidHigh(update.cloidHigh())
                .cloidLow(update.cloidLow())
                .oid(update.oid())
                .limitPx(update.limitPx())
                .remainingSz(update.remainingSz())
                .originalSz(update.originalSz())
                .placedNs(update.placedNs())
                .putReason(reason.buffer(), 0, reason.length())
                .limit();
    }

    /** Returns the length of the message. */
    int encode(final MutableDirectBuffer slot, final long ingestNs, final VenueFill fill) {
        fillEncoder
                .wrapAndApplyHeader(slot, 0, header)
                .ingestNs(ingestNs)
                .venueNs(fill.venueNs())
                .instrument(fill.instrument())
                .side(fill.side())
                .crossed(flag(fill.crossed()))
                .snapshot(flag(fill.snapshot()))
                .liquidation(flag(fill.liquidation()))
                .cloidHigh(fill.cloidHigh())
                .cloidLow(fill.cloidLow())
                .oid(fill.oid())
                .tid(fill.tid())
                .px(fill.px())
                .sz(fill.sz())
                .startPosition(fill.startPosition())
                .closedPnl(fill.closedPnl())
                .fee(fill.fee())
                .causeTid(FillEncoder.causeTidNullValue());
        slot.putLong(
                fillEncoder.offset() + FillEncoder.feeTokenEncodingOffset(), fill.feeToken(), ByteOrder.LITTLE_ENDIAN);
        return fillEncoder.limit();
    }

    /** Returns the length of the message. */
    int encode(final MutableDirectBuffer slot, final long ingestNs, final VenueFunding funding) {
        return fundingPayment
                .wrapAndApplyHeader(slot, 0, header)
                .ingestNs(ingestNs)
                .venueNs(funding.venueNs())
                .instrument(funding.instrument())
                .usd(funding.usd())
                .positionSize(funding.positionSize())
                .fundingRate(funding.rate())
                .limit();
    }

    /** Returns the length of the message. Which command it answers is not in the reply: the sender knows. */
    int encode(final MutableDirectBuffer slot, final long ingestNs, final VenueResponse response) {
        final BoundedText text = response.text();
        return actionResponse
                .wrapAndApplyHeader(slot, 0, header)
                .ingestNs(ingestNs)
                .venueNs(ActionResponseEncoder.venueNsNullValue())
                .instrument(ActionResponseEncoder.instrumentNullValue())
                .kind(response.kind())
                .command(0)
                .requestId(response.requestId())
                .cloidHigh(response.cloidHigh())
                .cloidLow(response.cloidLow())
                .oid(response.oid())
                .totalSz(response.totalSz())
                .avgPx(response.avgPx())
                .putText(text.buffer(), 0, text.length())
                .limit();
    }

    private static Flag flag(final boolean value) {
        return value ? Flag.YES : Flag.NO;
    }
}
