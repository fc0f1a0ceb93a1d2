package io.halfspread.engine.replay;

import io.halfspread.codec.event.ActionResponseEncoder;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.FillEncoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.OrderUpdateEncoder;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.engine.ring.EventPublisher;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/** Account events a fill model has to publish, first in first out. Writes them into a buffer that is used again. */
final class ModelledEvents {
    private static final int USUAL_EVENT = 512;
    private static final byte[] NO_TEXT = {};
    private static final byte[] NO_TOKEN = new byte[FillEncoder.feeTokenLength()];

    private final ExpandableArrayBuffer queue = new ExpandableArrayBuffer(64 * USUAL_EVENT);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final OrderUpdateEncoder update = new OrderUpdateEncoder();
    private final FillEncoder fill = new FillEncoder();
    private final ActionResponseEncoder response = new ActionResponseEncoder();
    private int readIndex;
    private int writeIndex;
    private long nowNs;
    private long tradeIds;

    /** Event time of what is written from here on: that of the recorded input. */
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
        update.wrapAndApplyHeader(queue, begin(), header)
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
        fill.wrapAndApplyHeader(queue, begin(), header)
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

    void cancelRefused(final int instrument, final long cloidHigh, final long cloidLow, final byte[] text) {
        response.wrapAndApplyHeader(queue, begin(), header)
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

    boolean isEmpty() {
        return readIndex == writeIndex;
    }

    int publishTo(final EventPublisher publisher) {
        int published = 0;
        while (readIndex < writeIndex) {
            final MutableDirectBuffer slot = publisher.claim();
            if (slot == null) {
                return published;
            }
            final int length = queue.getInt(readIndex);
            slot.putBytes(0, queue, readIndex + Integer.BYTES, length);
            publisher.publish(length);
            readIndex += Integer.BYTES + length;
            published++;
        }
        readIndex = 0;
        writeIndex = 0;
        return published;
    }

    private int begin() {
        return writeIndex + Integer.BYTES;
    }

    private void end(final int bodyLength) {
        final int length = MessageHeaderEncoder.ENCODED_LENGTH + bodyLength;
        queue.putInt(writeIndex, length);
        writeIndex += Integer.BYTES + length;
    }
}
