package io.halfspread.app.report;

import io.halfspread.app.console.Failure;
import io.halfspread.app.replay.OrderedWatch;
import io.halfspread.codec.event.AssetContextDecoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.TradeDecoder;
import io.halfspread.engine.capture.CaptureReader;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * All of a session that a comparison with another one needs, in a few bytes an event: its figures, every wanted quote, every
 * fill, and what stood in the market. Made in one pass, of a replay while it runs or of a capture. For one thread.
 */
public final class SessionTrack {
    private static final int BODY = MessageHeaderDecoder.ENCODED_LENGTH;

    private final FillTape tape = new FillTape();
    private final QuoteLog quotes = new QuoteLog();
    private final SessionFigures pass = new SessionFigures(this::onFill);
    private final List<Coin> coins = new ArrayList<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final OrderUpdateDecoder update = new OrderUpdateDecoder();
    private final QuoteDecisionDecoder decision = new QuoteDecisionDecoder();
    private long marketEvents;
    private long nowNs;
    private Figures figures;

    /** What is kept of a coin. */
    private static final class Coin {
        private final OrderTrack bids = new OrderTrack(Side.BID);
        private final OrderTrack asks = new OrderTrack(Side.ASK);
        private final Long2ObjectHashMap<Moment> trades = new Long2ObjectHashMap<>();
    }

    /** Nothing seen yet. */
    public SessionTrack() {}

    /**
     * Reads a capture.
     *
     * @param capture its folder
     * @return what happened in it
     * @throws Failure when the capture holds no outputs
     */
    public static SessionTrack of(final Path capture) {
        final SessionTrack track = new SessionTrack();
        try (CaptureReader records = CaptureReader.open(capture)) {
            while (records.next()) {
                if (records.isInput()) {
                    track.onInput(records.buffer(), records.offset(), records.length(), records.sequence());
                } else {
                    track.onOutput(records.buffer(), records.offset());
                }
            }
        }
        Report.requireOutputs(capture, track.figures());
        return track;
    }

    /**
     * A watch that feeds this.
     *
     * @return to be attached to a replay
     */
    public OrderedWatch watch() {
        return new OrderedWatch(this::onInput, (buffer, offset, length, sequence) -> onOutput(buffer, offset));
    }

    private void onInput(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        header.wrap(buffer, offset);
        final int templateId = header.templateId();
        final int body = offset + BODY;
        final boolean market =
                templateId >= BookSnapshotDecoder.TEMPLATE_ID && templateId <= AssetContextDecoder.TEMPLATE_ID;
        marketEvents += market ? 1 : 0;
        nowNs = buffer.getLong(body, ByteOrder.LITTLE_ENDIAN);
        if (templateId == TradeDecoder.TEMPLATE_ID) {
            trade.wrap(buffer, body, header.blockLength(), header.version());
            coin(trade.instrument()).trades.putIfAbsent(trade.tid(), now());
        } else if (templateId == OrderUpdateDecoder.TEMPLATE_ID) {
            update.wrap(buffer, body, header.blockLength(), header.version());
            side(update.instrument(), update.side()).onUpdate(update, now());
        }
        pass.onInput(buffer, offset, length, sequence);
    }

    private void onOutput(final DirectBuffer buffer, final int offset) {
        header.wrap(buffer, offset);
        if (header.templateId() == QuoteDecisionDecoder.TEMPLATE_ID) {
            decision.wrap(buffer, offset + BODY, header.blockLength(), header.version());
            quotes.onDecision(decision);
            side(decision.instrument(), Side.BID).onDecision(decision, marketEvents, nowNs);
            side(decision.instrument(), Side.ASK).onDecision(decision, marketEvents, nowNs);
        }
        pass.onOutput(buffer, offset);
    }

    /** The engine has counted a fill: it met the trade it names, or else the newest market event. */
    private void onFill(final FillDecoder fill) {
        final Moment met = coin(fill.instrument()).trades.get(FillTape.trade(fill));
        tape.add(fill, met == null ? now() : met);
    }

    private Moment now() {
        return new Moment(marketEvents, nowNs);
    }

    private Coin coin(final int instrument) {
        while (coins.size() <= instrument) {
            coins.add(new Coin());
        }
        return coins.get(instrument);
    }

    private OrderTrack side(final int instrument, final Side side) {
        return side == Side.BID ? coin(instrument).bids : coin(instrument).asks;
    }

    /** All figures as of the last record. */
    Figures figures() {
        if (figures == null) {
            figures = pass.figures();
        }
        return figures;
    }

    /** Figures of a coin that was traded. */
    Figures.Coin figures(final String coin) {
        return figures().coins().stream()
                .filter(one -> one.coin().equals(coin))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Coins of which anything was decided or traded.
     *
     * @return names, in the session's order
     */
    public List<String> tradedCoins() {
        return figures().coins().stream().map(Figures.Coin::coin).toList();
    }

    /**
     * Profit, with its band over the minutes.
     *
     * @param coin a coin, or null for the whole session
     * @return USD
     */
    public Estimate profit(final String coin) {
        return ProfitBlocks.total(blocks(coin));
    }

    /**
     * By how much the profit of one session is above another's, with its band over the minutes of both.
     *
     * @param first  the other
     * @param second the one
     * @param coin   a coin, or null for the whole session
     * @return USD
     */
    public static Estimate profitDelta(final SessionTrack first, final SessionTrack second, final String coin) {
        return ProfitBlocks.total(ProfitBlocks.difference(first.blocks(coin), second.blocks(coin)));
    }

    private long[] blocks(final String coin) {
        return coin == null
                ? ProfitBlocks.sum(
                        figures().coins().stream().map(Figures.Coin::blocks).toList())
                : figures(coin).blocks();
    }

    QuoteLog quotes() {
        return quotes;
    }

    List<FillTape.Fill> fills() {
        return tape.fills();
    }

    /** Coins by instrument index. */
    List<String> coins() {
        return pass.coins();
    }

    String coin(final FillTape.Fill fill) {
        return fill.instrument() < coins().size() ? coins().get(fill.instrument()) : "?";
    }

    /** One side of a coin; empty when there was nothing. */
    OrderTrack orders(final String name, final Side side) {
        final int instrument = coins().indexOf(name);
        return instrument < 0 ? new OrderTrack(side) : side(instrument, side);
    }
}
