package io.halfspread.engine.replay;

import io.halfspread.codec.event.CancelAllDecoder;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.ModifyOrderDecoder;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.PlaceOrderDecoder;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;

/**
 * Takes the engine's commands. Until it is opened it only remembers what is unanswered; then it answers: a cancel ends an
 * order, a modify ends the old order and lets the new one arrive, an arrival is left to the rule.
 */
final class CommandDesk {
    private static final byte[] CANCEL_OF_NOTHING =
            "order was never placed, already cancelled, or filled".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MODIFY_OF_NOTHING =
            "the order to modify is not open".getBytes(StandardCharsets.US_ASCII);

    private final ModelledOrders orders;
    private final ModelledEvents events;
    private final PlacementRule rule;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PlaceOrderDecoder place = new PlaceOrderDecoder();
    private final ModifyOrderDecoder modify = new ModifyOrderDecoder();
    private final CancelOrderDecoder cancel = new CancelOrderDecoder();
    private final CancelAllDecoder cancelAll = new CancelAllDecoder();
    private boolean open;
    private long orderIds;

    CommandDesk(final ModelledOrders orders, final ModelledEvents events, final PlacementRule rule) {
        this.orders = orders;
        this.events = events;
        this.rule = rule;
    }

    boolean isOpen() {
        return open;
    }

    /** Whether an output is one of those that a venue gets. */
    static boolean isCommand(final int templateId) {
        return templateId == PlaceOrderDecoder.TEMPLATE_ID
                || templateId == ModifyOrderDecoder.TEMPLATE_ID
                || templateId == CancelOrderDecoder.TEMPLATE_ID
                || templateId == CancelAllDecoder.TEMPLATE_ID;
    }

    /** Starts to answer, beginning with what is unanswered, in the order in which it was sent. */
    void open() {
        open = true;
        final ModelledOrder[] unanswered = new ModelledOrder[orders.count()];
        int count = 0;
        for (int i = 0; i < orders.count(); i++) {
            if (!orders.get(i).resting) {
                unanswered[count++] = orders.get(i);
            }
        }
        for (int i = 0; i < count; i++) {
            arrive(unanswered[i]);
        }
        for (int i = orders.count() - 1; i >= 0; i--) {
            if (orders.get(i).cancelSent) {
                end(orders.get(i), OrderStatus.CANCELED);
            }
        }
    }

    void onOutput(final DirectBuffer buffer, final int offset) {
        header.wrap(buffer, offset);
        final int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        switch (header.templateId()) {
            case PlaceOrderDecoder.TEMPLATE_ID:
                place.wrap(buffer, body, header.blockLength(), header.version());
                onPlace();
                break;
            case ModifyOrderDecoder.TEMPLATE_ID:
                modify.wrap(buffer, body, header.blockLength(), header.version());
                onModify();
                break;
            case CancelOrderDecoder.TEMPLATE_ID:
                cancel.wrap(buffer, body, header.blockLength(), header.version());
                onCancel();
                break;
            case CancelAllDecoder.TEMPLATE_ID:
                cancelAll.wrap(buffer, body, header.blockLength(), header.version());
                onCancelAll();
                break;
            default:
                break;
        }
    }

    /** Ends an order and says so. */
    void end(final ModelledOrder order, final OrderStatus status) {
        events.orderUpdate(order, status);
        orders.remove(order);
    }

    private void onPlace() {
        final ModelledOrder order = orders.add();
        order.instrument = place.instrument();
        order.side = place.side();
        order.tif = place.tif();
        order.reduceOnly = place.reduceOnly() == Flag.YES;
        order.cloidHigh = place.cloidHigh();
        order.cloidLow = place.cloidLow();
        order.px = place.px();
        order.original = place.sz();
        order.targetCloidLow = ModelledOrder.NO_TARGET;
        onNew(order);
    }

    private void onModify() {
        final ModelledOrder order = orders.add();
        order.instrument = modify.instrument();
        order.side = modify.side();
        order.tif = modify.tif();
        order.reduceOnly = modify.reduceOnly() == Flag.YES;
        order.cloidHigh = modify.cloidHigh();
        order.cloidLow = modify.cloidLow();
        order.px = modify.px();
        order.original = modify.sz();
        order.targetCloidLow = modify.targetCloidLow();
        onNew(order);
    }

    private void onNew(final ModelledOrder order) {
        order.remaining = order.original;
        order.begin();
        order.placedNs = events.nowNs();
        order.oid = ++orderIds;
        order.resting = false;
        order.cancelSent = false;
        order.place.leave();
        if (open) {
            arrive(order);
        }
    }

    private void arrive(final ModelledOrder order) {
        if (order.targetCloidLow != ModelledOrder.NO_TARGET) {
            final ModelledOrder target = orders.find(order.cloidHigh, order.targetCloidLow);
            if (target == null || target == order) {
                events.orderUpdate(order, OrderStatus.REJECTED, MODIFY_OF_NOTHING);
                orders.remove(order);
                return;
            }
            end(target, OrderStatus.CANCELED);
        }
        rule.onArrival(order);
    }

    private void onCancel() {
        final ModelledOrder order = orders.find(cancel.cloidHigh(), cancel.cloidLow());
        if (order == null) {
            if (open) {
                events.cancelRefused(cancel.instrument(), cancel.cloidHigh(), cancel.cloidLow(), CANCEL_OF_NOTHING);
            }
        } else if (open) {
            end(order, OrderStatus.CANCELED);
        } else {
            order.cancelSent = true;
        }
    }

    private void onCancelAll() {
        final int instrument = cancelAll.instrument();
        int i = 0;
        while (i < orders.count()) {
            final ModelledOrder order = orders.get(i);
            if (instrument != CancelAllDecoder.instrumentNullValue() && order.instrument != instrument) {
                i++;
            } else if (open) {
                end(order, OrderStatus.CANCELED);
            } else {
                order.cancelSent = true;
                i++;
            }
        }
    }
}
