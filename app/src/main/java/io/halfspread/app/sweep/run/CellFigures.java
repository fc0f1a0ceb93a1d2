package io.halfspread.app.sweep.run;

import io.halfspread.app.pnl.PnlWatch;
import io.halfspread.app.replay.Markouts;
import io.halfspread.app.replay.OrderedWatch;
import io.halfspread.codec.event.CancelAllDecoder;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.ModifyOrderDecoder;
import io.halfspread.codec.event.PlaceOrderDecoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
import io.halfspread.engine.handler.QuotingHandler;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * The figures of one replay, while it runs: looks at the replay's own engine after each event, so that nothing is computed
 * twice and nothing is counted by any rule but the engine's. For one thread.
 */
final class CellFigures {
    private static final int BODY = MessageHeaderDecoder.ENCODED_LENGTH;
    private static final int INSTRUMENT = BODY + 16;
    private static final int ALL = 65_535;
    private static final int HORIZON = Markouts.horizons().indexOf("5s");

    private final long originNs;
    private final long blockNs;
    private final int blocks;
    private final Markouts markouts = new Markouts(this::onMarkout);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final FillDecoder fill = new FillDecoder();
    private final PlaceOrderDecoder place = new PlaceOrderDecoder();
    private final List<CoinTally> coins = new ArrayList<>();
    private QuotingHandler engine;
    private PnlWatch watch;
    private int block;
    private long blockEndNs;
    private long nowNs;
    private long peak;
    private long drawdown;

    /**
     * Figures of a stretch of time.
     *
     * @param originNs where the first block begins
     * @param endNs    end of the last
     * @param blockNs  length of one
     */
    CellFigures(final long originNs, final long endNs, final long blockNs) {
        this.originNs = originNs;
        this.blockNs = blockNs;
        this.blocks = Math.toIntExact(Math.floorDiv(Math.max(0, endNs - originNs), blockNs) + 1);
        this.blockEndNs = originNs + blockNs;
        this.nowNs = originNs;
    }

    /** Has to be called before the first event. */
    void follow(final QuotingHandler followed) {
        engine = followed;
        watch = new PnlWatch(followed);
    }

    OrderedWatch watch() {
        return new OrderedWatch(
                (buffer, offset, length, sequence) -> onInput(buffer, offset),
                (buffer, offset, length, sequence) -> onOutput(buffer, offset));
    }

    private void onInput(final DirectBuffer buffer, final int offset) {
        final int templateId = header.wrap(buffer, offset).templateId();
        nowNs = Math.max(nowNs, buffer.getLong(offset + BODY, ByteOrder.LITTLE_ENDIAN));
        while (nowNs >= blockEndNs && block < blocks - 1) {
            closeBlock();
        }
        final int instrument = buffer.getShort(offset + INSTRUMENT, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
        while (coins.size() < engine.instruments()) {
            coins.add(new CoinTally(engine, watch, coins.size(), blocks, nowNs));
        }
        watch.after(buffer, offset);
        final boolean all = instrument == ALL;
        final int from = all ? 0 : Math.min(instrument, coins.size());
        final int to = all ? coins.size() : Math.min(instrument + 1, coins.size());
        for (int i = from; i < to; i++) {
            final CoinTally coin = coins.get(i);
            coin.holdUntil(nowNs);
            if (templateId == FillDecoder.TEMPLATE_ID && coin.isFilled()) {
                fill.wrap(buffer, offset + BODY, header.blockLength(), header.version());
                coin.onFill(fill.crossed() == Flag.YES);
                markouts.onRecord(buffer, offset);
            }
            coin.look();
        }
        lookAtAll();
    }

    private void onOutput(final DirectBuffer buffer, final int offset) {
        final int templateId = header.wrap(buffer, offset).templateId();
        final int instrument = buffer.getShort(offset + INSTRUMENT, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
        if (templateId == QuoteDecisionDecoder.TEMPLATE_ID) {
            markouts.onRecord(buffer, offset);
        } else if (instrument < coins.size()) {
            onCommand(coins.get(instrument), templateId, buffer, offset);
        }
    }

    private void onCommand(final CoinTally coin, final int templateId, final DirectBuffer buffer, final int offset) {
        if (templateId == ModifyOrderDecoder.TEMPLATE_ID) {
            coin.onCommand();
            coin.onQuote();
        } else if (templateId == PlaceOrderDecoder.TEMPLATE_ID) {
            coin.onCommand();
            if (place.wrap(buffer, offset + BODY, header.blockLength(), header.version())
                            .tif()
                    != Tif.IOC) {
                coin.onQuote();
            }
        } else if (templateId == CancelOrderDecoder.TEMPLATE_ID || templateId == CancelAllDecoder.TEMPLATE_ID) {
            coin.onCommand();
        }
    }

    private void onMarkout(
            final int instrument, final Side side, final int horizon, final long fillNs, final double bps) {
        if (horizon == HORIZON) {
            coins.get(instrument).onMarkout(bps);
        }
    }

    private void lookAtAll() {
        long profit = 0;
        for (int i = 0; i < coins.size(); i++) {
            profit += coins.get(i).profit();
        }
        peak = Math.max(peak, profit);
        drawdown = Math.max(drawdown, peak - profit);
    }

    private void closeBlock() {
        for (final CoinTally coin : coins) {
            coin.closeBlock(block);
        }
        block++;
        blockEndNs = originNs + (block + 1) * blockNs;
    }

    /** Deepest fall of the profit of all coins together, USD, decimal8. */
    long drawdown() {
        return drawdown;
    }

    /** What each coin came to; once, at the end. */
    List<CoinOutcome> coins(final List<String> names) {
        coins.forEach(coin -> coin.closeBlock(block));
        return coins.isEmpty()
                ? names.stream().map(name -> CoinOutcome.none(name, blocks)).toList()
                : coins.stream().map(CoinTally::outcome).toList();
    }
}
