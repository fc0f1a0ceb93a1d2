package io.halfspread.app.report;

import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.Side;
import io.halfspread.engine.book.MarketBook;
import io.halfspread.engine.handler.QuotingHandler;
import io.halfspread.engine.order.Order;
import io.halfspread.engine.position.RecentIds;

/** What one coin did: the engine's sums around every event, and how long each state was held. For one thread. */
final class CoinFigures {
    private static final double SCALE = 1e8;
    private static final double BPS = 1e4;
    private static final int ORDERS_REMEMBERED = 1 << 14;
    private static final long NOT_YET = Long.MIN_VALUE;

    final FillFigures fills = new FillFigures();
    final PositionTimes positions = new PositionTimes();
    final ReasonTimes reasons = new ReasonTimes();
    final Drawdown drawdown = new Drawdown();
    final Curve curve = new Curve();

    private final QuotingHandler engine;
    private final int index;
    private final RecentIds tradedOrders = new RecentIds(ORDERS_REMEMBERED);
    private long heldNs = NOT_YET;

    private double mid;
    private long position;
    private double pnlUsd;
    private long fees;
    private long funding;
    private long engineVolume;
    private long bestBid = MarketBook.NONE;
    private long bestAsk = MarketBook.NONE;
    private long ourBid = MarketBook.NONE;
    private long ourAsk = MarketBook.NONE;
    private boolean decided;
    private QuoteReason bidReason;
    private QuoteReason askReason;
    private boolean bidWanted;
    private boolean askWanted;

    private long ns;
    private long marketNs;
    private long bidQuotedNs;
    private long askQuotedNs;
    private long bidTouchNs;
    private long askTouchNs;
    private long pairNs;
    private double marketBpsNs;
    private double pairBpsNs;
    private long makerFills;
    private long takerFills;
    private long tradedQuotes;
    private long quotes;
    private long volume;
    private long makerVolume;
    private long spreadUsd;
    private long otherUsd;

    CoinFigures(final QuotingHandler engine, final int index, final long nowNs) {
        this.engine = engine;
        this.index = index;
        heldNs = nowNs;
        curve.begin(nowNs);
    }

    /** Time passes: what was, was until now. */
    void holdUntil(final long nowNs) {
        final long passed = Math.max(0, nowNs - heldNs);
        heldNs = Math.max(heldNs, nowNs);
        if (passed == 0) {
            return;
        }
        ns += passed;
        positions.hold(position, passed);
        if (decided) {
            reasons.hold(bidReason, bidWanted, askReason, askWanted, passed);
        } else {
            reasons.before(passed);
        }
        if (bestBid == MarketBook.NONE || bestAsk == MarketBook.NONE) {
            return;
        }
        marketNs += passed;
        marketBpsNs += (bestAsk - bestBid) / SCALE / mid * BPS * passed;
        final boolean bids = ourBid != MarketBook.NONE;
        final boolean asks = ourAsk != MarketBook.NONE;
        bidQuotedNs += bids ? passed : 0;
        askQuotedNs += asks ? passed : 0;
        bidTouchNs += bids && ourBid >= bestBid ? passed : 0;
        askTouchNs += asks && ourAsk <= bestAsk ? passed : 0;
        if (bids && asks) {
            pairNs += passed;
            pairBpsNs += (ourAsk - ourBid) / SCALE / mid * BPS * passed;
        }
    }

    /** The engine has counted a fill; the figures still hold what was before it. */
    void onFill(final FillDecoder fill, final long nowNs) {
        final long signed = fill.side() == Side.BID ? fill.sz() : -fill.sz();
        final double px = fill.px() / SCALE;
        final long value = engine.volume(index) - engineVolume;
        volume += value;
        if (fill.crossed() == Flag.YES) {
            takerFills++;
        } else {
            makerFills++;
            makerVolume += value;
            if (mid > 0) {
                fills.onFill(fill.side(), nowNs, px, mid);
            }
            tradedQuotes += tradedOrders.add(fill.cloidLow(), fill.oid()) ? 1 : 0;
        }
        curve.onFill(nowNs, signed / SCALE, px);
        if (mid > 0) {
            spreadUsd += Math.round(signed * (mid - px));
        }
        final long moved = engine.position(index) - position;
        if (moved != signed && mid > 0) {
            final double expected =
                    signed / SCALE * (mid - px) + engine.position(index) / SCALE * (engine.mid(index) - mid);
            otherUsd += Math.round((grossMoved() - expected) * SCALE);
        }
    }

    /** The engine took a position over: what that is worth came from elsewhere. */
    void onTakenOver() {
        if (mid > 0) {
            otherUsd += Math.round(grossMoved() * SCALE);
        }
    }

    void onQuote() {
        quotes++;
    }

    void onDecision(final QuoteDecisionDecoder decision) {
        decided = true;
        bidReason = decision.bidReason();
        askReason = decision.askReason();
        bidWanted = decision.bidPx() != QuoteDecisionDecoder.bidPxNullValue();
        askWanted = decision.askPx() != QuoteDecisionDecoder.askPxNullValue();
    }

    /** Looks at the engine after an event. */
    void look(final long nowNs) {
        if (mid == 0) {
            otherUsd += Math.round(grossMoved() * SCALE);
        }
        mid = engine.mid(index);
        position = engine.position(index);
        pnlUsd = engine.pnlUsd(index);
        fees = engine.fees(index);
        funding = engine.funding(index);
        engineVolume = engine.volume(index);
        bestBid = engine.bestPx(index, Side.BID);
        bestAsk = engine.bestPx(index, Side.ASK);
        ourBid = px(engine.resting(index, Side.BID));
        ourAsk = px(engine.resting(index, Side.ASK));
        if (mid > 0) {
            drawdown.at(nowNs, pnlUsd);
            curve.at(nowNs, pnlUsd, position / SCALE, mid);
        }
    }

    double pnlUsd() {
        return mid > 0 ? pnlUsd : 0;
    }

    double mid() {
        return mid;
    }

    double position() {
        return position / SCALE;
    }

    CoinTotals totals() {
        return new CoinTotals(
                ns,
                marketNs,
                new CoinTotals.Sides(bidQuotedNs, askQuotedNs),
                new CoinTotals.Sides(bidTouchNs, askTouchNs),
                pairNs,
                marketBpsNs,
                pairBpsNs,
                makerFills,
                takerFills,
                tradedQuotes,
                quotes,
                volume,
                makerVolume,
                ProfitParts.of(pnlUsd, spreadUsd, fees, funding, otherUsd));
    }

    private double grossMoved() {
        return engine.pnlUsd(index)
                - pnlUsd
                + (engine.fees(index) - fees) / SCALE
                - (engine.funding(index) - funding) / SCALE;
    }

    private static long px(final Order order) {
        return order == null ? MarketBook.NONE : order.px();
    }
}
