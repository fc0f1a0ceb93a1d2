package io.halfspread.engine.replay;

import io.halfspread.codec.event.ActionResponseEncoder;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.FillEncoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.FundingPaymentEncoder;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.OrderUpdateEncoder;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.engine.ring.EventPublisher;
import java.nio.ByteOrder;
import org.agrona.MutableDirectBuffer;

/**
 * Account events a fill model has to publish, first in first out, each when it has come back from the venue. Writes them into
 * a buffer that is used again.
 */
final class ModelledEvents {
    private static final int INGEST_NS = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final byte[] NO_TEXT = {};
    private static final byte[] NO_TOKEN = new byte[FillEncoder.feeTokenLength()];

    private final MessageQueue queue = new MessageQueue();
    private final DelayedPath answers;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final OrderUpdateEncoder update = new OrderUpdateEncoder();
    private final FillEncoder fill = new FillEncoder();
    private final FundingPaymentEncoder funding = new FundingPaymentEncoder();
    private final ActionResponseEncoder response = new ActionResponseEncoder();
    private long nowNs;
    private long tradeIds;

    /** Events that are due as soon as they are written. */
    ModelledEvents() {
        this(DelayedPath.immediate());
    }

    /** Events that need a while. */
    ModelledEvents(final DelayedPath answers) {
        this.answers = answers;
    }

    /** Event time of what happens from here on: that of the recorded input. */
    void nowNs(final long eventNs) {
        nowNs = eventNs;
    }

    long nowNs() {
        return nowNs;
    }

    /** A recorded fill has taken the place of a modelled one; ids go on as if it had been one. */
    void skipTradeId() {
        tradeIds++;
    }

    void orderUpdate(final ModelledOrder order, final OrderStatus status, final byte[] reason) {
        update.wrapAndApplyHeader(queue.buffer(), begin(), header)
                .ingestNs(nowNs)
                .venueNs(nowNs)
                .instrument(order.instrument)
                .side(order.side)
                .status(status)
                .reduceOnly(order.reduceOnly ? Flag.YES : Flag.NO)
                .cloidHigh(order.cloidHigh)
                .cloidLow(order.cloidLow)
                .oid(order.oid)
                .limitPx(order.px)
                .remainingSz(order.remaining)
                .originalSz(order.original)
                .placedNs(order.placedNs)
                .putReason(reason, 0, reason.length);
        end(update.encodedLength());
    }

    void orderUpdate(final ModelledOrder order, final OrderStatus status) {
        orderUpdate(order, status, NO_TEXT);
    }

    /** An execution without a fee: the configured rates apply. */
    void fill(
            final ModelledOrder order,
            final boolean crossed,
            final long px,
            final long sz,
            final long positionBefore,
            final long venueNs,
            final long causeTid) {
        fill.wrapAndApplyHeader(queue.buffer(), begin(), header)
                .ingestNs(nowNs)
                .venueNs(venueNs)
                .instrument(order.instrument)
                .side(order.side)
                .crossed(crossed ? Flag.YES : Flag.NO)
                .snapshot(Flag.NO)
                .liquidation(Flag.NO)
                .cloidHigh(order.cloidHigh)
                .cloidLow(order.cloidLow)
                .oid(order.oid)
                .tid(++tradeIds)
                .px(px)
                .sz(sz)
                .startPosition(positionBefore)
                .closedPnl(FillEncoder.closedPnlNullValue())
                .fee(FillEncoder.feeNullValue())
                .causeTid(causeTid)
                .putFeeToken(NO_TOKEN, 0);
        end(fill.encodedLength());
    }

    /** A funding payment; above 0 when received. */
    void funding(final int instrument, final long hourNs, final long usd, final long position, final long rate) {
        funding.wrapAndApplyHeader(queue.buffer(), begin(), header)
                .ingestNs(nowNs)
                .venueNs(hourNs)
                .instrument(instrument)
                .usd(usd)
                .positionSize(position)
                .fundingRate(rate);
        end(funding.encodedLength());
    }

    void cancelRefused(final int instrument, final long cloidHigh, final long cloidLow, final byte[] text) {
        response.wrapAndApplyHeader(queue.buffer(), begin(), header)
                .ingestNs(nowNs)
                .venueNs(ActionResponseEncoder.venueNsNullValue())
                .instrument(instrument)
                .kind(ResponseKind.ERROR)
                .command(CancelOrderDecoder.TEMPLATE_ID)
                .requestId(0)
                .cloidHigh(cloidHigh)
                .cloidLow(cloidLow)
                .oid(ActionResponseEncoder.oidNullValue())
                .totalSz(ActionResponseEncoder.totalSzNullValue())
                .avgPx(ActionResponseEncoder.avgPxNullValue())
                .putText(text, 0, text.length);
        end(response.encodedLength());
    }

    /** Whether an event is due. */
    boolean isDue() {
        return queue.dueNs() <= nowNs;
    }

    /** When the next event is due, Long.MAX_VALUE when there is none. */
    long dueNs() {
        return queue.dueNs();
    }

    int publishTo(final EventPublisher publisher) {
        int published = 0;
        while (isDue()) {
            final MutableDirectBuffer slot = publisher.claim();
            if (slot == null) {
                return published;
            }
            final int length = queue.firstLength();
            slot.putBytes(0, queue.buffer(), queue.first(), length);
            slot.putLong(INGEST_NS, nowNs, ByteOrder.LITTLE_ENDIAN);
            publisher.publish(length);
            queue.removeFirst();
            published++;
        }
        return published;
    }

    private int begin() {
        return queue.begin();
    }

    private void end(final int bodyLength) {
        queue.end(MessageHeaderEncoder.ENCODED_LENGTH + bodyLength, answers.arrivalNs(nowNs));
    }
}
