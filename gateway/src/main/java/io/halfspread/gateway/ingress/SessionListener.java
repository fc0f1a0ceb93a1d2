package io.halfspread.gateway.ingress;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.hyperliquid.BookSide;
import io.halfspread.codec.hyperliquid.BoundedText;
import io.halfspread.codec.hyperliquid.Channel;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.codec.hyperliquid.FrameList;
import io.halfspread.codec.hyperliquid.UserNotice;
import io.halfspread.codec.hyperliquid.VenueContext;
import io.halfspread.codec.hyperliquid.VenueFill;
import io.halfspread.codec.hyperliquid.VenueFunding;
import io.halfspread.codec.hyperliquid.VenueListener;
import io.halfspread.codec.hyperliquid.VenueOrderUpdate;
import io.halfspread.codec.hyperliquid.VenueResponse;
import io.halfspread.codec.hyperliquid.VenueTrade;
import io.halfspread.gateway.session.MarketDataSession;
import io.halfspread.gateway.session.MarketStream;
import io.halfspread.gateway.session.StreamWatch;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Passes the events of one session's frames on to the ring, and tells the session what was heard. For one thread. */
@HotPath
final class SessionListener implements VenueListener {
    private final MarketEventWriter writer;
    private final AccountSync account;
    private final Consumer<String> notes;
    private MarketDataSession session;
    private boolean fillsCount;
    private long nowNs;

    /** The account may be null. */
    SessionListener(final MarketEventWriter writer, final AccountSync account, final Consumer<String> notes) {
        this.writer = writer;
        this.account = account;
        this.notes = notes;
    }

    /** Session, channel and receive time of the frames that follow. The venue sends every fill on two channels: one counts. */
    void source(final MarketDataSession source, final int channel, final long ingestNs) {
        session = source;
        fillsCount = channel == Channel.USER_FILLS;
        nowNs = ingestNs;
    }

    @Override
    public boolean onBook(
            final int instrument, final long venueNs, final boolean fast, final BookSide bids, final BookSide asks) {
        heard(fast ? MarketStream.FAST_L2_BOOK : MarketStream.L2_BOOK, instrument, venueNs);
        return writer.onBook(instrument, venueNs, fast, bids, asks);
    }

    @Override
    public boolean onBbo(final int instrument, final long venueNs, final BookSide bid, final BookSide ask) {
        heard(MarketStream.BBO, instrument, venueNs);
        return writer.onBbo(instrument, venueNs, bid, ask);
    }

    @Override
    public boolean onTrades(final FrameList<VenueTrade> trades) {
        for (int i = 0; i < trades.size(); i++) {
            final VenueTrade trade = trades.get(i);
            if (trade.instrument() != CoinIndex.UNKNOWN) {
                heard(MarketStream.TRADES, trade.instrument(), trade.venueNs());
            }
        }
        return writer.onTrades(trades);
    }

    @Override
    public boolean onMid(final int instrument, final long px) {
        heard(MarketStream.ALL_MIDS, 0, StreamWatch.NO_VENUE_TIME);
        return writer.onMid(instrument, px);
    }

    @Override
    public boolean onAssetContext(final VenueContext context) {
        heard(MarketStream.ACTIVE_ASSET_CTX, context.instrument(), StreamWatch.NO_VENUE_TIME);
        return writer.onAssetContext(context);
    }

    @Override
    public boolean onOrderUpdate(final VenueOrderUpdate update) {
        return writer.onOrderUpdate(update);
    }

    @Override
    public boolean onFill(final VenueFill fill) {
        return !fillsCount || writer.onFill(fill);
    }

    @Override
    public boolean onFunding(final VenueFunding funding) {
        return writer.onFunding(funding);
    }

    @Override
    @ColdPath("when the venue takes a hand")
    public boolean onNotice(final UserNotice notice) {
        notes.accept(
                notice == UserNotice.LIQUIDATION
                        ? "the venue liquidates the account"
                        : "the venue cancelled an order of the account by itself");
        return true;
    }

    @Override
    public boolean onResponse(final VenueResponse response) {
        return writer.onResponse(response);
    }

    @Override
    @ColdPath("when the venue refuses something")
    public boolean onVenueError(final BoundedText text) {
        final byte[] bytes = new byte[text.length()];
        text.buffer().getBytes(0, bytes);
        session.onVenueError(new String(bytes, StandardCharsets.UTF_8));
        return true;
    }

    private void heard(final MarketStream stream, final int instrument, final long venueNs) {
        session.watch().onMessage(stream, instrument, venueNs, nowNs);
    }
}
