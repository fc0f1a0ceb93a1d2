package io.halfspread.app.view;

import io.halfspread.codec.event.AssetContextDecoder;
import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.TradeDecoder;

/** What the venue shows of one instrument: touch, last trade, mark, oracle, and when each stream was heard. For one thread. */
public final class MarketFigures {
    /** Streams whose age counts, in the order of {@link #heardNs(int)}. */
    public static final String[] STREAMS = {"bbo", "fast book", "book", "trades", "context"};

    static final int BBO = 0;
    static final int FAST = 1;
    static final int DEEP = 2;
    static final int TRADES = 3;
    static final int CONTEXT = 4;
    private static final long NONE = Long.MIN_VALUE;
    private static final double SCALE = 1e8;
    private static final double RATIO = 1e12;

    private final long[] heardNs = new long[STREAMS.length];
    private final double[] touch = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    private long touchNs = NONE;
    private double tradePx = Double.NaN;
    private double markPx = Double.NaN;
    private double oraclePx = Double.NaN;
    private double funding = Double.NaN;

    MarketFigures() {}

    void onBestBidOffer(final BestBidOfferDecoder bbo) {
        heardNs[BBO] = bbo.ingestNs();
        if (bbo.venueNs() >= touchNs) {
            touchNs = bbo.venueNs();
            touch(price(bbo.bidPx()), price(bbo.bidSz()), price(bbo.askPx()), price(bbo.askSz()));
        }
    }

    void onBook(final BookSnapshotDecoder book) {
        heardNs[book.fast() == Flag.YES ? FAST : DEEP] = book.ingestNs();
        if (book.venueNs() < touchNs) {
            return;
        }
        touchNs = book.venueNs();
        double bidPx = Double.NaN;
        double bidSz = Double.NaN;
        final BookSnapshotDecoder.BidsDecoder bids = book.bids();
        while (bids.hasNext()) {
            bids.next();
            if (Double.isNaN(bidPx)) {
                bidPx = price(bids.px());
                bidSz = price(bids.sz());
            }
        }
        final BookSnapshotDecoder.AsksDecoder asks = book.asks();
        if (asks.hasNext()) {
            asks.next();
            touch(bidPx, bidSz, price(asks.px()), price(asks.sz()));
        } else {
            touch(bidPx, bidSz, Double.NaN, Double.NaN);
        }
    }

    void onTrade(final TradeDecoder trade) {
        heardNs[TRADES] = trade.ingestNs();
        tradePx = price(trade.px());
    }

    void onContext(final AssetContextDecoder context) {
        heardNs[CONTEXT] = context.ingestNs();
        markPx = price(context.markPx());
        oraclePx = price(context.oraclePx());
        funding = context.funding() == NONE ? Double.NaN : context.funding() / RATIO;
    }

    private void touch(final double bidPx, final double bidSz, final double askPx, final double askSz) {
        touch[0] = bidPx;
        touch[1] = bidSz;
        touch[2] = askPx;
        touch[3] = askSz;
    }

    private static double price(final long decimal8) {
        return decimal8 == NONE ? Double.NaN : decimal8 / SCALE;
    }

    /**
     * When a stream was heard last.
     *
     * @param stream index in {@link #STREAMS}
     * @return event time, ns; 0 when never
     */
    public long heardNs(final int stream) {
        return heardNs[stream];
    }

    /**
     * Best bid of the market, our own orders included.
     *
     * @return USD, NaN when there is none
     */
    public double bidPx() {
        return touch[0];
    }

    /**
     * Size at the best bid.
     *
     * @return base units, NaN when there is none
     */
    public double bidSz() {
        return touch[1];
    }

    /**
     * Best ask of the market, our own orders included.
     *
     * @return USD, NaN when there is none
     */
    public double askPx() {
        return touch[2];
    }

    /**
     * Size at the best ask.
     *
     * @return base units, NaN when there is none
     */
    public double askSz() {
        return touch[3];
    }

    /**
     * Price of the last trade.
     *
     * @return USD, NaN before the first
     */
    public double tradePx() {
        return tradePx;
    }

    /**
     * Mark price.
     *
     * @return USD, NaN when not known
     */
    public double markPx() {
        return markPx;
    }

    /**
     * Oracle price.
     *
     * @return USD, NaN when not known
     */
    public double oraclePx() {
        return oraclePx;
    }

    /**
     * Hourly funding rate as estimated.
     *
     * @return ratio, NaN when not known
     */
    public double funding() {
        return funding;
    }
}
