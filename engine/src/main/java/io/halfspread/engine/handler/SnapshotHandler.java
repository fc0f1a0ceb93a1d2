package io.halfspread.engine.handler;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.AccountSnapshotDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.RiskCode;
import io.halfspread.codec.event.Side;
import io.halfspread.engine.order.Order;
import io.halfspread.engine.position.FillLog;
import io.halfspread.engine.position.RecentIds;

/**
 * What a query of the account says. The first state sets positions and the time from which on fills count; later ones are
 * compared with what the fills add up to at their time. Orders known to have been open before the venue was asked and not
 * listed are done; those without an outcome are left to whoever resolves it. Orders of earlier sessions are cancelled; those
 * of others on the account are reported once each and left alone, or cancelled whenever they are seen, as configured. Engine thread only.
 */
@HotPath
final class SnapshotHandler {
    /** Venue time of the baseline before there is one. */
    static final long NO_BASELINE = Long.MIN_VALUE;

    private static final double SCALE = 1e8;
    private static final int FOREIGN_REMEMBERED = 1 << 12;

    private final SessionState session;
    private final Instruments instruments;
    private final OrderKeeper keeper;
    private final OutputWriter out;
    private final Decider decider;
    private final FillLog fills;
    private final RecentIds foreignOrders = new RecentIds(FOREIGN_REMEMBERED);
    private long baselineNs = NO_BASELINE;
    private int partsSeen;

    SnapshotHandler(
            final SessionState session,
            final Instruments instruments,
            final OrderKeeper keeper,
            final OutputWriter out,
            final Decider decider,
            final FillLog fills) {
        this.session = session;
        this.instruments = instruments;
        this.keeper = keeper;
        this.out = out;
        this.decider = decider;
        this.fills = fills;
    }

    /** Whether something of the account that happened at a venue time counts; what a query tells needs a baseline first. */
    boolean counts(final long venueNs, final boolean queried) {
        return baselineNs == NO_BASELINE ? !queried : venueNs > baselineNs;
    }

    boolean hasBaseline() {
        return baselineNs != NO_BASELINE;
    }

    /** Remembers a fill that was counted. */
    void onCounted(final int instrument, final long venueNs, final long signedSize, final long px, final long fee) {
        fills.add(instrument, venueNs, signedSize, px, fee);
    }

    /** The venue is about to be asked. */
    void onResyncing() {
        for (int i = 0; i < instruments.count(); i++) {
            keeper.onListingAsked(instruments.get(i));
        }
    }

    void onSnapshot(final AccountSnapshotDecoder snapshot) {
        final long venueNs = snapshot.venueNs();
        final int part = snapshot.part();
        final boolean last = snapshot.last() == Flag.YES;
        partsSeen = part == 0 ? 1 : partsSeen + (part == partsSeen ? 1 : 0);
        readPositions(snapshot.positions(), venueNs);
        readOrders(snapshot.openOrders());
        if (last) {
            onLast(venueNs, partsSeen == part + 1);
        }
    }

    /** An order that this session did not place, or no longer knows, is open. */
    void onUnknownOpen(
            final InstrumentState s,
            final long cloidHigh,
            final long cloidLow,
            final long oid,
            final long px,
            final Side side) {
        if (keeper.isOfEarlierSession(cloidHigh, cloidLow)) {
            keeper.cancelStray(s.index, side, cloidHigh, cloidLow, oid);
        } else if (!keeper.isOurs(cloidHigh)) {
            if (foreignOrders.add(oid, s.index)) {
                out.alert(session, s.index, RiskCode.UNKNOWN_ORDER, px / SCALE, 0);
            }
            if (session.cancelsForeign) {
                keeper.cancelForeign(s.index, side, cloidHigh, cloidLow, oid);
            }
        } else if (keeper.wasRefused(cloidLow)) {
            keeper.cancelStray(s.index, side, cloidHigh, cloidLow, oid);
        }
    }

    private void readPositions(final AccountSnapshotDecoder.PositionsDecoder positions, final long venueNs) {
        while (positions.hasNext()) {
            positions.next();
            final InstrumentState s = instruments.find(positions.instrument());
            if (s == null) {
                continue;
            }
            if (baselineNs == NO_BASELINE) {
                s.position.open(positions.size(), positions.entryPx());
                s.onPositionOpened();
                fills.repeatAfter(s.index, venueNs, s.position);
            } else if (fills.covers(venueNs)) {
                compare(s, positions.size(), s.position.size() - fills.sizeAfter(s.index, venueNs));
            }
        }
    }

    /** A difference is reported when it begins or changes. */
    private void compare(final InstrumentState s, final long theirs, final long ours) {
        if (theirs != ours && theirs - ours != s.mismatch) {
            out.alert(session, s.index, RiskCode.POSITION_MISMATCH, theirs / SCALE, ours / SCALE);
        }
        s.mismatch = theirs - ours;
    }

    private void readOrders(final AccountSnapshotDecoder.OpenOrdersDecoder listed) {
        while (listed.hasNext()) {
            listed.next();
            final InstrumentState s = instruments.find(listed.instrument());
            final Order order = keeper.find(listed.cloidHigh(), listed.cloidLow());
            if (s == null) {
                continue;
            }
            if (order != null) {
                keeper.onOpen(s, order, listed.oid(), listed.remainingSz());
            } else if (keeper.isOurs(listed.cloidHigh())) {
                keeper.cancelStray(s.index, listed.side(), listed.cloidHigh(), listed.cloidLow(), listed.oid());
            } else {
                onUnknownOpen(s, listed.cloidHigh(), listed.cloidLow(), listed.oid(), listed.limitPx(), listed.side());
            }
        }
    }

    private void onLast(final long venueNs, final boolean complete) {
        if (baselineNs == NO_BASELINE) {
            baselineNs = venueNs;
        }
        for (int i = 0; i < instruments.count(); i++) {
            if (complete) {
                keeper.onListed(instruments.get(i));
            }
            decider.decide(instruments.get(i));
        }
    }
}
