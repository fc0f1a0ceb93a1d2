package io.halfspread.engine.replay;

import io.halfspread.codec.event.OrderStatus;
import java.nio.charset.StandardCharsets;

/** What becomes of an order that trades or ends, told to the engine: fills with their cause, then the order's state. */
final class Executions {
    /** Public trade named by an execution that a book explains; the venue time is then that of the book. */
    static final long NO_TRADE = 0;

    private static final byte[] NOTHING_TO_REDUCE =
            "reduce-only: no position to reduce".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SELF_TRADE =
            "cancelled: our own order would have traded with it".getBytes(StandardCharsets.US_ASCII);

    private final ModelledOrders orders;
    private final ModelledEvents events;
    private final ModelledPositions positions;

    Executions(final ModelledOrders orders, final ModelledEvents events, final ModelledPositions positions) {
        this.orders = orders;
        this.events = events;
        this.positions = positions;
    }

    /** Most of a size that an order may trade now. */
    long allowed(final ModelledOrder order, final long size) {
        return positions.allowed(order, size);
    }

    void take(final ModelledOrder order, final long px, final long size, final long bookNs) {
        execute(order, true, px, size, bookNs, NO_TRADE);
    }

    /** A resting order meets a size. Gives what of it was traded; the rest of a reduce-only order may end for that. */
    long fill(final ModelledOrder order, final long met, final long venueNs, final long causeTid) {
        final long traded = allowed(order, met);
        if (traded > 0) {
            execute(order, false, order.px, traded, venueNs, causeTid);
        }
        if (order.remaining == 0) {
            end(order, OrderStatus.FILLED);
        } else if (traded < met) {
            events.orderUpdate(order, OrderStatus.CANCELED_BY_VENUE, NOTHING_TO_REDUCE);
            orders.remove(order);
        } else {
            events.orderUpdate(order, OrderStatus.OPEN);
        }
        return traded;
    }

    void open(final ModelledOrder order) {
        order.resting = true;
        events.orderUpdate(order, OrderStatus.OPEN);
    }

    void end(final ModelledOrder order, final OrderStatus status) {
        events.orderUpdate(order, status);
        orders.remove(order);
    }

    void refuseToReduce(final ModelledOrder order) {
        events.orderUpdate(order, OrderStatus.REJECTED, NOTHING_TO_REDUCE);
        orders.remove(order);
    }

    void cancelForSelfTrade(final ModelledOrder order) {
        events.orderUpdate(order, OrderStatus.CANCELED_BY_VENUE, SELF_TRADE);
        orders.remove(order);
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
}
