package io.halfspread.bench.engine;

import io.halfspread.codec.event.BestBidOfferEncoder;
import io.halfspread.codec.event.BudgetMode;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.InstrumentKind;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.ModifyOrderDecoder;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.OrderUpdateEncoder;
import io.halfspread.codec.event.PlaceOrderDecoder;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.codec.event.SessionKind;
import io.halfspread.codec.event.Side;
import io.halfspread.engine.agent.EngineAgent;
import io.halfspread.engine.capture.CaptureWriter;
import io.halfspread.engine.capture.JournalAgent;
import io.halfspread.engine.handler.QuotingHandler;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.MessageHandler;
import io.halfspread.engine.ring.RingReader;
import io.halfspread.engine.settings.Instrument;
import io.halfspread.engine.settings.QuotingSettings;
import io.halfspread.engine.settings.RiskLimits;
import io.halfspread.engine.settings.SessionOpening;
import io.halfspread.engine.settings.SessionSettings;
import io.halfspread.engine.tuning.TuningEvents;
import io.halfspread.engine.tuning.TuningUpdate;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** A market whose touch jumps up and down by half a percent, each time after all orders of before were acknowledged. */
final class RequotedMarket {
    private static final long SESSION = 77;
    private static final long STEP_NS = 1_000_000_000L;
    private static final int SLOTS = 1024;
    private static final int OID_OFFSET = 1_000_000;

    private static final byte[] NO_REASON = {};

    private final EventRing inputs;
    private final EventRing outputs;
    private final RingReader reader;
    private final EngineAgent engine;
    private final RingReader recorded;
    private final JournalAgent journal;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final BestBidOfferEncoder bbo = new BestBidOfferEncoder();
    private final OrderUpdateEncoder update = new OrderUpdateEncoder();
    private final PlaceOrderDecoder place = new PlaceOrderDecoder();
    private final ModifyOrderDecoder modify = new ModifyOrderDecoder();
    private final MessageHandler onOutput = this::onOutput;
    private long nowNs = 1_700_000_000L * STEP_NS;
    private boolean up;
    private int commands;

    /** A market whose session nobody records. */
    RequotedMarket() {
        this(SLOTS, null);
    }

    /** A market with rings of that many slots; recorded by an agent for another thread, unless the capture is null. */
    RequotedMarket(final int slots, final CaptureWriter capture) {
        inputs = new EventRing(slots);
        outputs = new EventRing(slots);
        reader = outputs.newReader();
        final RingReader handled = inputs.newReader();
        engine = new EngineAgent(handled, outputs, new QuotingHandler(outputs), slots / 2);
        recorded = capture == null ? null : inputs.newReader(handled);
        journal = capture == null
                ? null
                : new JournalAgent(recorded, outputs.newReader(), capture, JournalAgent.backlogLimit(slots, SLOTS / 2));
        final QuotingSettings quoting = new QuotingSettings(
                QuoteSource.HEURISTIC,
                0,
                5,
                2,
                10,
                false,
                30_000_000L,
                300_000_000L,
                1_000_000_000L,
                false,
                1,
                100,
                STEP_NS / 10,
                STEP_NS / 10);
        final RiskLimits limits = new RiskLimits(Long.MIN_VALUE, 0, 3 * STEP_NS, 2 * STEP_NS);
        final Instrument hype = new Instrument("HYPE", InstrumentKind.PERP, 2, 159, quoting, limits);
        SessionOpening.publish(
                inputs,
                nowNs,
                SESSION,
                new SessionSettings(SessionKind.REPLAY, false, BudgetMode.NONE, 0, Long.MIN_VALUE, 0, List.of(hype)));
        inputs.publish(TuningEvents.encode(inputs.claim(), nowNs, TuningUpdate.defaults()));
        engine.doWork();
    }

    /** The agent that records; null when nobody does. */
    JournalAgent journal() {
        return journal;
    }

    /** Sequence of the newest input. */
    long published() {
        return inputs.published();
    }

    /** Sequence of the newest input that stands in the capture. */
    long recorded() {
        return recorded.position();
    }

    /** Acknowledges all and puts the next touch into the ring; returns the commands that the one before it caused. */
    int prepare() {
        commands = 0;
        while (reader.poll(onOutput, SLOTS) > 0) {
            engine.doWork();
        }
        while (engine.doWork() > 0) {
            Thread.onSpinWait();
        }
        final int caused = commands;
        while (reader.poll(onOutput, SLOTS) > 0) {
            engine.doWork();
        }
        up = !up;
        nowNs += STEP_NS;
        final long bidPx = up ? 4_020_000_000L : 4_000_000_000L;
        bbo.wrapAndApplyHeader(claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(nowNs - STEP_NS / 10)
                .instrument(0)
                .bidPx(bidPx)
                .bidSz(500_000_000L)
                .bidOrders(1)
                .askPx(bidPx + 1_000_000L)
                .askSz(500_000_000L)
                .askOrders(1);
        inputs.publish(bbo.limit());
        return caused;
    }

    /** Takes the touch from the ring and decides; the decision and its commands are in the output ring afterwards. */
    int decide() {
        return engine.doWork();
    }

    private MutableDirectBuffer claim() {
        MutableDirectBuffer slot = inputs.claim();
        while (slot == null) {
            Thread.onSpinWait();
            slot = inputs.claim();
        }
        return slot;
    }

    private void onOutput(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        final int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        switch (buffer.getShort(offset + MessageHeaderDecoder.templateIdEncodingOffset())) {
            case PlaceOrderDecoder.TEMPLATE_ID:
                commands++;
                place.wrap(buffer, body, PlaceOrderDecoder.BLOCK_LENGTH, PlaceOrderDecoder.SCHEMA_VERSION);
                acknowledge(place.side(), place.cloidLow(), OrderStatus.OPEN, place.px(), place.sz());
                break;
            case ModifyOrderDecoder.TEMPLATE_ID:
                commands++;
                modify.wrap(buffer, body, ModifyOrderDecoder.BLOCK_LENGTH, ModifyOrderDecoder.SCHEMA_VERSION);
                acknowledge(modify.side(), modify.targetCloidLow(), OrderStatus.CANCELED, modify.px(), 0);
                acknowledge(modify.side(), modify.cloidLow(), OrderStatus.OPEN, modify.px(), modify.sz());
                break;
            default:
                break;
        }
    }

    private void acknowledge(
            final Side side, final long cloidLow, final OrderStatus status, final long px, final long remaining) {
        update.wrapAndApplyHeader(claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(nowNs)
                .instrument(0)
                .side(side)
                .status(status)
                .reduceOnly(Flag.NO)
                .cloidHigh(SESSION)
                .cloidLow(cloidLow)
                .oid(cloidLow + OID_OFFSET)
                .limitPx(px)
                .remainingSz(remaining)
                .originalSz(remaining)
                .placedNs(nowNs)
                .putReason(NO_REASON, 0, 0);
        inputs.publish(update.limit());
    }
}
