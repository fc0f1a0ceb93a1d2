package io.halfspread.engine.handler;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.FixedMath;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.TradingMode;
import io.halfspread.engine.order.Order;
import io.halfspread.engine.order.SideQuote;

/**
 * State to wanted quotes: the control of the law, prices on the grid kept post-only, sizes within the limits, and for each
 * side the first reason that keeps it from being quoted. Engine thread only.
 */
@HotPath
final class QuotePlanner {
    private static final double SCALE = 1e8;
    private static final double BPS = 1e4;
    private static final double SECOND_NS = 1e9;
    private static final long NONE = InstrumentState.NONE;

    private final SessionState session;
    private final ControlPlanner control;

    QuotePlanner(final SessionState session) {
        this.session = session;
        control = new ControlPlanner(session);
    }

    /** Sets the control and the wants of both sides for what was observed. */
    void plan(final InstrumentState s) {
        control.plan(s);
        final QuoteReason obstacle = obstacle(s);
        if (obstacle == QuoteReason.QUOTED) {
            wantBoth(s);
        } else {
            s.bid.wantNothing(obstacle);
            s.ask.wantNothing(obstacle);
        }
    }

    /** Why neither side can be quoted, or QUOTED. */
    QuoteReason obstacle(final InstrumentState s) {
        if (s.grid == null || s.orderSize <= 0 || s.maxPosition <= 0) {
            return QuoteReason.NOT_CONFIGURED;
        }
        if (session.params.version() == 0) {
            return QuoteReason.NO_PARAMS;
        }
        if (session.mode == TradingMode.KILL || s.mode == TradingMode.KILL) {
            return QuoteReason.MODE_KILL;
        }
        if (session.mode == TradingMode.PAUSE || s.mode == TradingMode.PAUSE) {
            return QuoteReason.MODE_PAUSE;
        }
        if (!session.ready) {
            return QuoteReason.NOT_READY;
        }
        if (session.drawdown.isBreached()) {
            return QuoteReason.DRAWDOWN;
        }
        if (session.dailyLoss.isBreached()) {
            return QuoteReason.DAILY_LOSS;
        }
        if (!s.book.isTwoSided()) {
            return QuoteReason.NO_BOOK;
        }
        if (s.book.isCrossed()) {
            return QuoteReason.CROSSED_BOOK;
        }
        if (s.stale) {
            return QuoteReason.STALE_DATA;
        }
        if (s.streams.anySilent()) {
            return QuoteReason.STALE_STREAM;
        }
        return session.skew.isBeyond() ? QuoteReason.CLOCK_SKEW : QuoteReason.QUOTED;
    }

    /** Sets mid, spread and imbalance from the book; they keep their last values while it is one-sided. */
    static void observe(final InstrumentState s) {
        if (!s.book.isTwoSided()) {
            return;
        }
        s.mid = s.book.mid();
        s.spreadBps = s.book.spreadBps();
        s.signedImbalance = s.book.imbalance(s.imbalanceDepth);
        if (s.sizesInUsd && s.grid != null) {
            s.orderSize = s.floorToLot((long) (s.orderSize / s.mid));
            s.maxPosition = s.floorToLot((long) (s.maxPosition / s.mid));
            s.sizesInUsd = false;
        }
    }

    private void wantBoth(final InstrumentState s) {
        wantBid(s, s.quotedReason);
        wantAsk(s, s.quotedReason);
        keepPairApart(s);
        finish(s, s.bid);
        finish(s, s.ask);
    }

    private void wantBid(final InstrumentState s, final QuoteReason quoted) {
        final double offset = s.control.bidOffsetBps();
        final long px = s.grid.floor(s.mid * (1 - offset / BPS));
        final long postOnly = s.grid.below(s.book.bestAsk());
        if (!s.control.quotesBid()) {
            s.bid.wantNothing(QuoteReason.POLICY_NO_QUOTE);
        } else if (px == NONE || postOnly == NONE) {
            s.bid.wantNothing(QuoteReason.NO_GRID_PRICE);
        } else if (px > postOnly) {
            s.bid.want(postOnly, s.orderSize, offset, QuoteReason.POST_ONLY_HELD);
        } else {
            s.bid.want(px, s.orderSize, offset, quoted);
        }
    }

    private void wantAsk(final InstrumentState s, final QuoteReason quoted) {
        final double offset = s.control.askOffsetBps();
        final long px = s.grid.ceil(s.mid * (1 + offset / BPS));
        final long postOnly = s.grid.above(s.book.bestBid());
        if (!s.control.quotesAsk()) {
            s.ask.wantNothing(QuoteReason.POLICY_NO_QUOTE);
        } else if (px == NONE) {
            s.ask.wantNothing(QuoteReason.NO_GRID_PRICE);
        } else if (px < postOnly) {
            s.ask.want(postOnly, s.orderSize, offset, QuoteReason.POST_ONLY_HELD);
        } else {
            s.ask.want(px, s.orderSize, offset, quoted);
        }
    }

    private static void keepPairApart(final InstrumentState s) {
        if (!s.bid.isWanted() || !s.ask.isWanted() || s.bid.wantedPx() < s.ask.wantedPx()) {
            return;
        }
        if (s.position.size() >= 0) {
            final long moved = s.grid.below(s.ask.wantedPx());
            if (moved == NONE) {
                s.bid.wantNothing(QuoteReason.NO_GRID_PRICE);
            } else {
                s.bid.want(moved, s.bid.wantedSz(), s.bid.offsetBps(), QuoteReason.POST_ONLY_HELD);
            }
        } else {
            final long moved = s.grid.above(s.bid.wantedPx());
            s.ask.want(moved, s.ask.wantedSz(), s.ask.offsetBps(), QuoteReason.POST_ONLY_HELD);
        }
    }

    private void finish(final InstrumentState s, final SideQuote quote) {
        if (!quote.isWanted()) {
            return;
        }
        final boolean isBid = quote.side() == Side.BID;
        final long signedPosition = isBid ? s.position.size() : -s.position.size();
        final boolean reduces = signedPosition < 0;
        if (s.takerDue != null && s.takerDue != quote.side()) {
            quote.wantNothing(QuoteReason.TAKER_ACTIVE);
            return;
        }
        long size = Math.min(quote.wantedSz(), s.maxPosition - signedPosition);
        QuoteReason none = QuoteReason.POSITION_LIMIT;
        if (session.mode == TradingMode.REDUCE || s.mode == TradingMode.REDUCE) {
            size = Math.min(size, -signedPosition);
            none = reduces ? none : QuoteReason.MODE_REDUCE;
        }
        if (s.maxNotional != NONE && size >= s.lot) {
            size = Math.min(size, (long) (s.maxNotional / s.mid) - signedPosition);
            none = QuoteReason.NOTIONAL_LIMIT;
        }
        size = s.floorToLot(size);
        if (size <= 0) {
            quote.wantNothing(none);
        } else if (isOverAged(s, quote)) {
            quote.wantNothing(QuoteReason.ORDER_AGE);
        } else if (isOverSized(s, quote, size)) {
            quote.wantNothing(QuoteReason.ORDER_SIZE);
        } else if (FixedMath.multiply(quote.wantedPx(), size) < s.minNotional) {
            quote.wantNothing(QuoteReason.BELOW_MIN_NOTIONAL);
        } else if (outsideCollar(s, quote.side(), quote.wantedPx())) {
            quote.wantNothing(QuoteReason.PRICE_COLLAR);
        } else if (crossesOwn(quote, s.quote(isBid ? Side.ASK : Side.BID))) {
            holdBehindOwn(quote, size);
        } else {
            quote.want(quote.wantedPx(), size, quote.offsetBps(), quote.reason());
        }
    }

    /** Whether a price is outside the collar; if so, how far it is from mid or oracle is noted for the side. */
    static boolean outsideCollar(final InstrumentState s, final Side side, final long px) {
        if (s.priceCollarBps <= 0) {
            return false;
        }
        final double price = px / SCALE;
        final double fromMid = Math.abs(price - s.mid) / s.mid * BPS;
        final double fromOracle = s.oraclePx > 0 ? Math.abs(price - s.oraclePx) / s.oraclePx * BPS : 0;
        final boolean outside = fromMid > s.priceCollarBps || fromOracle > s.priceCollarBps;
        if (outside) {
            s.breach(side, Math.max(fromMid, fromOracle));
        }
        return outside;
    }

    private boolean isOverSized(final InstrumentState s, final SideQuote quote, final long size) {
        final long value = FixedMath.multiply(quote.wantedPx(), size);
        if (session.maxOrderUsd == NONE || value <= session.maxOrderUsd) {
            return false;
        }
        s.breach(quote.side(), value / SCALE);
        return true;
    }

    private boolean isOverAged(final InstrumentState s, final SideQuote quote) {
        final Order order = quote.current();
        if (session.maxOrderAgeNs == 0 || order == null || session.nowNs - order.placedNs() < session.maxOrderAgeNs) {
            return false;
        }
        s.breach(quote.side(), (session.nowNs - order.placedNs()) / SECOND_NS);
        return true;
    }

    private static boolean crossesOwn(final SideQuote quote, final SideQuote other) {
        final long otherPx = other.nearestLivePx();
        if (otherPx == SideQuote.NONE) {
            return false;
        }
        return quote.side() == Side.BID ? quote.wantedPx() >= otherPx : quote.wantedPx() <= otherPx;
    }

    /** Keeps what works until our order on the other side has moved away; a side without an order waits. */
    private static void holdBehindOwn(final SideQuote quote, final long size) {
        if (quote.current() == null) {
            quote.wantNothing(QuoteReason.SELF_CROSS);
        } else {
            quote.want(
                    quote.current().px(),
                    Math.min(size, quote.current().remaining()),
                    quote.offsetBps(),
                    QuoteReason.SELF_CROSS);
        }
    }
}
