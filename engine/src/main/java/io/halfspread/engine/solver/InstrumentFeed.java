package io.halfspread.engine.solver;

import io.halfspread.codec.event.AssetContextDecoder;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.InstrumentDefinitionDecoder;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.StrategySettingsDecoder;
import io.halfspread.codec.event.TradeDecoder;
import io.halfspread.engine.book.MarketBook;
import io.halfspread.engine.calibration.MarketCalibration;
import io.halfspread.engine.calibration.MarketTerms;
import io.halfspread.engine.calibration.ModelShape;
import io.halfspread.engine.hjb.RewardWatch;
import io.halfspread.engine.quote.HeuristicLaw;
import io.halfspread.engine.quote.ParamsInForce;
import io.halfspread.engine.quote.PriceGrid;

/**
 * One instrument as the solver sees it: the same book and the same signal as the engine's, from the same events, and what the
 * calibration needs of them. For one thread.
 */
final class InstrumentFeed {
    /** Most inventory rows on one side of zero. */
    static final int MOST_LOTS = 30;

    private static final double SCALE = 1e8;
    private static final double RATIO_SCALE = 1e12;
    private static final double BPS = 1e4;
    private static final long NONE = Long.MIN_VALUE;

    final int index;
    final MarketCalibration calibration;
    private final ParamsInForce params;
    private final MarketBook book = new MarketBook();
    private final RestingQuotes resting = new RestingQuotes();
    private PriceGrid grid;
    private long lotStep;
    private boolean ownOrdersInBook;
    private QuoteSource source = QuoteSource.HEURISTIC;
    private double blendWeight;
    private double halfSpreadBps;
    private int depth;
    private boolean takers;
    private double takerMaxRate;
    private boolean sizesInUsd;
    private long orderSize;
    private long maxPosition;
    private double makerFeeBps;
    private double takerFeeBps;
    private long position;
    private double signal;
    private long lastStepVenueNs = NONE;

    InstrumentFeed(final int index, final ModelShape shape, final ParamsInForce params) {
        this.index = index;
        this.params = params;
        calibration = new MarketCalibration(shape);
    }

    void define(final InstrumentDefinitionDecoder definition, final boolean ownOrders) {
        ownOrdersInBook = ownOrders;
        if (definition.szDecimals() <= 8) {
            grid = new PriceGrid(definition.kind(), definition.szDecimals());
            lotStep = (long) SCALE;
            for (int i = 0; i < definition.szDecimals(); i++) {
                lotStep /= 10;
            }
        }
    }

    void settings(final StrategySettingsDecoder settings) {
        source = settings.quoteSource();
        blendWeight = settings.blendWeight();
        halfSpreadBps = settings.halfSpreadBps();
        depth = settings.imbalanceDepth();
        takers = settings.takerEnabled() == Flag.YES;
        takerMaxRate = settings.takerMaxRate();
        sizesInUsd = settings.sizesInUsd() == Flag.YES;
        orderSize = settings.orderSize();
        maxPosition = settings.maxPosition();
        makerFeeBps = settings.makerFeeRate() / RATIO_SCALE * BPS;
        takerFeeBps = settings.takerFeeRate() / RATIO_SCALE * BPS;
        setTerms();
    }

    MarketBook book() {
        return book;
    }

    /** The book took an event. */
    void onBook(final long nowNs, final long venueNs, final boolean changed) {
        calibration.advance(nowNs);
        if (!changed || !book.isTwoSided()) {
            return;
        }
        if (ownOrdersInBook) {
            book.ownOrders(price(true), resting.size(true), price(false), resting.size(false));
            if (!book.isTwoSided()) {
                return;
            }
        }
        final double mid = book.mid();
        if (venueNs > lastStepVenueNs && params.version() != 0) {
            lastStepVenueNs = venueNs;
            signal = HeuristicLaw.stepDrift(signal, book.imbalance(depth), book.spreadBps(), params);
        }
        if (sizesInUsd && grid != null) {
            orderSize = floorToLot((long) (orderSize / mid));
            maxPosition = floorToLot((long) (maxPosition / mid));
            sizesInUsd = false;
        }
        if (!book.isCrossed()) {
            final boolean first = calibration.mid() == 0;
            calibration.book(nowNs, venueNs, mid, book.spreadBps(), signal);
            if (first) {
                setTerms();
            }
            calibration.quotes(priceUsd(true), priceUsd(false));
        }
    }

    void onTrade(final TradeDecoder trade) {
        if (trade.replayed() == Flag.NO) {
            calibration.trade(trade.ingestNs(), trade.venueNs(), trade.aggressor() == Side.BID, trade.px() / SCALE);
        }
    }

    void onContext(final AssetContextDecoder context) {
        if (context.funding() != AssetContextDecoder.fundingNullValue()) {
            calibration.funding(context.funding() / RATIO_SCALE);
        }
    }

    void onOrder(final OrderUpdateDecoder update) {
        resting.onUpdate(update);
        calibration.quotes(priceUsd(true), priceUsd(false));
    }

    void onFill(final FillDecoder fill, final RewardWatch rewards) {
        if (fill.snapshot() == Flag.YES) {
            return;
        }
        final boolean bought = fill.side() == Side.BID;
        final long before =
                fill.startPosition() == FillDecoder.startPositionNullValue() ? position : fill.startPosition();
        position = before + (bought ? fill.sz() : -fill.sz());
        resting.onFill(fill.cloidLow(), fill.sz());
        if (orderSize > 0) {
            final double value = fill.px() / SCALE * (fill.sz() / SCALE);
            final boolean maker = fill.crossed() == Flag.NO;
            final double lots = (double) fill.sz() / lotSize();
            final double fee = fill.fee() == FillDecoder.feeNullValue() ? Double.NaN : fill.fee() / SCALE;
            final double configuredBps = maker ? makerFeeBps : takerFeeBps;
            rewards.onFill(bought, fill.px() / SCALE, lots, Double.isNaN(fee) ? configuredBps : fee / value * BPS);
            calibration.ownFill(fill.ingestNs(), bought, maker, lots, value, fee);
        }
    }

    /** The account was told to hold this much. */
    void position(final long size) {
        position = size;
    }

    /** Whether a model can be made: a book was seen, and there is something to trade. */
    boolean isReady() {
        return calibration.isReady() && params.version() != 0;
    }

    /** Brings what depends on price and settings up to date. */
    void setTerms() {
        final double mid = calibration.mid();
        if (mid > 0 && grid != null && orderSize > 0 && maxPosition > 0 && !sizesInUsd) {
            calibration.terms(new MarketTerms(
                    maxLots(),
                    grid.tickAt((long) (mid * SCALE)) / SCALE / mid * BPS,
                    makerFeeBps,
                    takerFeeBps,
                    takers ? takerMaxRate : 0));
        }
    }

    QuoteSource source() {
        return source;
    }

    double blendWeight() {
        return blendWeight;
    }

    double halfSpreadBps() {
        return halfSpreadBps;
    }

    /** Inventory of one row of the table, decimal8: an order's size, more where the limit is above 30 of them. */
    long lotSize() {
        return Math.max(orderSize, maxPosition / MOST_LOTS);
    }

    double lotUsd() {
        return lotSize() / SCALE * calibration.mid();
    }

    double lots() {
        return (double) position / lotSize();
    }

    private int maxLots() {
        return (int) Math.max(1, Math.min(MOST_LOTS, maxPosition / lotSize()));
    }

    private long price(final boolean bid) {
        return resting.price(bid);
    }

    private double priceUsd(final boolean bid) {
        final long px = resting.price(bid);
        return px == NONE ? Double.NaN : px / SCALE;
    }

    private long floorToLot(final long size) {
        return size - size % lotStep;
    }
}
