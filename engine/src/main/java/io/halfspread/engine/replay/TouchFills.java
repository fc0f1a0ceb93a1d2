package io.halfspread.engine.replay;

import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
import io.halfspread.codec.event.TradeDecoder;
import io.halfspread.engine.ring.EventPublisher;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;

/**
 * Fill model "touch". A resting order fills only when a fresh trade prints through it (strictly below a bid, strictly
 * above an ask), at its own price and up to the trade's size; better prices first, then older orders. What crosses the
 * displayed touch takes what is displayed there, once, within its limit; a post-only order that would cross is rejected.
 * Reduce-only orders never trade more than the position.
 */
public final class TouchFills implements FillModel {
    /** Public trade named by a modelled execution against the displayed touch, which no trade explains. */
    public static final long NO_TRADE = 0;

    private static final int INGEST_NS = MessageHeaderDecoder.ENCODED_LENGTH;
    private static final byte[] NOTHING_TO_REDUCE =
            "reduce-only: no position to reduce".getBytes(StandardCharsets.US_ASCII);

    private final ModelledOrders orders = new ModelledOrders();
    private final ModelledEvents events = new ModelledEvents();
    private final ModelledPositions positions = new ModelledPositions();
    private final CommandDesk desk = new CommandDesk(orders, events, this::onArrival);
    private final RecordedAccount recorded = new RecordedAccount(orders, positions, events);
    private final DisplayedTouch displayed = new DisplayedTouch();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final BestBidOfferDecoder bestBidOffer = new BestBidOfferDecoder();
    private final BookSnapshotDecoder snapshot = new BookSnapshotDecoder();
    private final TradeDecoder trade = new TradeDecoder();

    /** Creates a model without orders. */
    public TouchFills() {}

    @Override
    public void onInput(final DirectBuffer buffer, final int offset, final int length) {
        final int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        header.wrap(buffer, offset);
        events.nowNs(buffer.getLong(offset + INGEST_NS, ByteOrder.LITTLE_ENDIAN));
        switch (header.templateId()) {
            case BestBidOfferDecoder.TEMPLATE_ID:
                displayed.onBestBidOffer(bestBidOffer.wrap(buffer, body, header.blockLength(), header.version()));
                break;
            case BookSnapshotDecoder.TEMPLATE_ID:
                displayed.onSnapshot(snapshot.wrap(buffer, body, header.blockLength(), header.version()));
                break;
            case TradeDecoder.TEMPLATE_ID:
                onTrade(trade.wrap(buffer, body, header.blockLength(), header.version()));
                break;
            default:
                if (!desk.isOpen()) {
                    recorded.onInput(buffer, offset, header);
                }
                break;
        }
    }

    @Override
    public void onOutput(final DirectBuffer buffer, final int offset, final int length) {
        desk.onOutput(buffer, offset);
    }

    @Override
    public void takeOver() {
        desk.open();
    }

    @Override
    public boolean hasEvents() {
        return events.isDue();
    }

    @Override
    public int publishTo(final EventPublisher publisher) {
        return events.publishTo(publisher);
    }

    private void onTrade(final TradeDecoder trade) {
        if (desk.isOpen() && trade.replayed() == Flag.NO) {
            final long left = sweep(Side.BID, trade.sz());
            sweep(Side.ASK, left);
        }
    }

    /** Fills resting orders of a side that the trade went through; returns the size of the trade that is left. */
    private long sweep(final Side side, final long size) {
        long left = size;
        while (left > 0) {
            final ModelledOrder order = orders.bestThrough(trade.instrument(), side, trade.px());
            if (order == null) {
                break;
            }
            final long met = Math.min(left, order.remaining);
            final long traded = positions.allowed(order, met);
            if (traded > 0) {
                execute(order, false, order.px, traded, trade.venueNs(), trade.tid());
                left -= traded;
            }
            settle(order, traded < met);
        }
        return left;
    }

    private void onArrival(final ModelledOrder order) {
        final long touchPx = displayed.px(order.instrument, order.side);
        final boolean crosses =
                touchPx != DisplayedTouch.NONE && (order.isBid() ? order.px >= touchPx : order.px <= touchPx);
        if (order.tif == Tif.ALO && crosses) {
            desk.end(order, OrderStatus.REJECTED_POST_ONLY);
            return;
        }
        if (order.reduceOnly && positions.allowed(order, order.remaining) == 0) {
            events.orderUpdate(order, OrderStatus.REJECTED, NOTHING_TO_REDUCE);
            orders.remove(order);
            return;
        }
        if (crosses) {
            take(order, touchPx);
        }
        if (order.remaining == 0) {
            desk.end(order, OrderStatus.FILLED);
        } else if (order.tif == Tif.IOC) {
            desk.end(order, OrderStatus.CANCELED);
        } else {
            order.resting = true;
            events.orderUpdate(order, OrderStatus.OPEN);
        }
    }

    private void take(final ModelledOrder order, final long touchPx) {
        final long shown = displayed.size(order.instrument, order.side);
        final long traded = positions.allowed(order, Math.min(shown, order.remaining));
        if (traded > 0) {
            displayed.take(order.instrument, order.side, traded);
            execute(order, true, touchPx, traded, events.nowNs(), NO_TRADE);
        }
    }

    private void execute(
            final ModelledOrder order,
            final boolean crossed,
            final long px,
            final long size,
            final long venueNs,
            final long causeTid) {
        events.fill(order, crossed, px, size, positions.get(order.instrument), venueNs, causeTid);
        positions.add(order.instrument, order.isBid() ? size : -size);
        order.remaining -= size;
    }

    /** What a reduce-only order cannot trade for want of a position, the venue cancels. */
    private void settle(final ModelledOrder order, final boolean nothingToReduce) {
        if (order.remaining == 0) {
            desk.end(order, OrderStatus.FILLED);
        } else if (nothingToReduce) {
            events.orderUpdate(order, OrderStatus.CANCELED_BY_VENUE, NOTHING_TO_REDUCE);
            orders.remove(order);
        } else {
            events.orderUpdate(order, OrderStatus.OPEN);
        }
    }
}
