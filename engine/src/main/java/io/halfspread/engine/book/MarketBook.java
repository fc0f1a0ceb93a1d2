package io.halfspread.engine.book;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.Flag;

/**
 * The market as one book. An l2Book replaces the levels it covers; a bbo becomes the touch and removes the levels it
 * crosses. Events count in venue-time order, at equal venue time in ring order; one that arrives late is put in its place
 * by merging the newest event of each stream again. Our own resting size is taken out of what is read from it when the
 * venue's book shows it. Prices and sizes are decimal8. Engine thread only.
 */
@HotPath
public final class MarketBook {
    /** Returned for a price when the side is empty. */
    public static final long NONE = Long.MIN_VALUE;

    private static final int FAST_DEPTH = 5;
    private static final double SCALE = 1e8;
    private static final double BPS = 1e4;

    private final BookSide bids = new BookSide(-1);
    private final BookSide asks = new BookSide(1);
    private final BookStream plain = new BookStream(BookSide.MAX_LEVELS + 1);
    private final BookStream fast = new BookStream(FAST_DEPTH);
    private final BookStream touch = new BookStream(Integer.MAX_VALUE);
    private final BookStream[] mergeOrder = {plain, fast, touch};
    private long newestVenueNs = Long.MIN_VALUE;
    private long arrivals;
    private long lateEvents;
    private long ownBidPx = NONE;
    private long ownBidSz;
    private long ownAskPx = NONE;
    private long ownAskSz;
    private int bidLevel;
    private int askLevel;

    /**
     * Applies an l2Book.
     *
     * @param event decoder at the start of the message; its groups are read to the end
     * @return true when the book may have changed, false when the event was older than one of its stream
     */
    public boolean onSnapshot(final BookSnapshotDecoder event) {
        final BookStream stream = event.fast() == Flag.YES ? fast : plain;
        final long venueNs = event.venueNs();
        if (venueNs < stream.venueNs()) {
            lateEvents++;
            return false;
        }
        stream.begin(venueNs, arrivals++);
        final BookSnapshotDecoder.BidsDecoder bidGroup = event.bids();
        while (bidGroup.hasNext()) {
            bidGroup.next();
            stream.bids.add(bidGroup.px(), bidGroup.sz());
        }
        final BookSnapshotDecoder.AsksDecoder askGroup = event.asks();
        while (askGroup.hasNext()) {
            askGroup.next();
            stream.asks.add(askGroup.px(), askGroup.sz());
        }
        merge(stream);
        return true;
    }

    /**
     * Applies a bbo.
     *
     * @param event decoder at the start of the message
     * @return true when the book may have changed, false when the event was older than one of its stream
     */
    public boolean onBestBidOffer(final BestBidOfferDecoder event) {
        final long venueNs = event.venueNs();
        if (venueNs < touch.venueNs()) {
            lateEvents++;
            return false;
        }
        touch.begin(venueNs, arrivals++);
        if (event.bidPx() != BestBidOfferDecoder.bidPxNullValue()) {
            touch.bids.add(event.bidPx(), event.bidSz());
        }
        if (event.askPx() != BestBidOfferDecoder.askPxNullValue()) {
            touch.asks.add(event.askPx(), event.askSz());
        }
        merge(touch);
        return true;
    }

    /**
     * Our resting orders as the venue's book shows them; they are taken out of touch and imbalance.
     *
     * @param bidPx our bid, {@link #NONE} for none
     * @param bidSz its remaining size
     * @param askPx our ask, {@link #NONE} for none
     * @param askSz its remaining size
     */
    public void ownOrders(final long bidPx, final long bidSz, final long askPx, final long askSz) {
        ownBidPx = bidPx;
        ownBidSz = bidSz;
        ownAskPx = askPx;
        ownAskSz = askSz;
        findTouch();
    }

    /**
     * Best bid of others.
     *
     * @return decimal8, or {@link #NONE}
     */
    public long bestBid() {
        return bidLevel < bids.depth() ? bids.px(bidLevel) : NONE;
    }

    /**
     * Best ask of others.
     *
     * @return decimal8, or {@link #NONE}
     */
    public long bestAsk() {
        return askLevel < asks.depth() ? asks.px(askLevel) : NONE;
    }

    /**
     * Size of others at the best bid.
     *
     * @return decimal8, 0 when the side is empty
     */
    public long bestBidSz() {
        return bidLevel < bids.depth() ? netSz(bids, bidLevel, ownBidPx, ownBidSz) : 0;
    }

    /**
     * Size of others at the best ask.
     *
     * @return decimal8, 0 when the side is empty
     */
    public long bestAskSz() {
        return askLevel < asks.depth() ? netSz(asks, askLevel, ownAskPx, ownAskSz) : 0;
    }

    /**
     * Whether both sides have a level.
     *
     * @return true when mid and spread are defined
     */
    public boolean isTwoSided() {
        return bidLevel < bids.depth() && askLevel < asks.depth();
    }

    /**
     * Whether the best bid is not below the best ask.
     *
     * @return true when crossed or locked
     */
    public boolean isCrossed() {
        return isTwoSided() && bids.px(bidLevel) >= asks.px(askLevel);
    }

    /**
     * S, the mean of best bid and best ask. Defined when two-sided.
     *
     * @return USD
     */
    public double mid() {
        return (bids.px(bidLevel) / SCALE + asks.px(askLevel) / SCALE) / 2;
    }

    /**
     * Delta, the market spread. Defined when two-sided.
     *
     * @return bps of mid
     */
    public double spreadBps() {
        return (asks.px(askLevel) / SCALE - bids.px(bidLevel) / SCALE) / mid() * BPS;
    }

    /**
     * imb, (B - A)/(B + A) over the first levels of both sides: as many as the shorter side has, at most a depth.
     *
     * @param maxDepth most levels a side
     * @return -1 to 1, 0 when there is no size
     */
    public double imbalance(final int maxDepth) {
        final int levels = Math.min(maxDepth, Math.min(bids.depth() - bidLevel, asks.depth() - askLevel));
        double bidSize = 0;
        double askSize = 0;
        for (int i = 0; i < levels; i++) {
            bidSize += netSz(bids, bidLevel + i, ownBidPx, ownBidSz);
            askSize += netSz(asks, askLevel + i, ownAskPx, ownAskSz);
        }
        final double total = bidSize + askSize;
        return total > 0 ? (bidSize - askSize) / total : 0;
    }

    /**
     * Levels known of the bid side, our own orders included.
     *
     * @return count, 0 when nothing is known
     */
    public int bidDepth() {
        return bids.depth();
    }

    /**
     * Levels known of the ask side, our own orders included.
     *
     * @return count, 0 when nothing is known
     */
    public int askDepth() {
        return asks.depth();
    }

    /**
     * Price of a bid level.
     *
     * @param level from 0, the best, to {@link #bidDepth()} - 1
     * @return decimal8
     */
    public long bidPx(final int level) {
        return bids.px(level);
    }

    /**
     * Price of an ask level.
     *
     * @param level from 0, the best, to {@link #askDepth()} - 1
     * @return decimal8
     */
    public long askPx(final int level) {
        return asks.px(level);
    }

    /**
     * Size of a bid level.
     *
     * @param level from 0, the best, to {@link #bidDepth()} - 1
     * @return decimal8
     */
    public long bidSz(final int level) {
        return bids.sz(level);
    }

    /**
     * Size of an ask level.
     *
     * @param level from 0, the best, to {@link #askDepth()} - 1
     * @return decimal8
     */
    public long askSz(final int level) {
        return asks.sz(level);
    }

    /**
     * Venue time of the newest event in the book.
     *
     * @return ns since the epoch, Long.MIN_VALUE before the first
     */
    public long newestVenueNs() {
        return newestVenueNs;
    }

    /**
     * Events left out because their stream had a newer one already.
     *
     * @return count
     */
    public long lateEvents() {
        return lateEvents;
    }

    private void merge(final BookStream arrived) {
        if (arrived.venueNs() >= newestVenueNs) {
            newestVenueNs = arrived.venueNs();
            apply(arrived);
        } else {
            lateEvents++;
            mergeAll();
        }
        findTouch();
    }

    private void mergeAll() {
        sortMergeOrder();
        bids.clear();
        asks.clear();
        for (int i = 0; i < mergeOrder.length; i++) {
            if (!mergeOrder[i].isEmpty()) {
                apply(mergeOrder[i]);
            }
        }
    }

    private void sortMergeOrder() {
        for (int i = 1; i < mergeOrder.length; i++) {
            final BookStream stream = mergeOrder[i];
            int j = i;
            while (j > 0 && stream.isBefore(mergeOrder[j - 1])) {
                mergeOrder[j] = mergeOrder[j - 1];
                j--;
            }
            mergeOrder[j] = stream;
        }
    }

    private void apply(final BookStream stream) {
        if (stream == touch) {
            applyTouch();
        } else {
            bids.replace(stream.bids, stream.complete(stream.bids));
            asks.replace(stream.asks, stream.complete(stream.asks));
        }
    }

    private void applyTouch() {
        if (touch.asks.depth() == 0) {
            asks.clear();
        } else {
            bids.dropCrossedBy(touch.asks.px(0));
        }
        if (touch.bids.depth() == 0) {
            bids.clear();
        } else {
            asks.dropCrossedBy(touch.bids.px(0));
            bids.best(touch.bids.px(0), touch.bids.sz(0));
        }
        if (touch.asks.depth() > 0) {
            asks.best(touch.asks.px(0), touch.asks.sz(0));
        }
    }

    private void findTouch() {
        bidLevel = firstOfOthers(bids, ownBidPx, ownBidSz);
        askLevel = firstOfOthers(asks, ownAskPx, ownAskSz);
    }

    private static int firstOfOthers(final BookSide side, final long ownPx, final long ownSz) {
        return side.depth() > 0 && netSz(side, 0, ownPx, ownSz) == 0 ? 1 : 0;
    }

    private static long netSz(final BookSide side, final int level, final long ownPx, final long ownSz) {
        return side.px(level) == ownPx ? Math.max(0, side.sz(level) - ownSz) : side.sz(level);
    }
}
