package io.halfspread.app.report;

import io.halfspread.app.pnl.PnlWatch;
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
    private static final double BPS = 1e4;
    private static final int ORDERS_REMEMBERED = 1 << 14;
    private static final long NOT_YET = Long.MIN_VALUE;

    final FillFigures fills = new FillFigures();
    final PositionTimes positions = new PositionTimes();
    final ReasonTimes reasons = new ReasonTimes();
    final Drawdown drawdown = new Drawdown();
    final Curve curve = new Curve();

    private final QuotingHandler engine;
    private final PnlWatch watch;
    private final int index;
    private final RecentIds tradedOrders = new RecentIds(ORDERS_REMEMBERED);
    private long heldNs = NOT_YET;

    private long mid;
    private long position;
    private long profit;
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
    private long commands;
    private long volume;
    private long makerVolume;

    CoinFigures(final QuotingHandler engine, final PnlWatch watch, final int index, final long nowNs) {
        this.engine = engine;
        this.watch = watch;
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
        marketBpsNs += (double) (bestAsk - bestBid) / mid * BPS * passed;
        final boolean bids = ourBid != MarketBook.NONE;
        final boolean asks = ourAsk != MarketBook.NONE;
        bidQuotedNs += bids ? passed : 0;
        askQuotedNs += asks ? passed : 0;
        bidTouchNs += bids && ourBid >= bestBid ? passed : 0;
        askTouchNs += asks && ourAsk <= bestAsk ? passed : 0;
        if (bids && asks) {
            pairNs += passed;
            pairBpsNs += (double) (ourAsk - ourBid) / mid * BPS * passed;
        }
    }

    /** The engine has counted a fill. */
    void onFill(final FillDecoder fill, final long nowNs) {
        final long value = engine.volume(index) - engineVolume;
        final long midNow = watch.mid(index);
        volume += value;
        if (fill.crossed() == Flag.YES) {
            takerFills++;
        } else {
            makerFills++;
            makerVolume += value;
            if (midNow > 0 && fill.snapshot() == Flag.NO) {
                fills.onFill(fill.side(), nowNs, fill.px(), midNow);
            }
            tradedQuotes += tradedOrders.add(fill.cloidLow(), fill.oid()) ? 1 : 0;
        }
        curve.onFill(nowNs, fill.side() == Side.BID ? fill.sz() : -fill.sz(), fill.px());
    }

    /** Whether anything was decided or traded. */
    boolean isActive() {
        return decided || makerFills + takerFills > 0;
    }

    void onQuote() {
        quotes++;
    }

    void onCommand() {
        commands++;
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
        mid = watch.mid(index);
        position = engine.position(index);
        engineVolume = engine.volume(index);
        bestBid = engine.bestPx(index, Side.BID);
        bestAsk = engine.bestPx(index, Side.ASK);
        ourBid = px(engine.resting(index, Side.BID));
        ourAsk = px(engine.resting(index, Side.ASK));
        if (mid > 0) {
            profit = watch.split(index).total(mid);
            drawdown.at(nowNs, profit);
            curve.at(nowNs, profit, position, mid);
        }
    }

    /** Profit at the newest mid, USD, decimal8; 0 before the first. */
    long profit() {
        return profit;
    }

    long mid() {
        return mid;
    }

    long position() {
        return position;
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
                commands,
                volume,
                makerVolume,
                ProfitParts.of(watch.split(index), mid));
    }

    private static long px(final Order order) {
        return order == null ? MarketBook.NONE : order.px();
    }
}
