package io.halfspread.gateway.ingress;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.event.AssetContextEncoder;
import io.halfspread.codec.event.BestBidOfferEncoder;
import io.halfspread.codec.event.BookSnapshotEncoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.MidPriceEncoder;
import io.halfspread.codec.event.TradeEncoder;
import io.halfspread.codec.hyperliquid.BookSide;
import io.halfspread.codec.hyperliquid.BoundedText;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.codec.hyperliquid.FrameList;
import io.halfspread.codec.hyperliquid.VenueContext;
import io.halfspread.codec.hyperliquid.VenueFill;
import io.halfspread.codec.hyperliquid.VenueFunding;
import io.halfspread.codec.hyperliquid.VenueListener;
import io.halfspread.codec.hyperliquid.VenueOrderUpdate;
import io.halfspread.codec.hyperliquid.VenueResponse;
import io.halfspread.codec.hyperliquid.VenueTrade;
import io.halfspread.engine.ring.EventPublisher;
import org.agrona.MutableDirectBuffer;

/**
 * Writes decoded venue events into the ring as SBE messages. When the ring is full, market data never wait: of books,
 * best bids and offers, mids and contexts the newest of each instrument is kept and published before anything else once
 * there is room, trades are left out; both are counted. Account events (order updates, fills, funding, responses) are never
 * dropped: the method returns false, and the caller must deliver the same frame again before it reads on. For the one
 * thread that writes the ring.
 */
@HotPath
public final class MarketEventWriter implements VenueListener {
    private static final int KINDS = 4;
    private static final int BOOK = 0;
    private static final int BBO = 1;
    private static final int MID = 2;
    private static final int CONTEXT = 3;
    private static final int IN_RING = -1;
    private static final int INPUT_TEMPLATES = 64;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final BookSnapshotEncoder book = new BookSnapshotEncoder();
    private final BestBidOfferEncoder bbo = new BestBidOfferEncoder();
    private final TradeEncoder trade = new TradeEncoder();
    private final MidPriceEncoder midPrice = new MidPriceEncoder();
    private final AssetContextEncoder assetContext = new AssetContextEncoder();
    private final TradeReplayDetector replays = new TradeReplayDetector();
    private final PendingEvents pending = new PendingEvents();
    private final long[] written = new long[INPUT_TEMPLATES];
    private final EventPublisher publisher;
    private final AccountEventWriter account;
    private MutableDirectBuffer slot;
    private int pendingKey;
    private long ingestNs;
    private long conflated;
    private long droppedTrades;
    private long replayedTrades;

    /**
     * Creates a writer.
     *
     * @param publisher write port of the ring
     */
    public MarketEventWriter(final EventPublisher publisher) {
        this.publisher = publisher;
        account = new AccountEventWriter(header);
    }

    /**
     * Sets the receive time of the events that follow.
     *
     * @param nowNs nanoseconds since the epoch
     */
    public void ingestNs(final long nowNs) {
        ingestNs = nowNs;
    }

    /** Says that the connection is new, so that the trades which come first are history. */
    @ColdPath("once per connection")
    public void onConnectionReset() {
        replays.onConnectionReset();
    }

    /**
     * Publishes market data that found the ring full before.
     *
     * @return true when none is left
     */
    public boolean flush() {
        return pending.isEmpty() || pending.flush(publisher);
    }

    /**
     * Market data messages that a newer one replaced before there was room for them.
     *
     * @return the count
     */
    public long conflated() {
        return conflated;
    }

    /**
     * Trades left out because the ring was full.
     *
     * @return the count
     */
    public long droppedTrades() {
        return droppedTrades;
    }

    /**
     * Trades written that the venue sent as history.
     *
     * @return the count
     */
    public long replayedTrades() {
        return replayedTrades;
    }

    /**
     * Messages published or kept to be published, of one kind.
     *
     * @param templateId SBE template id of an input, below 64
     * @return the count
     */
    public long written(final int templateId) {
        return written[templateId];
    }

    @Override
    public boolean onBook(
            final int instrument, final long venueNs, final boolean fast, final BookSide bids, final BookSide asks) {
        claimWhole(instrument, BOOK);
        book.wrapAndApplyHeader(slot, 0, header)
                .ingestNs(ingestNs)
                .venueNs(venueNs)
                .instrument(instrument)
                .fast(fast ? Flag.YES : Flag.NO);
        book.bidsCount(bids.size());
        book.limit(book.limit() + bids.copyEntries(slot, book.limit()));
        book.asksCount(asks.size());
        book.limit(book.limit() + asks.copyEntries(slot, book.limit()));
        return publishWhole(BookSnapshotEncoder.TEMPLATE_ID, book.limit());
    }

    @Override
    public boolean onBbo(final int instrument, final long venueNs, final BookSide bid, final BookSide ask) {
        final boolean hasBid = bid.size() > 0;
        final boolean hasAsk = ask.size() > 0;
        claimWhole(instrument, BBO);
        bbo.wrapAndApplyHeader(slot, 0, header)
                .ingestNs(ingestNs)
                .venueNs(venueNs)
                .instrument(instrument)
                .bidPx(hasBid ? bid.px(0) : Decimal8.NULL)
                .bidSz(hasBid ? bid.sz(0) : Decimal8.NULL)
                .bidOrders(hasBid ? bid.orders(0) : BestBidOfferEncoder.bidOrdersNullValue())
                .askPx(hasAsk ? ask.px(0) : Decimal8.NULL)
                .askSz(hasAsk ? ask.sz(0) : Decimal8.NULL)
                .askOrders(hasAsk ? ask.orders(0) : BestBidOfferEncoder.askOrdersNullValue());
        return publishWhole(BestBidOfferEncoder.TEMPLATE_ID, bbo.limit());
    }

    @Override
    public boolean onTrades(final FrameList<VenueTrade> trades) {
        final Flag replayed = replays.observe(trades) ? Flag.YES : Flag.NO;
        for (int i = 0; i < trades.size(); i++) {
            final VenueTrade source = trades.get(i);
            if (source.instrument() != CoinIndex.UNKNOWN) {
                writeTrade(source, replayed);
            }
        }
        return true;
    }

    /**
     * Writes one trade of a tape that holds no history.
     *
     * @param fresh the trade
     */
    public void onTrade(final VenueTrade fresh) {
        writeTrade(fresh, Flag.NO);
    }

    @Override
    public boolean onMid(final int instrument, final long px) {
        claimWhole(instrument, MID);
        midPrice.wrapAndApplyHeader(slot, 0, header)
                .ingestNs(ingestNs)
                .venueNs(MidPriceEncoder.venueNsNullValue())
                .instrument(instrument)
                .px(px);
        return publishWhole(MidPriceEncoder.TEMPLATE_ID, midPrice.limit());
    }

    @Override
    public boolean onAssetContext(final VenueContext context) {
        claimWhole(context.instrument(), CONTEXT);
        assetContext
                .wrapAndApplyHeader(slot, 0, header)
                .ingestNs(ingestNs)
                .venueNs(AssetContextEncoder.venueNsNullValue())
                .instrument(context.instrument())
                .markPx(context.markPx())
                .oraclePx(context.oraclePx())
                .midPx(context.midPx())
                .prevDayPx(context.prevDayPx())
                .impactBidPx(context.impactBidPx())
                .impactAskPx(context.impactAskPx())
                .funding(context.funding())
                .premium(context.premium())
                .openInterest(context.openInterest())
                .dayNotionalVolume(context.dayNotionalVolume())
                .dayBaseVolume(context.dayBaseVolume());
        return publishWhole(AssetContextEncoder.TEMPLATE_ID, assetContext.limit());
    }

    @Override
    public boolean onOrderUpdate(final VenueOrderUpdate update) {
        return claim() && publish(AccountEventWriter.ORDER_UPDATE, account.encode(slot, ingestNs, update));
    }

    @Override
    public boolean onFill(final VenueFill fill) {
        return claim() && publish(AccountEventWriter.FILL, account.encode(slot, ingestNs, fill));
    }

    @Override
    public boolean onFunding(final VenueFunding funding) {
        return claim() && publish(AccountEventWriter.FUNDING, account.encode(slot, ingestNs, funding));
    }

    @Override
    public boolean onResponse(final VenueResponse response) {
        return claim() && publish(AccountEventWriter.ACTION_RESPONSE, account.encode(slot, ingestNs, response));
    }

    /** Gives no event: the session that sent the request reads the text. */
    @Override
    public boolean onVenueError(final BoundedText text) {
        return true;
    }

    private void writeTrade(final VenueTrade source, final Flag replayed) {
        if (!claim()) {
            droppedTrades++;
            return;
        }
        trade.wrapAndApplyHeader(slot, 0, header)
                .ingestNs(ingestNs)
                .venueNs(source.venueNs())
                .instrument(source.instrument())
                .aggressor(source.aggressor())
                .replayed(replayed)
                .px(source.px())
                .sz(source.sz())
                .tid(source.tid());
        publish(TradeEncoder.TEMPLATE_ID, trade.limit());
        if (replayed == Flag.YES) {
            replayedTrades++;
        }
    }

    private boolean claim() {
        if (!flush()) {
            return false;
        }
        slot = publisher.claim();
        return slot != null;
    }

    private boolean publish(final int templateId, final int length) {
        publisher.publish(length);
        written[templateId]++;
        return true;
    }

    private void claimWhole(final int instrument, final int kind) {
        if (claim()) {
            pendingKey = IN_RING;
        } else {
            pendingKey = instrument * KINDS + kind;
            slot = pending.slot(pendingKey);
        }
    }

    private boolean publishWhole(final int templateId, final int length) {
        if (pendingKey == IN_RING) {
            return publish(templateId, length);
        }
        if (pending.store(pendingKey, length)) {
            conflated++;
        } else {
            written[templateId]++;
        }
        return true;
    }
}
