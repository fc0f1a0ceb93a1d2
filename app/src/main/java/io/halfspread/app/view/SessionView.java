package io.halfspread.app.view;

import io.halfspread.app.pnl.PnlSplit;
import io.halfspread.app.pnl.PnlWatch;
import io.halfspread.codec.event.ActionResponseDecoder;
import io.halfspread.codec.event.AssetContextDecoder;
import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.GapReportDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.ModifyOrderDecoder;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.PlaceOrderDecoder;
import io.halfspread.codec.event.PolicyCommitDecoder;
import io.halfspread.codec.event.PolicyRowsDecoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.RiskAlertDecoder;
import io.halfspread.codec.event.RiskCode;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.StateHashDecoder;
import io.halfspread.codec.event.StrategySettingsDecoder;
import io.halfspread.codec.event.TradeDecoder;
import io.halfspread.codec.event.TuningParamsRejectedDecoder;
import io.halfspread.codec.event.TuningParamsUpdateDecoder;
import io.halfspread.engine.handler.QuotingHandler;
import io.halfspread.engine.order.Order;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.agrona.DirectBuffer;

/**
 * A session as it stands. Its inputs run through an engine of our own, so that position, orders and reasons are the session's
 * own; what charts and lists need beside is remembered here. Whether nothing was missed is proven by the hashes that the
 * session puts out. For one thread.
 */
public final class SessionView {
    private static final int ALL = 65535;
    private static final int CODES = 256;
    private static final int REMEMBERED = 200;
    private static final long SAMPLE_NS = 250_000_000L;
    private static final double SCALE = 1e8;

    private final OutputSink outputs =
            new OutputSink((buffer, offset, length, sequence) -> onOwnOutput(buffer, offset));
    private final QuotingHandler engine = new QuotingHandler(outputs.ring());
    private final PnlWatch pnl = new PnlWatch(engine);
    private final InputNotes notes = new InputNotes();
    private final ParamsTrail params = new ParamsTrail();
    private final OrderTrail orders = new OrderTrail();
    private final Trail<FillPoint> fills = new Trail<>(REMEMBERED);
    private final Trail<AlertPoint> alerts = new Trail<>(REMEMBERED);
    private final long[] alertsByCode = new long[CODES];
    private final HopHistogram feed = new HopHistogram();
    private final List<InstrumentView> instruments = new ArrayList<>();
    private final Decoders in = new Decoders();
    private long sampledNs;
    private long missed;
    private long nextSequence = -1;
    private long hashSequence = -1;
    private long hash;
    private long theirHashSequence = -1;
    private long theirHash;
    private boolean confirmed = true;

    /** Nothing seen yet. */
    public SessionView() {}

    /** Flyweights over one message at a time. */
    private static final class Decoders {
        private final MessageHeaderDecoder header = new MessageHeaderDecoder();
        private final BestBidOfferDecoder bbo = new BestBidOfferDecoder();
        private final BookSnapshotDecoder book = new BookSnapshotDecoder();
        private final TradeDecoder trade = new TradeDecoder();
        private final AssetContextDecoder context = new AssetContextDecoder();
        private final FillDecoder fill = new FillDecoder();
        private final OrderUpdateDecoder update = new OrderUpdateDecoder();
        private final QuoteDecisionDecoder decision = new QuoteDecisionDecoder();
        private final ActionResponseDecoder response = new ActionResponseDecoder();
        private final StrategySettingsDecoder strategy = new StrategySettingsDecoder();
        private final PolicyRowsDecoder rows = new PolicyRowsDecoder();
        private final PolicyCommitDecoder commit = new PolicyCommitDecoder();
        private final GapReportDecoder gap = new GapReportDecoder();
        private final PlaceOrderDecoder place = new PlaceOrderDecoder();
        private final ModifyOrderDecoder modify = new ModifyOrderDecoder();
        private final RiskAlertDecoder alert = new RiskAlertDecoder();
        private final StateHashDecoder hash = new StateHashDecoder();
    }

    /**
     * Takes in an input of the session.
     *
     * @param buffer   holds it
     * @param offset   where its header begins
     * @param length   its length
     * @param sequence its place in the ring; a gap before it counts as missed
     */
    public void onInput(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        missed += nextSequence < 0 ? 0 : Math.max(0, sequence - nextSequence);
        nextSequence = sequence + 1;
        notes.onInput(buffer, offset, sequence);
        final long fillsBefore = fillsOf(buffer, offset);
        engine.onMessage(buffer, offset, length, sequence);
        outputs.take();
        pnl.after(buffer, offset);
        note(buffer, offset, fillsBefore);
        sample();
    }

    /**
     * Takes in an output of the session: what it says of the engine's state is compared with our own.
     *
     * @param buffer holds it
     * @param offset where its header begins
     */
    public void onOutput(final DirectBuffer buffer, final int offset) {
        in.header.wrap(buffer, offset);
        if (in.header.templateId() == StateHashDecoder.TEMPLATE_ID) {
            wrapHash(buffer, offset);
            theirHashSequence = in.hash.causeSequence();
            theirHash = in.hash.hash();
            compareHashes();
        }
    }

    private void wrapHash(final DirectBuffer buffer, final int offset) {
        in.header.wrap(buffer, offset);
        in.hash.wrap(
                buffer, offset + MessageHeaderDecoder.ENCODED_LENGTH, in.header.blockLength(), in.header.version());
    }

    private void compareHashes() {
        if (theirHashSequence == hashSequence && hashSequence >= 0) {
            confirmed = theirHash == hash;
        }
    }

    private long fillsOf(final DirectBuffer buffer, final int offset) {
        in.header.wrap(buffer, offset);
        if (in.header.templateId() != FillDecoder.TEMPLATE_ID) {
            return 0;
        }
        wrapFill(buffer, offset);
        return in.fill.instrument() < engine.instruments() ? engine.fills(in.fill.instrument()) : 0;
    }

    private void wrapFill(final DirectBuffer buffer, final int offset) {
        in.fill.wrap(
                buffer, offset + MessageHeaderDecoder.ENCODED_LENGTH, in.header.blockLength(), in.header.version());
    }

    private void note(final DirectBuffer buffer, final int offset, final long fillsBefore) {
        final int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        in.header.wrap(buffer, offset);
        final int block = in.header.blockLength();
        final int version = in.header.version();
        final long ns = buffer.getLong(body, ByteOrder.LITTLE_ENDIAN);
        switch (in.header.templateId()) {
            case BestBidOfferDecoder.TEMPLATE_ID -> {
                in.bbo.wrap(buffer, body, block, version);
                feed.record(ns - in.bbo.venueNs());
                of(in.bbo.instrument()).market().onBestBidOffer(in.bbo);
                of(in.bbo.instrument()).counts().onBook(ns);
            }
            case BookSnapshotDecoder.TEMPLATE_ID -> {
                in.book.wrap(buffer, body, block, version);
                of(in.book.instrument()).market().onBook(in.book);
                of(in.book.instrument()).counts().onBook(ns);
            }
            case TradeDecoder.TEMPLATE_ID -> {
                in.trade.wrap(buffer, body, block, version);
                if (in.trade.replayed() == Flag.NO) {
                    of(in.trade.instrument()).market().onTrade(in.trade);
                }
            }
            case AssetContextDecoder.TEMPLATE_ID -> {
                in.context.wrap(buffer, body, block, version);
                of(in.context.instrument()).market().onContext(in.context);
            }
            case FillDecoder.TEMPLATE_ID -> {
                wrapFill(buffer, offset);
                onFill(fillsBefore);
            }
            case OrderUpdateDecoder.TEMPLATE_ID -> {
                in.update.wrap(buffer, body, block, version);
                of(in.update.instrument()).counts().onStatus(in.update.status());
            }
            case ActionResponseDecoder.TEMPLATE_ID -> {
                in.response.wrap(buffer, body, block, version);
                if (in.response.instrument() != ALL) {
                    of(in.response.instrument()).counts().onAnswer(in.response.kind());
                }
                final int command = in.response.command();
                if (command == PlaceOrderDecoder.TEMPLATE_ID || command == ModifyOrderDecoder.TEMPLATE_ID) {
                    orders.onAnswer(in.response.cloidLow(), ns);
                }
            }
            case StrategySettingsDecoder.TEMPLATE_ID -> {
                in.strategy.wrap(buffer, body, block, version);
                of(in.strategy.instrument()).onStrategy(in.strategy);
            }
            case PolicyRowsDecoder.TEMPLATE_ID -> {
                in.rows.wrap(buffer, body, block, version);
                of(in.rows.instrument()).policy().onRows(in.rows);
            }
            case PolicyCommitDecoder.TEMPLATE_ID -> {
                in.commit.wrap(buffer, body, block, version);
                of(in.commit.instrument()).policy().onCommit(in.commit);
            }
            case GapReportDecoder.TEMPLATE_ID -> {
                in.gap.wrap(buffer, body, block, version);
                of(in.gap.instrument()).gaps().add(GapPoint.of(in.gap));
            }
            case TuningParamsUpdateDecoder.TEMPLATE_ID -> params.onUpdate(buffer, offset, ns);
            case TuningParamsRejectedDecoder.TEMPLATE_ID -> params.onRejected(buffer, offset, ns);
            default -> {
                // The engine knows what it means.
            }
        }
    }

    private void onFill(final long fillsBefore) {
        final int instrument = in.fill.instrument();
        if (instrument >= engine.instruments() || engine.fills(instrument) == fillsBefore) {
            return;
        }
        final double mid = engine.mid(instrument);
        final FillDecoder fill = in.fill;
        of(instrument).counts().onFill(fill.side(), fill.crossed() == Flag.YES);
        fills.add(new FillPoint(
                fill.ingestNs(),
                instrument,
                fill.side(),
                fill.px() / SCALE,
                fill.sz() / SCALE,
                mid == 0 ? Double.NaN : mid,
                fill.fee() == FillDecoder.feeNullValue() ? Double.NaN : fill.fee() / SCALE,
                fill.crossed() == Flag.YES,
                orders.paramsVersionOf(fill.cloidLow())));
    }

    private void onOwnOutput(final DirectBuffer buffer, final int offset) {
        in.header.wrap(buffer, offset);
        final int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        final int block = in.header.blockLength();
        final int version = in.header.version();
        switch (in.header.templateId()) {
            case PlaceOrderDecoder.TEMPLATE_ID -> orders.onPlace(in.place.wrap(buffer, body, block, version));
            case ModifyOrderDecoder.TEMPLATE_ID -> orders.onModify(in.modify.wrap(buffer, body, block, version));
            case QuoteDecisionDecoder.TEMPLATE_ID -> {
                in.decision.wrap(buffer, body, block, version);
                of(in.decision.instrument()).counts().onDecision(in.decision);
            }
            case RiskAlertDecoder.TEMPLATE_ID -> onAlert(in.alert.wrap(buffer, body, block, version));
            case StateHashDecoder.TEMPLATE_ID -> {
                wrapHash(buffer, offset);
                hashSequence = in.hash.causeSequence();
                hash = in.hash.hash();
                compareHashes();
            }
            default -> {
                // Kept by the sink, or shown elsewhere.
            }
        }
    }

    private void onAlert(final RiskAlertDecoder alert) {
        final int instrument = alert.instrument();
        alertsByCode[alert.code().value()]++;
        alerts.add(new AlertPoint(
                alert.eventNs(),
                instrument == ALL ? "all" : engine.coin(instrument),
                alert.code().name().toLowerCase(Locale.ROOT),
                alert.observed(),
                alert.limitValue()));
    }

    private void sample() {
        if (notes.lastNs() - sampledNs < SAMPLE_NS) {
            return;
        }
        sampledNs = notes.lastNs();
        for (int i = 0; i < engine.instruments(); i++) {
            final MarketFigures market = of(i).market();
            final PnlSplit split = pnl.split(i);
            final long mid = pnl.mid(i);
            of(i).series()
                    .add(new SeriesPoint(
                            sampledNs,
                            market.bidPx(),
                            market.askPx(),
                            quotePx(i, Side.BID),
                            quotePx(i, Side.ASK),
                            engine.position(i) / SCALE,
                            split.spread() / SCALE,
                            split.inventory(mid) / SCALE,
                            split.fees() / SCALE,
                            split.funding() / SCALE));
        }
    }

    private double quotePx(final int instrument, final Side side) {
        final Order order = engine.quote(instrument, side);
        return order == null ? Double.NaN : order.px() / SCALE;
    }

    private InstrumentView of(final int instrument) {
        while (instrument >= instruments.size()) {
            instruments.add(new InstrumentView());
        }
        return instruments.get(instrument);
    }

    /**
     * The engine that follows the session.
     *
     * @return its accessors, on the thread of the view
     */
    public QuotingHandler engine() {
        return engine;
    }

    /**
     * What the engine put out.
     *
     * @return counts and last decisions
     */
    public OutputSink outputs() {
        return outputs;
    }

    /**
     * What the inputs say themselves.
     *
     * @return counts, mode, connections, times
     */
    public InputNotes notes() {
        return notes;
    }

    /**
     * Where an instrument's profit comes from.
     *
     * @param instrument index
     * @return the split
     */
    public PnlSplit pnl(final int instrument) {
        return pnl.split(instrument);
    }

    /**
     * Mid price as the split takes it.
     *
     * @param instrument index
     * @return decimal8, 0 while there is none
     */
    public long mid(final int instrument) {
        return pnl.mid(instrument);
    }

    /**
     * What is known of an instrument beside the engine's figures.
     *
     * @param instrument index
     * @return its view
     */
    public InstrumentView instrument(final int instrument) {
        return of(instrument);
    }

    /**
     * Candidates of tuning parameters.
     *
     * @return the trail
     */
    public ParamsTrail params() {
        return params;
    }

    /**
     * Orders that may be open.
     *
     * @return oldest first
     */
    public List<OrderLine> orders() {
        return orders.live(engine::isLive);
    }

    /**
     * Our fills that counted.
     *
     * @return the trail
     */
    public Trail<FillPoint> fills() {
        return fills;
    }

    /**
     * Alerts of the engine.
     *
     * @return the trail
     */
    public Trail<AlertPoint> alerts() {
        return alerts;
    }

    /**
     * Alerts about one thing.
     *
     * @param code the thing
     * @return count
     */
    public long alerts(final RiskCode code) {
        return alertsByCode[code.value()];
    }

    /**
     * From the venue's block to its arrival here, as the two clocks have it.
     *
     * @return the hop, of bbo messages
     */
    public HopHistogram feedDelay() {
        return feed;
    }

    /**
     * From the event that caused an order to the venue's answer.
     *
     * @return the hop
     */
    public HopHistogram answerDelay() {
        return orders.answers();
    }

    /**
     * Inputs that never came here. Figures are the session's own only while there are none.
     *
     * @return count
     */
    public long missed() {
        return missed;
    }

    /**
     * Whether nothing was missed and the newest hash of the session that was seen is our own.
     *
     * @return true also before the first
     */
    public boolean isConfirmed() {
        return confirmed && missed == 0;
    }

    /**
     * Sequence of the newest state hash.
     *
     * @return -1 before the first
     */
    public long hashSequence() {
        return hashSequence;
    }

    /**
     * The newest state hash.
     *
     * @return 64 bits
     */
    public long hash() {
        return hash;
    }
}
