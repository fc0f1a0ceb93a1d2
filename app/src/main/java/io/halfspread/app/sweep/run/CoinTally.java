package io.halfspread.app.sweep.run;

import io.halfspread.app.pnl.PnlSplit;
import io.halfspread.app.pnl.PnlWatch;
import io.halfspread.codec.event.Side;
import io.halfspread.engine.book.MarketBook;
import io.halfspread.engine.handler.QuotingHandler;
import io.halfspread.engine.order.Order;

/** One coin of a replay: the engine's sums, looked at after every event of the coin, and how long each state was held. */
final class CoinTally {
    private static final double SCALE = 1e8;

    private final QuotingHandler engine;
    private final PnlWatch watch;
    private final int index;
    private final long[] blockProfit;
    private long heldNs;

    private long mid;
    private long position;
    private long profit;
    private long fills;
    private boolean market;
    private boolean bids;
    private boolean asks;
    private boolean bidTouches;
    private boolean askTouches;

    private long ns;
    private long marketNs;
    private long bidNs;
    private long askNs;
    private long bidTouchNs;
    private long askTouchNs;
    private double absNs;
    private double absUsdNs;
    private long makerFills;
    private long takerFills;
    private long quotes;
    private long commands;
    private long peak;
    private long drawdown;
    private long profitBefore;
    private long markouts;
    private double markoutBps;

    CoinTally(final QuotingHandler engine, final PnlWatch watch, final int index, final int blocks, final long nowNs) {
        this.engine = engine;
        this.watch = watch;
        this.index = index;
        this.blockProfit = new long[blocks];
        this.heldNs = nowNs;
    }

    /** Time passes: what was, was until now. */
    void holdUntil(final long nowNs) {
        final long passed = nowNs - heldNs;
        if (passed <= 0) {
            return;
        }
        heldNs = nowNs;
        ns += passed;
        if (position != 0) {
            final double size = Math.abs(position) / SCALE;
            absNs += size * passed;
            absUsdNs += size * (mid / SCALE) * passed;
        }
        if (market) {
            marketNs += passed;
            bidNs += bids ? passed : 0;
            askNs += asks ? passed : 0;
            bidTouchNs += bidTouches ? passed : 0;
            askTouchNs += askTouches ? passed : 0;
        }
    }

    /** Whether the engine has counted a fill since the last look. */
    boolean isFilled() {
        return engine.fills(index) > fills;
    }

    void onFill(final boolean crossed) {
        if (crossed) {
            takerFills++;
        } else {
            makerFills++;
        }
    }

    void onQuote() {
        quotes++;
    }

    void onCommand() {
        commands++;
    }

    void onMarkout(final double bps) {
        markouts++;
        markoutBps += bps;
    }

    /** Looks at the engine after an event. */
    void look() {
        mid = watch.mid(index);
        position = engine.position(index);
        fills = engine.fills(index);
        final long bestBid = engine.bestPx(index, Side.BID);
        final long bestAsk = engine.bestPx(index, Side.ASK);
        final Order bid = engine.resting(index, Side.BID);
        final Order ask = engine.resting(index, Side.ASK);
        market = bestBid != MarketBook.NONE && bestAsk != MarketBook.NONE;
        bids = bid != null;
        asks = ask != null;
        bidTouches = bids && bid.px() >= bestBid;
        askTouches = asks && ask.px() <= bestAsk;
        if (mid > 0) {
            profit = watch.split(index).total(mid);
            peak = Math.max(peak, profit);
            drawdown = Math.max(drawdown, peak - profit);
        }
    }

    /** Profit at the newest mid, 0 before the first. */
    long profit() {
        return profit;
    }

    /** A block of time has passed. */
    void closeBlock(final int block) {
        blockProfit[block] += profit - profitBefore;
        profitBefore = profit;
    }

    CoinOutcome outcome() {
        final PnlSplit split = watch.split(index);
        final double time = Math.max(1, ns);
        return new CoinOutcome(
                engine.coin(index),
                new CoinOutcome.Profit(split.spread(), split.inventory(mid), split.fees(), split.funding()),
                new CoinOutcome.Traffic(makerFills, takerFills, engine.volume(index), quotes, commands),
                new CoinOutcome.Risk(drawdown, absNs / time, absUsdNs / time, position, mid),
                new CoinOutcome.Market(marketNs, bidNs, askNs, bidTouchNs, askTouchNs),
                new CoinOutcome.Markout(markouts, markoutBps),
                blockProfit);
    }
}
