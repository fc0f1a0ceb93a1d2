package io.halfspread.codec.hyperliquid;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes each event down as one line; may refuse events to play a full ring. */
final class RecordingListener implements VenueListener {
    final List<String> events = new ArrayList<>();
    int room = Integer.MAX_VALUE;

    private boolean take(final String event) {
        if (events.size() >= room) {
            return false;
        }
        events.add(event);
        return true;
    }

    @Override
    public boolean onBook(
            final int instrument, final long venueNs, final boolean fast, final BookSide bids, final BookSide asks) {
        return take("book " + instrument + " " + venueNs + " " + fast + " " + levels(bids) + " " + levels(asks));
    }

    @Override
    public boolean onBbo(final int instrument, final long venueNs, final BookSide bid, final BookSide ask) {
        return take("bbo " + instrument + " " + venueNs + " " + levels(bid) + " " + levels(ask));
    }

    @Override
    public boolean onTrades(final FrameList<VenueTrade> trades) {
        final List<String> lines = new ArrayList<>();
        for (int i = 0; i < trades.size(); i++) {
            final VenueTrade t = trades.get(i);
            if (t.instrument() != CoinIndex.UNKNOWN) {
                lines.add("trade " + t.instrument() + " " + t.venueNs() + " " + t.aggressor() + " " + t.px() + " "
                        + t.sz() + " " + t.tid());
            }
        }
        if (events.size() + lines.size() > room) {
            return false;
        }
        return events.addAll(lines);
    }

    @Override
    public boolean onMid(final int instrument, final long px) {
        return take("mid " + instrument + " " + px);
    }

    @Override
    public boolean onAssetContext(final VenueContext c) {
        return take("context " + c.instrument() + " " + c.markPx() + " " + c.oraclePx() + " " + c.midPx() + " "
                + c.prevDayPx() + " " + c.impactBidPx() + " " + c.impactAskPx() + " " + c.funding() + " " + c.premium()
                + " " + c.openInterest() + " " + c.dayNotionalVolume() + " " + c.dayBaseVolume());
    }

    @Override
    public boolean onOrderUpdate(final VenueOrderUpdate u) {
        return take("order " + u.instrument() + " " + u.statusNs() + " " + u.side() + " " + u.status() + " "
                + u.reduceOnly() + " " + hex(u.cloidHigh(), u.cloidLow()) + " " + u.oid() + " " + u.limitPx() + " "
                + u.remainingSz() + " " + u.originalSz() + " " + u.placedNs() + " '" + text(u.reason()) + "'");
    }

    @Override
    public boolean onFill(final VenueFill f) {
        return take("fill " + f.instrument() + " " + f.venueNs() + " " + f.side() + " " + f.crossed() + " "
                + f.snapshot() + " " + f.liquidation() + " " + hex(f.cloidHigh(), f.cloidLow()) + " " + f.oid() + " "
                + f.tid() + " " + f.px() + " " + f.sz() + " " + f.startPosition() + " " + f.closedPnl() + " "
                + f.fee() + " " + Long.toHexString(f.feeToken()));
    }

    @Override
    public boolean onFunding(final VenueFunding f) {
        return take("funding " + f.instrument() + " " + f.venueNs() + " " + f.usd() + " " + f.positionSize() + " "
                + f.rate());
    }

    @Override
    public boolean onNotice(final UserNotice notice) {
        return take("notice " + notice);
    }

    @Override
    public boolean onResponse(final VenueResponse r) {
        return take("response " + r.requestId() + " " + r.index() + " " + r.kind() + " "
                + hex(r.cloidHigh(), r.cloidLow()) + " " + r.oid() + " " + r.totalSz() + " " + r.avgPx() + " '"
                + text(r.text()) + "'");
    }

    @Override
    public boolean onVenueError(final BoundedText text) {
        return take("error '" + text(text) + "'");
    }

    static String hex(final long high, final long low) {
        return String.format("%016x%016x", high, low);
    }

    private static String levels(final BookSide side) {
        final StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < side.size(); i++) {
            text.append(side.px(i))
                    .append(':')
                    .append(side.sz(i))
                    .append(':')
                    .append(side.orders(i))
                    .append(' ');
        }
        return text.append(']').toString();
    }

    private static String text(final BoundedText text) {
        return text.buffer().getStringWithoutLengthUtf8(0, text.length());
    }

    static long token(final String name) {
        long token = 0;
        final byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        for (int i = Math.min(8, bytes.length) - 1; i >= 0; i--) {
            token = token << 8 | bytes[i] & 0xFF;
        }
        return token;
    }
}
