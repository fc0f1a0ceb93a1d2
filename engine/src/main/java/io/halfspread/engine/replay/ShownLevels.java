package io.halfspread.engine.replay;

import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.Side;

/**
 * What one book event says of prices: a bbo of its best price and all better ones, an l2Book of all down to its worst level,
 * and of every price when it has fewer levels than its stream can have. Sizes are decimal8.
 */
final class ShownLevels {
    private static final int PLAIN_DEPTH = 20;
    private static final int FAST_DEPTH = 5;

    private final long[] bidPx = new long[PLAIN_DEPTH];
    private final long[] bidSz = new long[PLAIN_DEPTH];
    private final long[] askPx = new long[PLAIN_DEPTH];
    private final long[] askSz = new long[PLAIN_DEPTH];
    private int bids;
    private int asks;
    private int fullDepth;
    private long venueNs;

    void read(final BestBidOfferDecoder event) {
        venueNs = event.venueNs();
        fullDepth = 1;
        bids = 0;
        asks = 0;
        if (event.bidPx() != BestBidOfferDecoder.bidPxNullValue()) {
            addBid(event.bidPx(), event.bidSz());
        }
        if (event.askPx() != BestBidOfferDecoder.askPxNullValue()) {
            addAsk(event.askPx(), event.askSz());
        }
    }

    void read(final BookSnapshotDecoder event) {
        venueNs = event.venueNs();
        fullDepth = event.fast() == Flag.YES ? FAST_DEPTH : PLAIN_DEPTH;
        bids = 0;
        asks = 0;
        final BookSnapshotDecoder.BidsDecoder bidGroup = event.bids();
        while (bidGroup.hasNext()) {
            bidGroup.next();
            addBid(bidGroup.px(), bidGroup.sz());
        }
        final BookSnapshotDecoder.AsksDecoder askGroup = event.asks();
        while (askGroup.hasNext()) {
            askGroup.next();
            addAsk(askGroup.px(), askGroup.sz());
        }
    }

    long venueNs() {
        return venueNs;
    }

    /** Size at a price of a side, 0 when it is seen to be empty, {@link QueuePlace#NOT_SHOWN} when it is out of sight. */
    long size(final Side side, final long px) {
        final long[] prices = side == Side.BID ? bidPx : askPx;
        final int depth = side == Side.BID ? bids : asks;
        for (int i = 0; i < depth; i++) {
            if (prices[i] == px) {
                return (side == Side.BID ? bidSz : askSz)[i];
            }
            if (side == Side.BID ? prices[i] < px : prices[i] > px) {
                return 0;
            }
        }
        return depth < fullDepth ? 0 : QueuePlace.NOT_SHOWN;
    }

    /** Size on the other side at or through the price of an order of a side. */
    long reaching(final Side side, final long px) {
        final long[] prices = side == Side.BID ? askPx : bidPx;
        final long[] sizes = side == Side.BID ? askSz : bidSz;
        final int depth = side == Side.BID ? asks : bids;
        long sum = 0;
        for (int i = 0; i < depth && (side == Side.BID ? prices[i] <= px : prices[i] >= px); i++) {
            sum += sizes[i];
        }
        return sum;
    }

    private void addBid(final long px, final long sz) {
        if (sz > 0 && bids < PLAIN_DEPTH) {
            bidPx[bids] = px;
            bidSz[bids++] = sz;
        }
    }

    private void addAsk(final long px, final long sz) {
        if (sz > 0 && asks < PLAIN_DEPTH) {
            askPx[asks] = px;
            askSz[asks++] = sz;
        }
    }
}
