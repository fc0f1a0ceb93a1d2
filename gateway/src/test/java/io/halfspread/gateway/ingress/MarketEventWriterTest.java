package io.halfspread.gateway.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.ActionResponseDecoder;
import io.halfspread.codec.event.AssetContextDecoder;
import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.MidPriceDecoder;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.TradeDecoder;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.codec.hyperliquid.HyperliquidDecoder;
import io.halfspread.codec.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class MarketEventWriterTest {
    private static final long INGEST_NS = 1_790_232_236_900_000_001L;

    private final ScriptedPublisher ring = new ScriptedPublisher();
    private final MarketEventWriter writer = new MarketEventWriter(ring);
    private final HyperliquidDecoder decoder = new HyperliquidDecoder(new CoinIndex(List.of("BTC", "ETH")));
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    @Test
    void shouldWriteABookWithBothSides() {
        assertTrue(deliver("{'channel':'l2Book','data':{'coin':'ETH','time':5,'levels':[[{'px':'10.5','sz':'2','n':3},"
                + "{'px':'10.4','sz':'1','n':1}],[{'px':'10.6','sz':'0.5','n':9}]],'fast':true}}"));

        final BookSnapshotDecoder book = new BookSnapshotDecoder().wrapAndApplyHeader(ring.messages.get(0), 0, header);
        assertEquals(INGEST_NS, book.ingestNs());
        assertEquals(5_000_000, book.venueNs());
        assertEquals(1, book.instrument());
        assertEquals(Flag.YES, book.fast());
        final BookSnapshotDecoder.BidsDecoder bids = book.bids();
        assertEquals(2, bids.count());
        assertEquals(1_050_000_000, bids.next().px());
        assertEquals(3, bids.orders());
        assertEquals(100_000_000, bids.next().sz());
        final BookSnapshotDecoder.AsksDecoder asks = book.asks();
        assertEquals(1, asks.count());
        assertEquals(1_060_000_000, asks.next().px());
        assertEquals(ring.messages.get(0).capacity(), book.limit());
    }

    @Test
    void shouldWriteNullsForTheEmptySideOfABbo() {
        assertTrue(deliver(
                "{'channel':'bbo','data':{'coin':'BTC','time':5,'bbo':[null,{'px':'10.6','sz':'0.5','n':9}]}}"));

        final BestBidOfferDecoder bbo = new BestBidOfferDecoder().wrapAndApplyHeader(ring.messages.get(0), 0, header);
        assertEquals(BestBidOfferDecoder.bidPxNullValue(), bbo.bidPx());
        assertEquals(BestBidOfferDecoder.bidSzNullValue(), bbo.bidSz());
        assertEquals(BestBidOfferDecoder.bidOrdersNullValue(), bbo.bidOrders());
        assertEquals(1_060_000_000, bbo.askPx());
        assertEquals(50_000_000, bbo.askSz());
        assertEquals(9, bbo.askOrders());
    }

    @Test
    void shouldWriteAccountEventsInFull() {
        deliver(
                "{'channel':'orderUpdates','data':[{'order':{'coin':'BTC','side':'A','limitPx':'9.5','sz':'0.1','oid':77,"
                        + "'timestamp':4,'origSz':'0.3','cloid':'0x0000000000000001000000000000000f','reduceOnly':true},"
                        + "'status':'tickRejected','statusTimestamp':6}]}");
        deliver(
                "{'channel':'userFills','data':{'isSnapshot':true,'user':'0x','fills':[{'coin':'ETH','px':'9.5','sz':'0.1',"
                        + "'side':'B','time':8,'startPosition':'-1','closedPnl':'2','oid':77,'crossed':true,'fee':'-0.5','tid':3,"
                        + "'feeToken':'USDC','liquidation':{}}]}}");
        deliver("{'channel':'post','data':{'id':5,'response':{'type':'action','payload':{'status':'err',"
                + "'response':'nope'}}}}");

        final OrderUpdateDecoder update = new OrderUpdateDecoder().wrapAndApplyHeader(ring.messages.get(0), 0, header);
        assertEquals(6_000_000, update.venueNs());
        assertEquals(Side.ASK, update.side());
        assertEquals(OrderStatus.REJECTED, update.status());
        assertEquals(Flag.YES, update.reduceOnly());
        assertEquals(1, update.cloidHigh());
        assertEquals(15, update.cloidLow());
        assertEquals(30_000_000, update.originalSz());
        assertEquals("tickRejected", update.reason());
        final FillDecoder fill = new FillDecoder().wrapAndApplyHeader(ring.messages.get(1), 0, header);
        assertEquals(1, fill.instrument());
        assertEquals(Flag.YES, fill.snapshot());
        assertEquals(Flag.YES, fill.liquidation());
        assertEquals(Flag.YES, fill.crossed());
        assertEquals(-50_000_000, fill.fee());
        assertEquals("USDC", fill.feeToken());
        assertEquals(FillDecoder.causeTidNullValue(), fill.causeTid());
        final ActionResponseDecoder response =
                new ActionResponseDecoder().wrapAndApplyHeader(ring.messages.get(2), 0, header);
        assertEquals(ResponseKind.ERROR, response.kind());
        assertEquals(5, response.requestId());
        assertEquals(ActionResponseDecoder.instrumentNullValue(), response.instrument());
        assertEquals(ActionResponseDecoder.oidNullValue(), response.oid());
        assertEquals("nope", response.text());
    }

    @Test
    void shouldWriteMidsAndContexts() {
        deliver("{'channel':'allMids','data':{'mids':{'BTC':'84143.5','SOL':'1.0'}}}");
        deliver("{'channel':'activeAssetCtx','data':{'coin':'BTC','ctx':{'markPx':'2','funding':'0.0000125',"
                + "'dayNtlVlm':'1.5','premium':null}}}");

        final MidPriceDecoder mid = new MidPriceDecoder().wrapAndApplyHeader(ring.messages.get(0), 0, header);
        assertEquals(8_414_350_000_000L, mid.px());
        assertEquals(MidPriceDecoder.venueNsNullValue(), mid.venueNs());
        final AssetContextDecoder context =
                new AssetContextDecoder().wrapAndApplyHeader(ring.messages.get(1), 0, header);
        assertEquals(12_500_000, context.funding());
        assertEquals(AssetContextDecoder.premiumNullValue(), context.premium());
        assertEquals(1.5, context.dayNotionalVolume());
        assertTrue(Double.isNaN(context.openInterest()));
        assertEquals(2, ring.messages.size());
    }

    @Test
    void shouldKeepOnlyTheNewestMarketDataWhenTheRingIsFull() {
        ring.room = 0;
        assertTrue(deliver(bbo("BTC", "1")));
        assertTrue(deliver(bbo("BTC", "2")));
        assertTrue(deliver(bbo("ETH", "3")));
        assertTrue(deliver(trades("{'coin':'BTC','side':'B','px':'1','sz':'1','time':1,'tid':1}")));
        ring.room = Integer.MAX_VALUE;

        assertTrue(deliver(bbo("BTC", "4")));

        assertEquals(List.of("0:2", "1:3", "0:4"), bids());
        assertEquals(1, writer.conflated());
        assertEquals(1, writer.droppedTrades());
        assertEquals(3, writer.written(BestBidOfferDecoder.TEMPLATE_ID));
    }

    @Test
    void shouldFlushWhatWaitsWithoutANewFrame() {
        ring.room = 0;
        deliver(bbo("BTC", "1"));
        deliver(bbo("ETH", "2"));

        ring.room = 1;
        assertFalse(writer.flush());
        ring.room = 2;
        assertTrue(writer.flush());
        assertTrue(writer.flush());

        assertEquals(List.of("0:1", "1:2"), bids());
    }

    @Test
    void shouldHoldAccountEventsBackUntilThereIsRoomAndLoseNone() {
        final String fill = "{'coin':'ETH','px':'9.5','sz':'0.1','side':'B','time':8,'oid':77,'crossed':true,'tid':#}";
        ring.room = 1;

        assertFalse(deliver("{'channel':'user','data':{'fills':[" + fill.replace("#", "1") + ","
                + fill.replace("#", "2") + "," + fill.replace("#", "3") + "]}}"));
        assertFalse(decoder.deliver(writer));
        ring.room = 3;
        assertTrue(decoder.deliver(writer));

        final List<Long> tids = new ArrayList<>();
        for (final UnsafeBuffer message : ring.messages) {
            tids.add(new FillDecoder().wrapAndApplyHeader(message, 0, header).tid());
        }
        assertEquals(List.of(1L, 2L, 3L), tids);
    }

    @Test
    void shouldFlagTradesThatASubscriptionReplays() {
        final String first = "{'coin':'BTC','side':'B','px':'1','sz':'1','time':5000,'tid':1}";
        final String sameBlock = first.replace("'tid':1", "'tid':2");

        deliver(trades(first));
        deliver(trades(sameBlock));
        deliver(trades(sameBlock));
        deliver(trades(first.replace("5000", "4999")));
        deliver(trades(first.replace("5000", "5500"), first.replace("5000", "6500")));
        deliver(trades(first.replace("5000", "6600"), first.replace("5000", "7601")));
        deliver(trades(first.replace("5000", "7700")));
        writer.onConnectionReset();
        deliver(trades(first.replace("5000", "7800")));
        deliver(trades(first.replace("5000", "7900")));

        assertEquals("YNYYNNYYNYN", replayedFlags());
        assertEquals(6, writer.replayedTrades());
    }

    private static String bbo(final String coin, final String bid) {
        return "{'channel':'bbo','data':{'coin':'" + coin + "','time':5,'bbo':[{'px':'" + bid
                + "','sz':'1','n':1},null]}}";
    }

    private static String trades(final String... trades) {
        return "{'channel':'trades','data':[" + String.join(",", trades) + "]}";
    }

    private List<String> bids() {
        final List<String> bids = new ArrayList<>();
        for (final UnsafeBuffer message : ring.messages) {
            final BestBidOfferDecoder bbo = new BestBidOfferDecoder().wrapAndApplyHeader(message, 0, header);
            bids.add(bbo.instrument() + ":" + bbo.bidPx() / 100_000_000);
        }
        return bids;
    }

    private String replayedFlags() {
        final StringBuilder flags = new StringBuilder();
        for (final UnsafeBuffer message : ring.messages) {
            final TradeDecoder trade = new TradeDecoder().wrapAndApplyHeader(message, 0, header);
            flags.append(trade.replayed() == Flag.YES ? 'Y' : 'N');
        }
        return flags.toString();
    }

    private boolean deliver(final String frame) {
        final byte[] bytes = frame.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        assertEquals(Refusal.NONE, decoder.decode(new UnsafeBuffer(bytes), 0, bytes.length), frame);
        writer.ingestNs(INGEST_NS);
        return decoder.deliver(writer);
    }
}
