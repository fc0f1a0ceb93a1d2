package io.halfspread.codec.hyperliquid;

import io.halfspread.fuzz.Digest;

/** Writes each event down whole. */
final class EventLines implements VenueListener {
    private final Digest lines = new Digest();

    @Override
    public boolean onBook(
            final int instrument, final long venueNs, final boolean fast, final BookSide bids, final BookSide asks) {
        return lines.add("book", instrument, venueNs, fast, levels(bids), levels(asks));
    }

    @Override
    public boolean onBbo(final int instrument, final long venueNs, final BookSide bid, final BookSide ask) {
        return lines.add("bbo", instrument, venueNs, levels(bid), levels(ask));
    }

    @Override
    public boolean onTrades(final FrameList<VenueTrade> trades) {
        for (int i = 0; i < trades.size(); i++) {
            final VenueTrade t = trades.get(i);
            lines.add("trade", t.instrument(), t.venueNs(), t.aggressor(), t.px(), t.sz(), t.tid());
        }
        return true;
    }

    @Override
    public boolean onMid(final int instrument, final long px) {
        return lines.add("mid", instrument, px);
    }

    @Override
    public boolean onAssetContext(final VenueContext c) {
        lines.add("context", c.instrument(), c.markPx(), c.oraclePx(), c.midPx(), c.prevDayPx(), c.impactBidPx());
        return lines.add(c.impactAskPx(), c.funding(), c.premium(), c.openInterest(), c.dayNotionalVolume());
    }

    @Override
    public boolean onOrderUpdate(final VenueOrderUpdate u) {
        lines.add("order", u.instrument(), u.statusNs(), u.side(), u.status(), u.reduceOnly(), u.cloidHigh());
        return lines.add(u.cloidLow(), u.oid(), u.limitPx(), u.remainingSz(), u.originalSz(), text(u.reason()));
    }

    @Override
    public boolean onFill(final VenueFill f) {
        lines.add("fill", f.instrument(), f.venueNs(), f.side(), f.crossed(), f.snapshot(), f.liquidation(), f.oid());
        lines.add(f.cloidHigh(), f.cloidLow(), f.tid(), f.px(), f.sz(), f.startPosition(), f.closedPnl(), f.fee());
        return lines.add(f.feeToken());
    }

    @Override
    public boolean onFunding(final VenueFunding f) {
        return lines.add("funding", f.instrument(), f.venueNs(), f.usd(), f.positionSize(), f.rate());
    }

    @Override
    public boolean onNotice(final UserNotice notice) {
        return lines.add("notice", notice);
    }

    @Override
    public boolean onResponse(final VenueResponse r) {
        lines.add("response", r.requestId(), r.index(), r.kind(), r.cloidHigh(), r.cloidLow(), r.oid());
        return lines.add(r.totalSz(), r.avgPx(), text(r.text()));
    }

    @Override
    public boolean onVenueError(final BoundedText text) {
        return lines.add("error", text(text));
    }

    @Override
    public String toString() {
        return lines.toString();
    }

    private static String levels(final BookSide side) {
        final Digest text = new Digest();
        for (int i = 0; i < side.size(); i++) {
            text.add(side.px(i), side.sz(i), side.orders(i));
        }
        return text.toString();
    }

    private static String text(final BoundedText text) {
        return text.buffer().getStringWithoutLengthUtf8(0, text.length());
    }
}
