package io.halfspread.engine.replay;

import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.Tif;
import io.halfspread.engine.ring.EventPublisher;
import org.agrona.DirectBuffer;

/** Fill model "none": every order is acknowledged, none is ever filled. What is immediate-or-cancel is cancelled. */
public final class AcknowledgingFills implements FillModel {
    private static final int INGEST_NS = MessageHeaderDecoder.ENCODED_LENGTH;

    private final ModelledOrders orders = new ModelledOrders();
    private final ModelledEvents events = new ModelledEvents();
    private final CommandDesk desk = new CommandDesk(orders, events, this::onArrival);
    private final RecordedAccount recorded = new RecordedAccount(orders, new ModelledPositions(), events);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    /** Creates a model without orders. */
    public AcknowledgingFills() {}

    @Override
    public void onInput(final DirectBuffer buffer, final int offset, final int length) {
        events.nowNs(buffer.getLong(offset + INGEST_NS, java.nio.ByteOrder.LITTLE_ENDIAN));
        if (!desk.isOpen()) {
            recorded.onInput(buffer, offset, header.wrap(buffer, offset));
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

    private void onArrival(final ModelledOrder order) {
        if (order.tif == Tif.IOC) {
            desk.end(order, OrderStatus.CANCELED);
        } else {
            order.resting = true;
            events.orderUpdate(order, OrderStatus.OPEN);
        }
    }
}
