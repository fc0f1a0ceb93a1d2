package io.halfspread.engine.handler;

import io.halfspread.codec.event.AssetContextEncoder;
import io.halfspread.codec.event.BestBidOfferEncoder;
import io.halfspread.codec.event.BookSnapshotEncoder;
import io.halfspread.codec.event.FillEncoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.ModeSource;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.OrderUpdateEncoder;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.SourceKind;
import io.halfspread.codec.event.TimerEncoder;
import io.halfspread.codec.event.TradingMode;
import io.halfspread.codec.event.TradingModeRequestEncoder;
import io.halfspread.codec.event.TradingModeUpdateEncoder;
import io.halfspread.codec.event.TuningParamsUpdateEncoder;
import io.halfspread.engine.ring.EventPublisher;
import io.halfspread.engine.tuning.TuningParam;
import org.agrona.MutableDirectBuffer;

/** Writes input events for tests. Prices and sizes are given as doubles and scaled. */
public final class EventWriter {
    private static final int ALL = 65535;

    private final EventPublisher inputs;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();

    public EventWriter(final EventPublisher inputs) {
        this.inputs = inputs;
    }

    public static long d8(final double value) {
        return Math.round(value * 1e8);
    }

    public void params(final long nowNs, final int version, final double... values) {
        final TuningParamsUpdateEncoder update = new TuningParamsUpdateEncoder();
        update.wrapAndApplyHeader(claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(TuningParamsUpdateEncoder.venueNsNullValue())
                .instrument(ALL)
                .version(version)
                .source(SourceKind.DEFAULTS)
                .sha256A(0)
                .sha256B(0)
                .sha256C(0)
                .sha256D(version)
                .name("defaults");
        final TuningParamsUpdateEncoder.ValuesEncoder group = update.valuesCount(TuningParam.COUNT);
        for (final TuningParam param : TuningParam.values()) {
            group.next()
                    .paramId((short) param.ordinal())
                    .stated(Flag.NO)
                    .value(values.length > param.ordinal() ? values[param.ordinal()] : param.defaultValue());
        }
        publish(update.encodedLength());
    }

    public void bbo(
            final int instrument,
            final long nowNs,
            final long venueNs,
            final double bidPx,
            final double bidSz,
            final double askPx,
            final double askSz) {
        final BestBidOfferEncoder bbo = new BestBidOfferEncoder();
        bbo.wrapAndApplyHeader(claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(venueNs)
                .instrument(instrument)
                .bidPx(bidSz > 0 ? d8(bidPx) : BestBidOfferEncoder.bidPxNullValue())
                .bidSz(bidSz > 0 ? d8(bidSz) : BestBidOfferEncoder.bidSzNullValue())
                .bidOrders(1)
                .askPx(askSz > 0 ? d8(askPx) : BestBidOfferEncoder.askPxNullValue())
                .askSz(askSz > 0 ? d8(askSz) : BestBidOfferEncoder.askSzNullValue())
                .askOrders(1);
        publish(bbo.encodedLength());
    }

    /** Levels are px, sz pairs, best first. */
    public void book(
            final int instrument,
            final long nowNs,
            final long venueNs,
            final boolean fast,
            final double[] bids,
            final double[] asks) {
        final BookSnapshotEncoder book = new BookSnapshotEncoder();
        book.wrapAndApplyHeader(claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(venueNs)
                .instrument(instrument)
                .fast(fast ? Flag.YES : Flag.NO);
        final BookSnapshotEncoder.BidsEncoder bidGroup = book.bidsCount(bids.length / 2);
        for (int i = 0; i < bids.length; i += 2) {
            bidGroup.next().px(d8(bids[i])).sz(d8(bids[i + 1])).orders(1);
        }
        final BookSnapshotEncoder.AsksEncoder askGroup = book.asksCount(asks.length / 2);
        for (int i = 0; i < asks.length; i += 2) {
            askGroup.next().px(d8(asks[i])).sz(d8(asks[i + 1])).orders(1);
        }
        publish(book.encodedLength());
    }

    public void timer(final long nowNs) {
        final TimerEncoder timer = new TimerEncoder();
        timer.wrapAndApplyHeader(claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(TimerEncoder.venueNsNullValue())
                .instrument(ALL);
        publish(timer.encodedLength());
    }

    public void mode(final long nowNs, final int instrument, final TradingMode mode) {
        final TradingModeUpdateEncoder update = new TradingModeUpdateEncoder();
        update.wrapAndApplyHeader(claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(TradingModeUpdateEncoder.venueNsNullValue())
                .instrument(instrument)
                .mode(mode);
        publish(update.encodedLength());
    }

    public void modeRequest(
            final long nowNs,
            final int instrument,
            final TradingMode mode,
            final ModeSource source,
            final boolean leaveKill) {
        final TradingModeRequestEncoder request = new TradingModeRequestEncoder();
        request.wrapAndApplyHeader(claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(TradingModeRequestEncoder.venueNsNullValue())
                .instrument(instrument)
                .mode(mode)
                .source(source)
                .leaveKill(leaveKill ? Flag.YES : Flag.NO)
                .why("because");
        publish(request.encodedLength());
    }

    public void oracle(final int instrument, final long nowNs, final double px) {
        final AssetContextEncoder context = new AssetContextEncoder();
        context.wrapAndApplyHeader(claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(AssetContextEncoder.venueNsNullValue())
                .instrument(instrument)
                .markPx(d8(px))
                .oraclePx(d8(px))
                .midPx(d8(px))
                .prevDayPx(d8(px))
                .impactBidPx(d8(px))
                .impactAskPx(d8(px))
                .funding(0)
                .premium(0)
                .openInterest(0)
                .dayNotionalVolume(0)
                .dayBaseVolume(0);
        publish(context.encodedLength());
    }

    public void orderUpdate(
            final int instrument,
            final long nowNs,
            final Side side,
            final long cloidHigh,
            final long cloidLow,
            final OrderStatus status,
            final long px,
            final long remaining) {
        final OrderUpdateEncoder update = new OrderUpdateEncoder();
        update.wrapAndApplyHeader(claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(nowNs)
                .instrument(instrument)
                .side(side)
                .status(status)
                .reduceOnly(Flag.NO)
                .cloidHigh(cloidHigh)
                .cloidLow(cloidLow)
                .oid(cloidLow + 1_000_000)
                .limitPx(px)
                .remainingSz(remaining)
                .originalSz(remaining)
                .placedNs(nowNs)
                .reason("");
        publish(update.encodedLength());
    }

    public void fill(
            final int instrument,
            final long nowNs,
            final Side side,
            final long cloidHigh,
            final long cloidLow,
            final long tid,
            final double px,
            final double sz) {
        final FillEncoder fill = new FillEncoder();
        fill.wrapAndApplyHeader(claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(nowNs)
                .instrument(instrument)
                .side(side)
                .crossed(Flag.NO)
                .snapshot(Flag.NO)
                .liquidation(Flag.NO)
                .cloidHigh(cloidHigh)
                .cloidLow(cloidLow)
                .oid(cloidLow + 1_000_000)
                .tid(tid)
                .px(d8(px))
                .sz(d8(sz))
                .startPosition(FillEncoder.startPositionNullValue())
                .closedPnl(FillEncoder.closedPnlNullValue())
                .fee(FillEncoder.feeNullValue())
                .causeTid(tid)
                .feeToken("USDC");
        publish(fill.encodedLength());
    }

    private MutableDirectBuffer claim() {
        return inputs.claim();
    }

    private void publish(final int bodyLength) {
        inputs.publish(MessageHeaderEncoder.ENCODED_LENGTH + bodyLength);
    }
}
