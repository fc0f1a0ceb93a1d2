package io.halfspread.engine.handler;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.CancelAllEncoder;
import io.halfspread.codec.event.CancelOrderEncoder;
import io.halfspread.codec.event.CancelReason;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.ModifyOrderEncoder;
import io.halfspread.codec.event.PlaceOrderEncoder;
import io.halfspread.codec.event.QuoteDecisionEncoder;
import io.halfspread.codec.event.RiskAlertEncoder;
import io.halfspread.codec.event.RiskCode;
import io.halfspread.codec.event.ScheduleCancelEncoder;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.StateHashEncoder;
import io.halfspread.codec.event.Tif;
import io.halfspread.engine.order.Order;
import io.halfspread.engine.ring.EventRing;
import java.nio.ByteOrder;
import org.agrona.MutableDirectBuffer;

/** Encodes the engine's outputs into the output ring and covers them with the rolling hash. Engine thread only. */
@HotPath
final class OutputWriter {
    private final EventRing outputs;
    private final RollingHash hash;
    private final Instruments instruments;
    private final QuoteDecisionEncoder decision = new QuoteDecisionEncoder();
    private final PlaceOrderEncoder place = new PlaceOrderEncoder();
    private final ModifyOrderEncoder modify = new ModifyOrderEncoder();
    private final CancelOrderEncoder cancel = new CancelOrderEncoder();
    private final CancelAllEncoder cancelAll = new CancelAllEncoder();
    private final ScheduleCancelEncoder scheduleCancel = new ScheduleCancelEncoder();
    private final RiskAlertEncoder alert = new RiskAlertEncoder();
    private final StateHashEncoder stateHash = new StateHashEncoder();
    private long published;
    private long newest;
    private int uncovered;

    OutputWriter(final EventRing outputs, final RollingHash hash, final Instruments instruments) {
        this.outputs = outputs;
        this.hash = hash;
        this.instruments = instruments;
    }

    long published() {
        return published;
    }

    void decision(final SessionState session, final InstrumentState state) {
        decision.wrap(
                        begin(QuoteDecisionEncoder.BLOCK_LENGTH, QuoteDecisionEncoder.TEMPLATE_ID),
                        MessageHeaderEncoder.ENCODED_LENGTH)
                .causeSequence(session.sequence)
                .eventNs(session.nowNs)
                .instrument(state.index)
                .paramsVersion(session.params.version())
                .policyVersion(policyVersion(session, state.index))
                .source(state.sourceUsed)
                .bidReason(state.bid.reason())
                .askReason(state.ask.reason())
                .mid(state.mid)
                .position(state.position.size())
                .muHat(state.muHat)
                .spreadBps(state.spreadBps)
                .imbalance(state.imbalance())
                .bidOffsetBps(state.control.bidOffsetBps())
                .askOffsetBps(state.control.askOffsetBps())
                .takerBuyRate(state.control.takerBuyRate())
                .takerSellRate(state.control.takerSellRate())
                .bidPx(state.bid.wantedPx())
                .bidSz(state.bid.wantedSz())
                .askPx(state.ask.wantedPx())
                .askSz(state.ask.wantedSz());
        publish(decision.encodedLength());
    }

    void place(final SessionState session, final Order order, final boolean reduceOnly) {
        place.wrap(
                        begin(PlaceOrderEncoder.BLOCK_LENGTH, PlaceOrderEncoder.TEMPLATE_ID),
                        MessageHeaderEncoder.ENCODED_LENGTH)
                .causeSequence(session.sequence)
                .eventNs(session.nowNs)
                .instrument(order.instrument())
                .paramsVersion(session.params.version())
                .policyVersion(policyVersion(session, order.instrument()))
                .side(order.side())
                .tif(order.isTaker() ? Tif.IOC : Tif.ALO)
                .reduceOnly(reduceOnly ? Flag.YES : Flag.NO)
                .cloidHigh(session.sessionId)
                .cloidLow(order.cloidLow())
                .px(order.px())
                .sz(order.remaining());
        publish(place.encodedLength());
    }

    void modify(final SessionState session, final Order successor, final Order target, final boolean reduceOnly) {
        modify.wrap(
                        begin(ModifyOrderEncoder.BLOCK_LENGTH, ModifyOrderEncoder.TEMPLATE_ID),
                        MessageHeaderEncoder.ENCODED_LENGTH)
                .causeSequence(session.sequence)
                .eventNs(session.nowNs)
                .instrument(successor.instrument())
                .paramsVersion(session.params.version())
                .policyVersion(policyVersion(session, successor.instrument()))
                .side(successor.side())
                .tif(Tif.ALO)
                .reduceOnly(reduceOnly ? Flag.YES : Flag.NO)
                .cloidHigh(session.sessionId)
                .cloidLow(successor.cloidLow())
                .targetCloidLow(target.cloidLow())
                .targetOid(target.oid())
                .px(successor.px())
                .sz(successor.remaining());
        publish(modify.encodedLength());
    }

    void cancel(final SessionState session, final Order order, final CancelReason reason) {
        cancel(session, order.instrument(), order.side(), session.sessionId, order.cloidLow(), order.oid(), reason);
    }

    /** Cancels an order of this or an earlier session whether or not it is tracked. */
    void cancel(
            final SessionState session,
            final int instrument,
            final Side side,
            final long cloidHigh,
            final long cloidLow,
            final long oid,
            final CancelReason reason) {
        cancel.wrap(
                        begin(CancelOrderEncoder.BLOCK_LENGTH, CancelOrderEncoder.TEMPLATE_ID),
                        MessageHeaderEncoder.ENCODED_LENGTH)
                .causeSequence(session.sequence)
                .eventNs(session.nowNs)
                .instrument(instrument)
                .paramsVersion(session.params.version())
                .policyVersion(policyVersion(session, instrument))
                .side(side)
                .reason(reason)
                .cloidHigh(cloidHigh)
                .cloidLow(cloidLow)
                .oid(oid);
        publish(cancel.encodedLength());
    }

    void cancelAll(final SessionState session, final int instrument, final CancelReason reason) {
        cancelAll
                .wrap(
                        begin(CancelAllEncoder.BLOCK_LENGTH, CancelAllEncoder.TEMPLATE_ID),
                        MessageHeaderEncoder.ENCODED_LENGTH)
                .causeSequence(session.sequence)
                .eventNs(session.nowNs)
                .instrument(instrument)
                .paramsVersion(session.params.version())
                .policyVersion(policyVersion(session, instrument))
                .reason(reason);
        publish(cancelAll.encodedLength());
    }

    void scheduleCancel(final SessionState session, final long deadlineNs) {
        scheduleCancel
                .wrap(
                        begin(ScheduleCancelEncoder.BLOCK_LENGTH, ScheduleCancelEncoder.TEMPLATE_ID),
                        MessageHeaderEncoder.ENCODED_LENGTH)
                .causeSequence(session.sequence)
                .eventNs(session.nowNs)
                .instrument(InstrumentState.ALL)
                .paramsVersion(session.params.version())
                .policyVersion(session.policyVersion)
                .deadlineNs(deadlineNs);
        publish(scheduleCancel.encodedLength());
    }

    void alert(
            final SessionState session,
            final int instrument,
            final RiskCode code,
            final double observed,
            final double limit) {
        alert.wrap(
                        begin(RiskAlertEncoder.BLOCK_LENGTH, RiskAlertEncoder.TEMPLATE_ID),
                        MessageHeaderEncoder.ENCODED_LENGTH)
                .causeSequence(session.sequence)
                .eventNs(session.nowNs)
                .instrument(instrument)
                .paramsVersion(session.params.version())
                .policyVersion(policyVersion(session, instrument))
                .code(code)
                .observed(observed)
                .limitValue(limit);
        publish(alert.encodedLength());
    }

    /** The state hash is a statement about the others and not covered by itself. */
    void stateHash(final SessionState session, final long inputs) {
        cover();
        stateHash
                .wrap(
                        begin(StateHashEncoder.BLOCK_LENGTH, StateHashEncoder.TEMPLATE_ID),
                        MessageHeaderEncoder.ENCODED_LENGTH)
                .causeSequence(session.sequence)
                .eventNs(session.nowNs)
                .instrument(InstrumentState.ALL)
                .paramsVersion(session.params.version())
                .policyVersion(session.policyVersion)
                .inputs(inputs)
                .outputs(published)
                .hash(hash.value());
        outputs.publish(MessageHeaderEncoder.ENCODED_LENGTH + stateHash.encodedLength());
    }

    /**
     * Covers what was put out since the last call. Due an event later: a word read while the pieces it was written in are still
     * on their way to the cache waits for them, and the decision with it.
     */
    void cover() {
        for (; uncovered > 0; uncovered--) {
            final long sequence = newest - uncovered + 1;
            hash.update(outputs.message(sequence), 0, outputs.length(sequence));
        }
    }

    /** The table in force for an instrument; the newest of the session where none is meant. */
    private int policyVersion(final SessionState session, final int instrument) {
        final InstrumentState s = instruments.find(instrument);
        return s == null ? session.policyVersion : s.policy.version();
    }

    /** Claims a slot and writes the message header, its four fields as one word: what is read soon is best written whole. */
    private MutableDirectBuffer begin(final int blockLength, final int templateId) {
        final MutableDirectBuffer slot = outputs.claim();
        if (slot == null) {
            failFull();
        }
        final long schema =
                (long) MessageHeaderEncoder.SCHEMA_VERSION << 48 | (long) MessageHeaderEncoder.SCHEMA_ID << 32;
        slot.putLong(0, schema | (long) templateId << 16 | blockLength, ByteOrder.LITTLE_ENDIAN);
        return slot;
    }

    private void publish(final int bodyLength) {
        published++;
        uncovered++;
        newest = outputs.publish(MessageHeaderEncoder.ENCODED_LENGTH + bodyLength);
    }

    @ColdPath("broken invariant: the agent leaves room for all outputs of an event before it hands it over")
    private static void failFull() {
        throw new IllegalStateException("output ring is full within one event");
    }
}
