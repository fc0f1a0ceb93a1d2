package io.halfspread.sim.server;

import io.halfspread.sim.exchange.Action;
import io.halfspread.sim.exchange.Exchange;
import io.halfspread.sim.exchange.OrderRecord;
import io.halfspread.sim.faults.FaultKind;
import java.util.List;

/** Faults that come by time: of connections, of the venue's clock and of its market. By the stepping thread. */
final class VenueFaults {
    /** How many blocks a burst makes of one. */
    static final int BURST_BLOCKS = 10;

    private static final long EXIT_TICKET = -1;

    private final FaultDesk faults;
    private final SocketRegistry sockets;
    private final Exchange exchange;
    private final Feeds feeds;
    private final Snapshots snapshots;
    private long aheadMs;

    VenueFaults(
            final FaultDesk faults,
            final SocketRegistry sockets,
            final Exchange exchange,
            final Feeds feeds,
            final Snapshots snapshots) {
        this.faults = faults;
        this.sockets = sockets;
        this.exchange = exchange;
        this.feeds = feeds;
        this.snapshots = snapshots;
    }

    /** Does what is due; returns how much. */
    int advance(final long nowMs) {
        if (faults.isCalm()) {
            return 0;
        }
        faults.advance(nowMs);
        final List<FaultDesk.Due> due = faults.due();
        due.forEach(each -> happen(each.rule().kind(), each.lengthMs(), nowMs));
        return due.size() + sockets.dropDeaf(nowMs);
    }

    /** How far the venue's clock runs ahead. */
    long aheadMs() {
        return aheadMs;
    }

    /** Blocks that are made where one is due. */
    int blocks() {
        return faults.isOn(FaultKind.BURST) ? BURST_BLOCKS : 1;
    }

    /** Whether nobody but clients is in the market. */
    boolean isEmpty() {
        return faults.isOn(FaultKind.EMPTY_BOOK);
    }

    /** Takes everybody but clients out of the books. */
    void clear() {
        for (int asset = 0; asset < exchange.config().instruments().size(); asset++) {
            for (final OrderRecord order : exchange.participantOrders(asset)) {
                exchange.submit(
                        EXIT_TICKET,
                        order.account(),
                        new Action.Cancel(List.of(new Action.OidCancel(asset, order.oid()))));
            }
        }
    }

    private void happen(final FaultKind kind, final long lengthMs, final long nowMs) {
        switch (kind) {
            case RESET, CLOSE, HALF_OPEN -> strike(kind, lengthMs, nowMs);
            case SNAPSHOT_REPLAY -> replay();
            case CLOCK_JUMP -> {
                aheadMs = aheadMs == 0 ? lengthMs : 0;
                faults.record(kind, 0, aheadMs == 0 ? "back" : lengthMs + " ms ahead");
            }
            default -> faults.record(kind, lengthMs, "");
        }
    }

    private void strike(final FaultKind kind, final long lengthMs, final long nowMs) {
        final int count = sockets.openSockets();
        if (count == 0) {
            return;
        }
        final ClientSocket socket = sockets.open(faults.below(kind, count));
        if (socket.isDeaf(nowMs)) {
            return;
        }
        faults.record(kind, lengthMs, "");
        switch (kind) {
            case RESET -> socket.drop();
            case CLOSE -> socket.close();
            default -> socket.deafUntil(nowMs + lengthMs);
        }
    }

    private void replay() {
        for (final Feeds.Feed feed : feeds.of(Topic.USER_FILLS)) {
            faults.record(FaultKind.SNAPSHOT_REPLAY, 0, Topic.USER_FILLS.channel());
            feed.send(snapshots.frame(feed.subscription()));
        }
    }
}
