package io.halfspread.app.report;

import io.halfspread.codec.event.BestBidOfferEncoder;
import io.halfspread.codec.event.BudgetMode;
import io.halfspread.codec.event.FillEncoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.InstrumentKind;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.OrderUpdateEncoder;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.codec.event.SessionKind;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.TimerEncoder;
import io.halfspread.engine.handler.QuotingHandler;
import io.halfspread.engine.order.Order;
import io.halfspread.engine.order.OrderState;
import io.halfspread.engine.ring.EventPublisher;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.RingReader;
import io.halfspread.engine.settings.Instrument;
import io.halfspread.engine.settings.QuotingSettings;
import io.halfspread.engine.settings.RiskLimits;
import io.halfspread.engine.settings.SessionOpening;
import io.halfspread.engine.settings.SessionSettings;
import io.halfspread.engine.tuning.TuningEvents;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningSource;
import io.halfspread.engine.tuning.TuningUpdate;
import io.halfspread.engine.tuning.TuningValues;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A session written by hand: books and fills at stated times, orders acknowledged at once; figures follow it. */
final class SmallSession implements EventPublisher {
    private static final long START_NS = 1_700_000_000_000_000_000L;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final double SCALE = 1e8;
    private static final int SLOTS = 256;

    private final SessionFigures figures = new SessionFigures();
    private final EventRing outputs = new EventRing(SLOTS);
    private final RingReader reader = outputs.newReader();
    private final QuotingHandler engine = new QuotingHandler(outputs);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[1024]);
    private long sequence = -1;
    private long trades;
    private int book;

    SmallSession(final double halfSpreadBps) {
        final QuotingSettings quoting = new QuotingSettings(
                QuoteSource.HEURISTIC,
                0,
                halfSpreadBps,
                0.5,
                10,
                false,
                units(1),
                units(10),
                units(10),
                false,
                1,
                100,
                150_000_000L,
                450_000_000L);
        SessionOpening.publish(
                this,
                START_NS,
                7,
                new SessionSettings(
                        SessionKind.REPLAY,
                        false,
                        BudgetMode.NONE,
                        0,
                        Long.MIN_VALUE,
                        0,
                        List.of(new Instrument(
                                "TEST",
                                InstrumentKind.PERP,
                                2,
                                0,
                                quoting,
                                new RiskLimits(Long.MIN_VALUE, 0, 3600 * SECOND_NS, 3600 * SECOND_NS)))));
        publish(TuningEvents.encode(slot, START_NS, TuningUpdate.defaults()));
    }

    static long units(final double value) {
        return Math.round(value * SCALE);
    }

    /** A best bid and ask; sizes are new each time, so that every book is a change. */
    SmallSession book(final double seconds, final double bid, final double ask) {
        book++;
        final BestBidOfferEncoder event = new BestBidOfferEncoder();
        event.wrapAndApplyHeader(slot, 0, header)
                .ingestNs(at(seconds))
                .venueNs(at(seconds))
                .instrument(0)
                .bidPx(units(bid))
                .bidSz(units(book))
                .bidOrders(1)
                .askPx(units(ask))
                .askSz(units(book))
                .askOrders(1);
        publish(event.encodedLength());
        acknowledge(seconds);
        return this;
    }

    /** One of our resting orders trades. */
    SmallSession fill(final double seconds, final Side side, final double px, final double size, final double feeUsd) {
        final Order order = engine.resting(0, side);
        final FillEncoder event = new FillEncoder();
        event.wrapAndApplyHeader(slot, 0, header)
                .ingestNs(at(seconds))
                .venueNs(at(seconds))
                .instrument(0)
                .side(side)
                .crossed(Flag.NO)
                .snapshot(Flag.NO)
                .liquidation(Flag.NO)
                .cloidHigh(7)
                .cloidLow(order.cloidLow())
                .oid(order.oid())
                .tid(++trades)
                .px(units(px))
                .sz(units(size))
                .startPosition(FillEncoder.startPositionNullValue())
                .closedPnl(FillEncoder.closedPnlNullValue())
                .fee(units(feeUsd))
                .causeTid(trades)
                .feeToken("USDC");
        publish(event.encodedLength());
        acknowledge(seconds);
        return this;
    }

    /** New parameters. */
    SmallSession params(final double seconds, final TuningParam param, final double value) {
        publish(TuningEvents.encode(
                slot,
                at(seconds),
                new TuningUpdate(
                        2,
                        TuningSource.defaults(),
                        TuningValues.defaults().with(Map.of(param, value)),
                        Set.of(param))));
        acknowledge(seconds);
        return this;
    }

    /** Time passes. */
    Figures endAt(final double seconds) {
        final TimerEncoder event = new TimerEncoder();
        event.wrapAndApplyHeader(slot, 0, header)
                .ingestNs(at(seconds))
                .venueNs(TimerEncoder.venueNsNullValue())
                .instrument(65_535);
        publish(event.encodedLength());
        return figures.figures();
    }

    static long at(final double seconds) {
        return START_NS + (long) (seconds * SECOND_NS);
    }

    private void acknowledge(final double seconds) {
        for (final Side side : new Side[] {Side.BID, Side.ASK}) {
            final Order order = engine.quote(0, side);
            if (order != null && order.state() == OrderState.PENDING_NEW) {
                final OrderUpdateEncoder event = new OrderUpdateEncoder();
                event.wrapAndApplyHeader(slot, 0, header)
                        .ingestNs(at(seconds))
                        .venueNs(at(seconds))
                        .instrument(0)
                        .side(side)
                        .status(OrderStatus.OPEN)
                        .reduceOnly(Flag.NO)
                        .cloidHigh(7)
                        .cloidLow(order.cloidLow())
                        .oid(order.cloidLow())
                        .limitPx(order.px())
                        .remainingSz(order.remaining())
                        .originalSz(order.remaining())
                        .placedNs(at(seconds))
                        .reason("");
                publish(event.encodedLength());
            }
        }
    }

    @Override
    public MutableDirectBuffer claim() {
        return slot;
    }

    @Override
    public long publish(final int length) {
        sequence++;
        engine.onMessage(slot, 0, length, sequence);
        figures.onInput(slot, 0, length, sequence);
        reader.poll((buffer, offset, bytes, at) -> figures.onOutput(buffer, offset), SLOTS);
        return sequence;
    }
}
