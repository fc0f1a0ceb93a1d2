package io.halfspread.venue;

import io.halfspread.codec.event.AccountSnapshotDecoder;
import io.halfspread.codec.event.ActionResponseDecoder;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.ConnectionStateDecoder;
import io.halfspread.codec.event.ConnectionStatus;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.event.Side;
import io.halfspread.engine.ring.MessageHandler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;

/**
 * What the events of the ring say of our orders and our position, by the rules of the engine but written a second time. It
 * insists that an order which is to be gone goes, and keeps what contradicts itself.
 */
final class TripBook implements MessageHandler {
    private static final long NO_BASELINE = Long.MIN_VALUE;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ActionResponseDecoder response = new ActionResponseDecoder();
    private final OrderUpdateDecoder update = new OrderUpdateDecoder();
    private final FillDecoder fill = new FillDecoder();
    private final AccountSnapshotDecoder snapshot = new AccountSnapshotDecoder();
    private final ConnectionStateDecoder connection = new ConnectionStateDecoder();
    private final Map<Long, TripOrder> orders = new LinkedHashMap<>();
    private final Set<String> fills = new HashSet<>();
    private final List<String> contradictions = new ArrayList<>();
    private final Consumer<TripOrder> canceller;
    private final long size;
    private long baselineNs = NO_BASELINE;
    private long position;
    private long lost;

    /** A book of orders of one size. */
    TripBook(final long size, final Consumer<TripOrder> canceller) {
        this.size = size;
        this.canceller = canceller;
    }

    void add(final TripOrder order) {
        orders.put(order.cloid, order);
    }

    /** Has an order cancelled, whatever it takes; what it was to replace too when it was refused. */
    void dismiss(final TripOrder order) {
        order.unwanted = true;
        if (!order.isOver()) {
            order.cancelPending = true;
            canceller.accept(order);
        } else if (order.state == TripOrder.State.REFUSED && order.target != null) {
            dismiss(order.target);
        }
    }

    Collection<TripOrder> orders() {
        return orders.values();
    }

    TripOrder order(final long cloid) {
        return orders.get(cloid);
    }

    Set<String> fills() {
        return fills;
    }

    List<String> contradictions() {
        return contradictions;
    }

    long position() {
        return position;
    }

    /** Outcomes that were told to be unresolved. */
    long lost() {
        return lost;
    }

    @Override
    public void onMessage(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        switch (header.wrap(buffer, offset).templateId()) {
            case ActionResponseDecoder.TEMPLATE_ID -> onResponse(response.wrapAndApplyHeader(buffer, offset, header));
            case OrderUpdateDecoder.TEMPLATE_ID -> onUpdate(update.wrapAndApplyHeader(buffer, offset, header));
            case FillDecoder.TEMPLATE_ID -> onFill(fill.wrapAndApplyHeader(buffer, offset, header));
            case AccountSnapshotDecoder.TEMPLATE_ID -> onSnapshot(snapshot.wrapAndApplyHeader(buffer, offset, header));
            case ConnectionStateDecoder.TEMPLATE_ID ->
                onConnection(connection.wrapAndApplyHeader(buffer, offset, header));
            default -> {}
        }
    }

    private void onResponse(final ActionResponseDecoder reply) {
        final TripOrder order = orders.get(reply.cloidLow());
        final ResponseKind kind = reply.kind();
        if (kind == ResponseKind.UNRESOLVED) {
            lost++;
            order.unresolved = true;
            return;
        }
        order.unresolved = false;
        if (reply.command() == CancelOrderDecoder.TEMPLATE_ID) {
            order.cancelPending = false;
            if (kind == ResponseKind.SUCCESS) {
                end(order);
            } else {
                insist(order);
            }
        } else if (kind == ResponseKind.RESTING) {
            open(order);
        } else if (kind == ResponseKind.FILLED && order.takes) {
            end(order);
        } else if (kind == ResponseKind.ERROR) {
            refuse(order, reply.text());
        }
    }

    private void onUpdate(final OrderUpdateDecoder told) {
        final TripOrder order = orders.get(told.cloidLow());
        if (order == null) {
            contradictions.add("not ours: " + told.cloidLow());
            return;
        }
        order.unresolved = false;
        switch (told.status()) {
            case OPEN, TRIGGERED -> open(order);
            case REJECTED, REJECTED_POST_ONLY -> refuse(order, told.status().toString());
            case UNKNOWN -> contradictions.add(order + ": status not known");
            default -> {
                order.cancelPending = false;
                end(order);
            }
        }
    }

    private void onFill(final FillDecoder told) {
        final boolean counts = baselineNs == NO_BASELINE ? told.snapshot() == Flag.NO : told.venueNs() > baselineNs;
        if (!counts || !fills.add(told.tid() + "/" + told.oid())) {
            return;
        }
        position += told.side() == Side.BID ? told.sz() : -told.sz();
        final TripOrder order = orders.get(told.cloidLow());
        order.filled += told.sz();
        if (order.filled > size) {
            contradictions.add(order + ": filled for more than its size");
        } else if (order.filled == size) {
            end(order);
        } else if (!order.takes) {
            open(order);
        }
    }

    private void onConnection(final ConnectionStateDecoder told) {
        if (told.carriesOrders() == Flag.YES && told.status() == ConnectionStatus.RESYNCING) {
            orders.values().forEach(order -> order.suspect = order.state == TripOrder.State.OPEN);
        }
    }

    private void onSnapshot(final AccountSnapshotDecoder told) {
        final long venueNs = told.venueNs();
        final boolean last = told.last() == Flag.YES;
        for (final AccountSnapshotDecoder.PositionsDecoder held : told.positions()) {
            position = baselineNs == NO_BASELINE ? held.size() : position;
        }
        for (final AccountSnapshotDecoder.OpenOrdersDecoder listed : told.openOrders()) {
            open(orders.get(listed.cloidLow()));
        }
        if (last) {
            baselineNs = baselineNs == NO_BASELINE ? venueNs : baselineNs;
            orders.values().stream().filter(order -> order.suspect).forEach(this::end);
        }
    }

    private void open(final TripOrder order) {
        order.suspect = false;
        if (order.state == TripOrder.State.REFUSED) {
            contradictions.add(order + ": open though it was refused");
        }
        if (!order.isOver()) {
            order.state = TripOrder.State.OPEN;
            endTarget(order);
            insist(order);
        }
    }

    private void end(final TripOrder order) {
        order.suspect = false;
        if (order.state == TripOrder.State.REFUSED) {
            contradictions.add(order + ": at the venue though it was refused");
        }
        order.state = TripOrder.State.ENDED;
        endTarget(order);
    }

    private void endTarget(final TripOrder order) {
        if (order.target != null && !order.target.isOver()) {
            order.target.state = TripOrder.State.ENDED;
            order.target.suspect = false;
        }
    }

    private void refuse(final TripOrder order, final String why) {
        if (order.state == TripOrder.State.OPEN || order.state == TripOrder.State.ENDED) {
            contradictions.add(order + ": refused though it is at the venue: " + why);
        }
        order.state = TripOrder.State.REFUSED;
        if (order.target != null && order.unwanted) {
            dismiss(order.target);
        }
    }

    private void insist(final TripOrder order) {
        if (order.unwanted && order.state == TripOrder.State.OPEN && !order.cancelPending) {
            dismiss(order);
        }
    }
}
