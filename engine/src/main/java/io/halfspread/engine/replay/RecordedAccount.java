package io.halfspread.engine.replay;

import io.halfspread.codec.event.AccountSnapshotDecoder;
import io.halfspread.codec.event.ActionResponseDecoder;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.ConnectionStateDecoder;
import io.halfspread.codec.event.ConnectionStatus;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.PositionAdjustmentDecoder;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
import io.halfspread.engine.position.RecentIds;
import org.agrona.DirectBuffer;

/**
 * Follows the recorded account events up to the change by the rules of the engine, so that a fill model knows positions and
 * what rests.
 */
final class RecordedAccount {
    private static final long NO_BASELINE = Long.MIN_VALUE;
    private static final int FILLS_REMEMBERED = 1 << 14;

    private final ModelledOrders orders;
    private final ModelledPositions positions;
    private final ModelledEvents events;
    private final OrderUpdateDecoder update = new OrderUpdateDecoder();
    private final FillDecoder fill = new FillDecoder();
    private final ActionResponseDecoder response = new ActionResponseDecoder();
    private final PositionAdjustmentDecoder adjustment = new PositionAdjustmentDecoder();
    private final AccountSnapshotDecoder snapshot = new AccountSnapshotDecoder();
    private final ConnectionStateDecoder connection = new ConnectionStateDecoder();
    private final RecentIds fills = new RecentIds(FILLS_REMEMBERED);
    private long baselineNs = NO_BASELINE;

    RecordedAccount(final ModelledOrders orders, final ModelledPositions positions, final ModelledEvents events) {
        this.orders = orders;
        this.positions = positions;
        this.events = events;
    }

    void onInput(final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header) {
        final int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        switch (header.templateId()) {
            case OrderUpdateDecoder.TEMPLATE_ID:
                onUpdate(update.wrap(buffer, body, header.blockLength(), header.version()));
                break;
            case FillDecoder.TEMPLATE_ID:
                onFill(fill.wrap(buffer, body, header.blockLength(), header.version()));
                break;
            case ActionResponseDecoder.TEMPLATE_ID:
                onResponse(response.wrap(buffer, body, header.blockLength(), header.version()));
                break;
            case AccountSnapshotDecoder.TEMPLATE_ID:
                onSnapshot(snapshot.wrap(buffer, body, header.blockLength(), header.version()));
                break;
            case PositionAdjustmentDecoder.TEMPLATE_ID:
                adjustment.wrap(buffer, body, header.blockLength(), header.version());
                positions.set(adjustment.instrument(), adjustment.size());
                break;
            case ConnectionStateDecoder.TEMPLATE_ID:
                onConnection(connection.wrap(buffer, body, header.blockLength(), header.version()));
                break;
            default:
                break;
        }
    }

    private void onUpdate(final OrderUpdateDecoder update) {
        final ModelledOrder order = orders.find(update.cloidHigh(), update.cloidLow());
        if (order == null || update.status() == OrderStatus.UNKNOWN) {
            return;
        }
        if (update.status() == OrderStatus.OPEN || update.status() == OrderStatus.TRIGGERED) {
            order.recordedRemaining = Math.min(order.recordedRemaining, update.remainingSz());
            onOpen(order, update.oid());
        } else {
            if (update.status() != OrderStatus.REJECTED && update.status() != OrderStatus.REJECTED_POST_ONLY) {
                removeTarget(order);
            }
            orders.remove(order);
        }
    }

    private void onFill(final FillDecoder fill) {
        final boolean queried = fill.snapshot() == Flag.YES;
        final boolean counts = baselineNs == NO_BASELINE ? !queried : fill.venueNs() > baselineNs;
        if (!fills.add(fill.tid(), fill.oid()) || !counts) {
            return;
        }
        events.skipTradeId();
        positions.add(fill.instrument(), fill.side() == Side.BID ? fill.sz() : -fill.sz());
        final ModelledOrder order = orders.find(fill.cloidHigh(), fill.cloidLow());
        if (order != null) {
            order.recordedFills += fill.sz();
            order.measure();
            if (order.remaining == 0) {
                removeTarget(order);
                orders.remove(order);
            } else if (order.tif != Tif.IOC) {
                onOpen(order, fill.oid());
            }
        }
    }

    private void onResponse(final ActionResponseDecoder response) {
        final ModelledOrder order = orders.find(response.cloidHigh(), response.cloidLow());
        if (order == null) {
            return;
        }
        final boolean ofCancel = response.command() == CancelOrderDecoder.TEMPLATE_ID;
        if (response.kind() == ResponseKind.RESTING) {
            onOpen(order, response.oid());
        } else if (response.kind() == ResponseKind.FILLED && order.tif == Tif.IOC
                || response.kind() == ResponseKind.SUCCESS && ofCancel) {
            removeTarget(order);
            orders.remove(order);
        } else if (response.kind() == ResponseKind.ERROR) {
            if (ofCancel) {
                order.cancelSent = false;
            } else {
                orders.remove(order);
            }
        }
    }

    private void onOpen(final ModelledOrder order, final long oid) {
        order.resting = true;
        order.suspect = false;
        order.oid = oid;
        order.measure();
        removeTarget(order);
    }

    /** The venue took an order: the one it replaces is gone. */
    private void removeTarget(final ModelledOrder order) {
        if (order.targetCloidLow != ModelledOrder.NO_TARGET) {
            final ModelledOrder target = orders.find(order.cloidHigh, order.targetCloidLow);
            if (target != null && target != order) {
                orders.remove(target);
            }
        }
    }

    private void onConnection(final ConnectionStateDecoder connection) {
        if (connection.status() == ConnectionStatus.RESYNCING) {
            for (int i = 0; i < orders.count(); i++) {
                orders.get(i).suspect = orders.get(i).resting;
            }
        }
    }

    private void onSnapshot(final AccountSnapshotDecoder snapshot) {
        final long venueNs = snapshot.venueNs();
        final boolean last = snapshot.last() == Flag.YES;
        final AccountSnapshotDecoder.PositionsDecoder held = snapshot.positions();
        while (held.hasNext()) {
            held.next();
            if (baselineNs == NO_BASELINE) {
                positions.set(held.instrument(), held.size());
            }
        }
        final AccountSnapshotDecoder.OpenOrdersDecoder listed = snapshot.openOrders();
        while (listed.hasNext()) {
            listed.next();
            final ModelledOrder order = orders.find(listed.cloidHigh(), listed.cloidLow());
            if (order != null) {
                order.recordedRemaining = Math.min(order.recordedRemaining, listed.remainingSz());
                onOpen(order, listed.oid());
            }
        }
        if (last) {
            onLast(venueNs);
        }
    }

    private void onLast(final long venueNs) {
        if (baselineNs == NO_BASELINE) {
            baselineNs = venueNs;
        }
        for (int i = orders.count() - 1; i >= 0; i--) {
            if (orders.get(i).suspect) {
                orders.remove(orders.get(i));
            }
        }
    }
}
