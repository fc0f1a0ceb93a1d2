package io.halfspread.engine.handler;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.TradingMode;
import io.halfspread.engine.book.MarketBook;
import io.halfspread.engine.order.Order;
import io.halfspread.engine.order.SideQuote;
import io.halfspread.engine.policy.PolicyInForce;
import io.halfspread.engine.position.Position;
import io.halfspread.engine.quote.ControlVector;
import io.halfspread.engine.quote.PriceGrid;
import io.halfspread.engine.risk.StreamAges;

/** All state of one instrument. A plain record of fields that the handler's parts read and write. Engine thread only. */
@HotPath
final class InstrumentState {
    /** Instrument index that means none or all. */
    static final int ALL = 65535;

    static final long NONE = Long.MIN_VALUE;
    private static final int REASONS = 64;

    final int index;
    final MarketBook book = new MarketBook();
    final ControlVector control = new ControlVector();
    final Position position = new Position();
    final SideQuote bid = new SideQuote(Side.BID);
    final SideQuote ask = new SideQuote(Side.ASK);
    final long[] reasonCounts = new long[REASONS];
    final long[] alertedNs = {NONE, NONE, NONE, NONE, NONE};
    final StreamAges streams = new StreamAges();

    String coin = "";
    PriceGrid grid;
    long lot;

    QuoteSource quoteSource = QuoteSource.HEURISTIC;
    QuoteSource sourceUsed = QuoteSource.HEURISTIC;
    QuoteReason quotedReason = QuoteReason.QUOTED;
    double blendWeight;
    final PolicyInForce policy = new PolicyInForce();
    final TakerVote takerVote = new TakerVote();
    boolean takerFromPolicy;
    boolean takerEnabled;
    int imbalanceDepth;
    double halfSpreadBps;
    double maxBpsDiff;
    double takerMaxRate;
    double takerSlippageBps;
    boolean sizesInUsd;
    long orderSize;
    long maxPosition;
    long minNotional;
    long makerFeeRate;
    long takerFeeRate;

    long maxNotional = NONE;
    double priceCollarBps;
    long staleAfterNs = Long.MAX_VALUE;
    long ackTimeoutNs = Long.MAX_VALUE;
    TradingMode mode = TradingMode.RUN;

    double mid;
    double spreadBps;
    double signedImbalance;
    double muHat;
    double oraclePx;
    long lastBookNs = NONE;
    long lastStepVenueNs = NONE;
    long lastFundingNs = NONE;
    long adjustedNs = NONE;
    long adjustedPx;
    long mismatch;
    long decisions;
    boolean stale;
    boolean crossed;
    boolean overLimit;
    boolean overNotional;
    int bidAlert;
    int askAlert;
    double bidBreach;
    double askBreach;
    private boolean openValued = true;
    private double openPnlUsd;

    Order takerOrder;
    Side takerDue;
    double takerAccrued;
    long takerAccruedToNs = NONE;

    InstrumentState(final int index) {
        this.index = index;
    }

    SideQuote quote(final Side side) {
        return side == Side.BID ? bid : ask;
    }

    double positionUnits() {
        return position.size() / SCALE;
    }

    /** Whether funding of that time is new: payments of an instrument come in order and may be repeated. */
    boolean isNewFunding(final long venueNs) {
        final boolean isNew = venueNs > lastFundingNs;
        lastFundingNs = Math.max(lastFundingNs, venueNs);
        return isNew;
    }

    /** How far beyond a limit a side's wish was, in the unit of the limit. */
    void breach(final Side side, final double observed) {
        if (side == Side.BID) {
            bidBreach = observed;
        } else {
            askBreach = observed;
        }
    }

    /** The position was taken over from the account: for limits on losses it counts from the first mid price on. */
    void onPositionOpened() {
        openValued = false;
        openPnlUsd = 0;
    }

    /** Profit that limits on losses look at: since the session began, nothing before there is a mid price. */
    double riskPnlUsd() {
        if (mid == 0) {
            return 0;
        }
        if (!openValued) {
            openValued = true;
            openPnlUsd = pnlUsd();
        }
        return pnlUsd() - openPnlUsd;
    }

    double pnlUsd() {
        return position.grossPnlUsd(mid) - position.fees() / SCALE;
    }

    long floorToLot(final long size) {
        return size - size % lot;
    }

    double imbalance() {
        return (signedImbalance + 1) / 2;
    }

    /** Whether something waits that the mere passing of time can let go: a rate, a budget, a taker, a held-back cancel. */
    boolean waitsForTime() {
        return takerDue != null
                || control.takerBuyRate() != 0
                || control.takerSellRate() != 0
                || waitsForTime(bid)
                || waitsForTime(ask);
    }

    private static boolean waitsForTime(final SideQuote quote) {
        return quote.reason() == QuoteReason.BUDGET_WAIT
                || quote.reason() == QuoteReason.ORDER_RATE
                || quote.reason() == QuoteReason.ORDER_AGE
                || !quote.isWanted() && quote.hasLiveOrder();
    }

    void countReasons() {
        decisions++;
        reasonCounts[bid.reason().value()]++;
        reasonCounts[ask.reason().value()]++;
    }

    private static final double SCALE = 1e8;
}
