package io.halfspread.app.report;

import io.halfspread.app.pnl.PnlWatch;
import io.halfspread.app.replay.Markouts;
import io.halfspread.codec.event.CancelAllDecoder;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.ModifyOrderDecoder;
import io.halfspread.codec.event.PlaceOrderDecoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.SessionStartDecoder;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
import io.halfspread.codec.event.TuningParamsUpdateDecoder;
import io.halfspread.engine.handler.QuotingHandler;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.tuning.TuningEvents;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.agrona.DirectBuffer;

/**
 * One pass over a session, inputs and outputs in recorded order. An engine of its own reads the inputs, so that position,
 * profit, fees and orders are its sums and nobody else's; the outputs are those recorded. For one thread.
 */
final class SessionFigures {
    private static final int BODY = MessageHeaderDecoder.ENCODED_LENGTH;
    private static final int INSTRUMENT = BODY + 16;
    private static final int ALL = 65_535;
    private static final int OUTPUTS = 1024;

    // A ring without a reader: only sums and hash are asked for.
    private final QuotingHandler engine = new QuotingHandler(new EventRing(OUTPUTS));
    private final PnlWatch watch = new PnlWatch(engine);
    private final Markouts markouts = new Markouts(this::onMarkout);
    private final ProfitBlocks blocks = new ProfitBlocks();
    private final Consumer<FillDecoder> onFill;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final FillDecoder fill = new FillDecoder();
    private final QuoteDecisionDecoder decision = new QuoteDecisionDecoder();
    private final PlaceOrderDecoder place = new PlaceOrderDecoder();
    private final SessionStartDecoder start = new SessionStartDecoder();
    private final List<CoinFigures> coins = new ArrayList<>();
    private final VersionTrack versions = new VersionTrack(coins);
    private final Curve curve = new Curve();
    private final Drawdown drawdown = new Drawdown();
    private String kind = "";
    private long sessionId;
    private long inputs;
    private long outputs;
    private long firstNs;
    private long nowNs;
    private long places;
    private long modifies;
    private long cancels;

    /** Nothing seen yet. */
    SessionFigures() {
        this(fill -> {});
    }

    /** Nothing seen yet; whoever wants it also gets each fill that counts. */
    SessionFigures(final Consumer<FillDecoder> onFill) {
        this.onFill = onFill;
    }

    /** One input of the session. */
    void onInput(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        header.wrap(buffer, offset);
        final int templateId = header.templateId();
        nowNs = Math.max(nowNs, buffer.getLong(offset + BODY, ByteOrder.LITTLE_ENDIAN));
        final int instrument = buffer.getShort(offset + INSTRUMENT, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
        if (inputs++ == 0) {
            firstNs = nowNs;
            curve.begin(nowNs);
            blocks.begin(nowNs);
        } else if (blocks.isOver(nowNs)) {
            blocks.endUntil(nowNs, profits());
        }
        final boolean all = instrument == ALL;
        final int from = all ? 0 : Math.min(instrument, coins.size());
        final int to = all ? coins.size() : Math.min(instrument + 1, coins.size());
        for (int i = from; i < to; i++) {
            coins.get(i).holdUntil(nowNs);
        }
        final long fillsBefore = from < to ? engine.fills(from) : 0;
        engine.onMessage(buffer, offset, length, sequence);
        watch.after(buffer, offset);
        if (templateId == FillDecoder.TEMPLATE_ID && from < to && engine.fills(from) > fillsBefore) {
            onFill(buffer, offset, from);
        } else if (templateId == TuningParamsUpdateDecoder.TEMPLATE_ID) {
            versions.onUpdate(TuningEvents.decodeUpdate(buffer, offset), sequence, nowNs);
        } else if (templateId == SessionStartDecoder.TEMPLATE_ID) {
            start.wrap(buffer, offset + BODY, header.blockLength(), header.version());
            kind = start.kind().name();
            sessionId = start.sessionId();
        }
        while (coins.size() < engine.instruments()) {
            coins.add(new CoinFigures(engine, watch, coins.size(), nowNs));
        }
        for (int i = from; i < to; i++) {
            coins.get(i).look(nowNs);
        }
        lookAtAll();
    }

    /** One output of the session, after the input that caused it. */
    void onOutput(final DirectBuffer buffer, final int offset) {
        outputs++;
        header.wrap(buffer, offset);
        final boolean command = count(header.templateId());
        final int body = offset + BODY;
        final int instrument = buffer.getShort(offset + INSTRUMENT, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
        if (instrument >= coins.size()) {
            return;
        }
        if (command) {
            coins.get(instrument).onCommand();
        }
        if (header.templateId() == QuoteDecisionDecoder.TEMPLATE_ID) {
            decision.wrap(buffer, body, header.blockLength(), header.version());
            coins.get(instrument).onDecision(decision);
            markouts.onRecord(buffer, offset);
        } else if (header.templateId() == ModifyOrderDecoder.TEMPLATE_ID
                || header.templateId() == PlaceOrderDecoder.TEMPLATE_ID
                        && place.wrap(buffer, body, header.blockLength(), header.version())
                                        .tif()
                                != Tif.IOC) {
            coins.get(instrument).onQuote();
        }
    }

    /** Whether an output asks something of the venue. */
    private boolean count(final int templateId) {
        switch (templateId) {
            case PlaceOrderDecoder.TEMPLATE_ID -> places++;
            case ModifyOrderDecoder.TEMPLATE_ID -> modifies++;
            case CancelOrderDecoder.TEMPLATE_ID, CancelAllDecoder.TEMPLATE_ID -> cancels++;
            default -> {
                return false;
            }
        }
        return true;
    }

    private long[] profits() {
        return coins.stream().mapToLong(CoinFigures::profit).toArray();
    }

    /** Coins by instrument index. */
    List<String> coins() {
        return IntStream.range(0, engine.instruments()).mapToObj(engine::coin).toList();
    }

    private void onFill(final DirectBuffer buffer, final int offset, final int instrument) {
        fill.wrap(buffer, offset + BODY, header.blockLength(), header.version());
        coins.get(instrument).onFill(fill, nowNs);
        onFill.accept(fill);
        markouts.onRecord(buffer, offset);
        curve.onFill(nowNs, fill.side() == Side.BID ? fill.sz() : -fill.sz(), fill.px());
    }

    private void onMarkout(
            final int instrument, final Side side, final int horizon, final long fillNs, final double bps) {
        coins.get(instrument).fills.onMarkout(side, horizon, fillNs, bps);
    }

    private void lookAtAll() {
        long profit = 0;
        boolean valued = false;
        for (int i = 0; i < coins.size(); i++) {
            profit += coins.get(i).profit();
            valued |= coins.get(i).mid() > 0;
        }
        if (valued) {
            drawdown.at(nowNs, profit);
            curve.at(nowNs, profit, 0, 0);
        }
    }

    /** All figures as of the last record; coins of which there was nothing are left out. */
    Figures figures() {
        coins.forEach(coin -> coin.holdUntil(nowNs));
        final int[] active = IntStream.range(0, coins.size())
                .filter(i -> coins.get(i).isActive())
                .toArray();
        final int[] shown =
                active.length == 0 ? IntStream.range(0, coins.size()).toArray() : active;
        ProfitParts profit = ProfitParts.NONE;
        for (final int i : shown) {
            profit = profit.plus(coins.get(i).totals().profit());
        }
        return new Figures(
                kind,
                sessionId,
                inputs,
                outputs,
                firstNs,
                nowNs,
                engine.hash(),
                profit,
                drawdown.worst(),
                curve.windowSeconds(),
                curve.points(nowNs),
                Arrays.stream(shown).mapToObj(this::coin).toList(),
                versions.rows(nowNs, shown),
                new RequestFigures(places, modifies, cancels, engine.requestsLeft(), runway()));
    }

    private Figures.Coin coin(final int index) {
        final CoinFigures coin = coins.get(index);
        return new Figures.Coin(
                engine.coin(index),
                coin.totals(),
                coin.position(),
                coin.mid(),
                coin.drawdown.worst(),
                coin.fills.rows(),
                coin.positions.distribution(),
                coin.reasons.rows(),
                coin.curve.windowSeconds(),
                coin.curve.points(nowNs),
                blocks.changes(index, coin.profit()));
    }

    private Double runway() {
        final double hours = engine.runwayHours();
        return Double.isFinite(hours) ? hours : null;
    }
}
