package io.halfspread.engine.replay;

import io.halfspread.codec.event.AccountSnapshotDecoder;
import io.halfspread.codec.event.ActionResponseDecoder;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.event.Side;
import org.agrona.DirectBuffer;

/** Follows the recorded account events up to the change, so that a fill model knows positions and what rests. */
final class RecordedAccount {
    private final ModelledOrders orders;
    private final ModelledPositions positions;
    private final ModelledEvents events;
    private final OrderUpdateDecoder update = new OrderUpdateDecoder();
    private final FillDecoder fill = new FillDecoder();
    private final ActionResponseDecoder response = new ActionResponseDecoder();
    private final AccountSnapshotDecoder snapshot = new AccountSnapshotDecoder();
    private boolean baselineSet;

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
            order.resting = true;
            order.oid = update.oid();
            order.remaining = Math.min(order.remaining, update.remainingSz());
        } else {
            orders.remove(order);
        }
    }

    private void onFill(final FillDecoder fill) {
        if (fill.snapshot() == Flag.YES) {
            return;
        }
        events.skipTradeId();
        positions.add(fill.instrument(), fill.side() == Side.BID ? fill.sz() : -fill.sz());
        final ModelledOrder order = orders.find(fill.cloidHigh(), fill.cloidLow());
        if (order != null) {
            order.remaining = Math.max(0, order.remaining - fill.sz());
            if (order.remaining == 0) {
                orders.remove(order);
            }
        }
    }

    private void onResponse(final ActionResponseDecoder response) {
        final ModelledOrder order = orders.find(response.cloidHigh(), response.cloidLow());
        if (order == null) {
            return;
        }
        if (response.kind() == ResponseKind.RESTING) {
            order.resting = true;
            order.oid = response.oid();
        } else if (response.kind() == ResponseKind.ERROR) {
            if (response.command() == CancelOrderDecoder.TEMPLATE_ID) {
                order.cancelSent = false;
            } else {
                orders.remove(order);
            }
        }
    }

    private void onSnapshot(final AccountSnapshotDecoder snapshot) {
        final boolean last = snapshot.last() == Flag.YES;
        final AccountSnapshotDecoder.PositionsDecoder held = snapshot.positions();
        while (held.hasNext()) {
            held.next();
            if (!baselineSet) {
                positions.set(held.instrument(), held.size());
            }
        }
        baselineSet |= last;
    }
}
