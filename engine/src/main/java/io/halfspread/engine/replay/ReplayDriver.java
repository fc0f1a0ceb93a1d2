package io.halfspread.engine.replay;

import io.halfspread.codec.event.AccountReviewDecoder;
import io.halfspread.codec.event.AccountSnapshotDecoder;
import io.halfspread.codec.event.AssetContextDecoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.CalibrationDecoder;
import io.halfspread.codec.event.FundingPaymentDecoder;
import io.halfspread.codec.event.GapReportDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.PolicyRowsDecoder;
import io.halfspread.codec.event.PositionAdjustmentDecoder;
import io.halfspread.codec.event.RiskSettingsDecoder;
import io.halfspread.codec.event.StrategySettingsDecoder;
import io.halfspread.codec.event.StrategySettingsEncoder;
import io.halfspread.codec.event.TimerDecoder;
import io.halfspread.codec.event.TimerEncoder;
import io.halfspread.codec.event.TuningParamsRejectedDecoder;
import io.halfspread.codec.event.TuningParamsUpdateDecoder;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.MessageHandler;
import io.halfspread.engine.ring.RingReader;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.engine.settings.SessionOpening;
import io.halfspread.engine.solver.EventBatch;
import io.halfspread.engine.solver.SolverDesk;
import java.nio.ByteOrder;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.NanoClock;

/**
 * Writes the input ring in a replay: the session's opening where the record has none, recorded inputs, timers, parameter
 * drops, the fill model's events and the solver's tables, merged by event time; a table comes a fixed number of events after the
 * one it was computed from, but never between two answers of the fill model. At equal times what the fill model had under way comes first, then a
 * timer, then a drop, then the recorded input. With a fill model it works in lock-step: the engine has handled everything and its outputs are read before
 * the model speaks, and the model has spoken before the next input. One thread; so the ring is the same whatever the
 * threading and the batch size.
 */
public final class ReplayDriver implements Agent {
    /** Distance of two timers, at whole multiples since the epoch. */
    public static final long TIMER_INTERVAL_NS = 100_000_000L;

    /** Longest gap between two recorded events that is filled with timers; beyond it only its end has some. */
    public static final long MAX_TIMED_GAP_NS = 24L * 3600 * 1_000_000_000L;

    private static final int BURST = 256;
    private static final int OUTPUT_BATCH = 256;
    private static final int MAX_ROUNDS = 64;
    private static final int INGEST_NS = MessageHeaderDecoder.ENCODED_LENGTH;
    private static final int INSTRUMENT = MessageHeaderDecoder.ENCODED_LENGTH + TimerDecoder.instrumentEncodingOffset();
    private static final int ALL = 65535;

    private final ReplayPlan plan;
    private final InputSource source;
    private final FillModel fills;
    private final CountingPublisher publisher;
    private final RingReader engine;
    private final RingReader outputs;
    private final MessageHandler observer;
    private final SideQueue liveDrops;
    private final Pacer pacer;
    private final TuningTrack tuning;
    private final EventTally outputTally = new EventTally();
    private final MessageHandler onOutput = this::onOutput;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final TimerEncoder timer = new TimerEncoder();
    private final StrategySettingsEncoder strategy = new StrategySettingsEncoder();

    private SolverDesk solver;
    private boolean loaded;
    private boolean opened;
    private boolean modelled;
    private int rounds;
    private List<TuningDrop> drops = List.of();
    private int nextDrop;
    private long firstNs;
    private long nextTimerNs = Long.MAX_VALUE;
    private long skippedAccountEvents;
    private long skippedPolicyEvents;
    private volatile boolean stopped;
    private volatile boolean finished;

    /**
     * Connects a replay to its rings.
     *
     * @param plan      what to do
     * @param source    recorded inputs; closed with the driver
     * @param fills     fill model, or null when the plan never lets one take over
     * @param ring      input ring
     * @param engine    the engine's place in it, to wait for
     * @param outputs   reader of the output ring for this driver
     * @param observer  also gets every output, or null
     * @param liveDrops parameter events that come while it runs, or null
     * @param speed     times real time, 0 for as fast as it goes
     * @param clock     clock that paces
     */
    public ReplayDriver(
            final ReplayPlan plan,
            final InputSource source,
            final FillModel fills,
            final EventRing ring,
            final RingReader engine,
            final RingReader outputs,
            final MessageHandler observer,
            final SideQueue liveDrops,
            final double speed,
            final NanoClock clock) {
        if (fills == null && plan.modelledFrom() != ReplayPlan.Takeover.NEVER) {
            throw new IllegalArgumentException("this replay needs a fill model");
        }
        this.plan = plan;
        this.source = source;
        this.fills = plan.modelledFrom() == ReplayPlan.Takeover.NEVER ? null : fills;
        this.publisher = new CountingPublisher(ring);
        this.engine = engine;
        this.outputs = outputs;
        this.observer = observer;
        this.liveDrops = liveDrops;
        this.pacer = new Pacer(speed, clock);
        this.tuning = new TuningTrack(plan.params());
    }

    /** Lets a solver make the policy tables from the takeover on. Before the first duty cycle. */
    void solveWith(final SolverDesk desk) {
        solver = desk;
        desk.solving(plan.modelledFrom() == ReplayPlan.Takeover.START);
        publisher.follow(desk);
    }

    @Override
    public String roleName() {
        return "replay";
    }

    @Override
    public int doWork() {
        int work = readOutputs();
        for (int i = 0; i < BURST && !finished; i++) {
            if (fills != null && !isSettled()) {
                break;
            }
            if (isAnswerDue()) {
                if (!publishAnswer()) {
                    break;
                }
                work++;
                continue;
            }
            final int published = publishModelled();
            if (published < 0 || published == 0 && !publishNext()) {
                break;
            }
            work++;
        }
        return work;
    }

    @Override
    public void onClose() {
        source.close();
    }

    /** Publishes no further input; what was published is still answered and read. From any thread. */
    public void stop() {
        stopped = true;
    }

    /**
     * Whether the last input was published and, with a fill model, answered. From any thread.
     *
     * @return true at the end
     */
    public boolean isFinished() {
        return finished;
    }

    /** Reads the outputs that are there; {@link #doWork} does it too. Also for the caller after all agents closed. */
    public int readOutputs() {
        int read = 0;
        for (int n = outputs.poll(onOutput, OUTPUT_BATCH); n > 0; n = outputs.poll(onOutput, OUTPUT_BATCH)) {
            read += n;
        }
        return read;
    }

    CountingPublisher published() {
        return publisher;
    }

    EventTally outputTally() {
        return outputTally;
    }

    /** Recorded account events left out because the fill model answers. */
    long skippedAccountEvents() {
        return skippedAccountEvents;
    }

    /** Recorded models, tables and gap reports left out because they belong to what was overridden. */
    long skippedPolicyEvents() {
        return skippedPolicyEvents;
    }

    SolverDesk solver() {
        return solver;
    }

    /** Drops whose time did not come. */
    int unappliedDrops() {
        return plan.drops().size() - nextDrop;
    }

    private boolean isSettled() {
        if (engine.position() < publisher.lastSequence()) {
            return false;
        }
        readOutputs();
        return true;
    }

    /**
     * Publishes what the model has to say; -1 when the ring has no room for all. An engine that answers every answer would
     * hold time still, so after some rounds the next input comes first.
     */
    private int publishModelled() {
        if (fills == null || !fills.hasEvents()) {
            rounds = 0;
            return 0;
        }
        if (rounds >= MAX_ROUNDS) {
            rounds = 0;
            return 0;
        }
        rounds++;
        final int published = fills.publishTo(publisher);
        return fills.hasEvents() ? -1 : published;
    }

    private boolean publishNext() {
        if (stopped || !loaded && !load()) {
            finished = true;
            return false;
        }
        if (!opened) {
            return open();
        }
        if (liveDrops != null && !liveDrops.isEmpty()) {
            return liveDrops.drain(publisher, publisher.lastNs()) > 0;
        }
        final long recordedNs = source.ingestNs();
        final long modelNs = fills == null ? Long.MAX_VALUE : fills.dueNs();
        final long dropNs = nextDrop < drops.size() ? drops.get(nextDrop).eventNs(firstNs) : Long.MAX_VALUE;
        if (modelNs <= recordedNs && modelNs <= nextTimerNs && modelNs <= dropNs) {
            return pacer.isDue(modelNs) && letModelAct(modelNs);
        }
        if (nextTimerNs <= recordedNs && nextTimerNs <= dropNs) {
            return pacer.isDue(nextTimerNs) && publishTimer();
        }
        if (dropNs <= recordedNs) {
            return pacer.isDue(dropNs) && publishDrop(dropNs);
        }
        return pacer.isDue(recordedNs) && publishRecorded();
    }

    private boolean load() {
        while (source.next()) {
            if (isWanted()) {
                loaded = true;
                skipLongGap();
                return true;
            }
        }
        return false;
    }

    private boolean isWanted() {
        final int templateId = header.wrap(source.buffer(), source.offset()).templateId();
        if (isAccountEvent(templateId) && (modelled || plan.modelledFrom() == ReplayPlan.Takeover.START)) {
            skippedAccountEvents++;
            return false;
        }
        if (isPolicyEvent(templateId) && (modelled || plan.modelledFrom() == ReplayPlan.Takeover.START)) {
            skippedPolicyEvents++;
            return false;
        }
        if (plan.opensSession()) {
            return isMarketData(templateId) && plan.sessionIndex(instrument()) >= 0;
        }
        return templateId <= RiskSettingsDecoder.TEMPLATE_ID || plan.sessionIndex(instrument()) >= 0;
    }

    private boolean open() {
        firstNs = source.ingestNs();
        if (!pacer.isDue(firstNs)) {
            return false;
        }
        drops = plan.dropsByTime(firstNs);
        if (plan.opensSession()) {
            SessionOpening.publish(publisher, firstNs, plan.sessionId(), plan.opening());
            publisher.publish(tuning.encodeFirst(publisher.claim(), firstNs));
            nextTimerNs = timerAfter(firstNs);
        }
        opened = true;
        if (plan.modelledFrom() == ReplayPlan.Takeover.START) {
            modelled = true;
            fills.takeOver();
        }
        return true;
    }

    private boolean letModelAct(final long nowNs) {
        fills.onTime(nowNs);
        return true;
    }

    private boolean isAnswerDue() {
        return solver != null && solver.answers().dueSequence() <= publisher.lastSequence() + 1;
    }

    private boolean publishAnswer() {
        final MutableDirectBuffer slot = publisher.claim();
        if (slot == null) {
            return false;
        }
        final EventBatch answers = solver.answers();
        final int length = answers.firstLength();
        answers.copyFirst(slot);
        answers.removeFirst();
        slot.putLong(INGEST_NS, publisher.lastNs(), ByteOrder.LITTLE_ENDIAN);
        publish(slot, length);
        return true;
    }

    private boolean publishTimer() {
        final MutableDirectBuffer slot = publisher.claim();
        if (slot == null) {
            return false;
        }
        timer.wrapAndApplyHeader(slot, 0, headerEncoder)
                .ingestNs(nextTimerNs)
                .venueNs(TimerEncoder.venueNsNullValue())
                .instrument(ALL);
        publish(slot, MessageHeaderEncoder.ENCODED_LENGTH + timer.encodedLength());
        nextTimerNs += TIMER_INTERVAL_NS;
        return true;
    }

    private boolean publishDrop(final long dropNs) {
        final MutableDirectBuffer slot = publisher.claim();
        if (slot == null) {
            return false;
        }
        publish(slot, tuning.encodeDrop(slot, dropNs, drops.get(nextDrop)));
        nextDrop++;
        if (!modelled) {
            modelled = true;
            fills.takeOver();
            if (solver != null) {
                solver.solving(true);
            }
        }
        return true;
    }

    private boolean publishRecorded() {
        if (modelled && !isWanted()) {
            loaded = false;
            return true;
        }
        final MutableDirectBuffer slot = publisher.claim();
        if (slot == null) {
            return false;
        }
        final DirectBuffer buffer = source.buffer();
        final int offset = source.offset();
        final int templateId = header.wrap(buffer, offset).templateId();
        loaded = false;
        if (templateId == TuningParamsUpdateDecoder.TEMPLATE_ID && !plan.opensSession()) {
            publishRecordedTuning(slot);
        } else if (templateId != TuningParamsRejectedDecoder.TEMPLATE_ID || !tuning.replacesRecorded()) {
            slot.putBytes(0, buffer, offset, source.length());
            adapt(slot, templateId);
            publish(slot, source.length());
        }
        return true;
    }

    private void publishRecordedTuning(final MutableDirectBuffer slot) {
        if (!tuning.replacesRecorded()) {
            publish(
                    slot,
                    tuning.encodeRecorded(slot, source.ingestNs(), source.buffer(), source.offset(), source.length()));
        } else if (!tuning.hasFirst()) {
            publish(slot, tuning.encodeFirst(slot, source.ingestNs()));
        }
    }

    private void adapt(final MutableDirectBuffer slot, final int templateId) {
        if (plan.opensSession() && plan.instruments() != null) {
            slot.putShort(INSTRUMENT, (short) plan.sessionIndex(instrument()), ByteOrder.LITTLE_ENDIAN);
        }
        if (plan.quoteSource() != null && templateId == StrategySettingsDecoder.TEMPLATE_ID) {
            strategy.wrap(slot, MessageHeaderEncoder.ENCODED_LENGTH).quoteSource(plan.quoteSource());
        }
    }

    private void publish(final MutableDirectBuffer slot, final int length) {
        publisher.publish(length);
        if (fills != null) {
            // The slot is not handed out again before this thread claims a whole ring of others.
            fills.onInput(slot, 0, length);
        }
    }

    private void onOutput(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        outputTally.count(buffer, offset);
        if (fills != null) {
            fills.onOutput(buffer, offset, length);
        }
        if (observer != null) {
            observer.onMessage(buffer, offset, length, sequence);
        }
    }

    private void skipLongGap() {
        if (nextTimerNs != Long.MAX_VALUE && source.ingestNs() - nextTimerNs > MAX_TIMED_GAP_NS) {
            nextTimerNs = timerAfter(source.ingestNs() - MAX_TIMED_GAP_NS);
        }
    }

    private int instrument() {
        return source.buffer().getShort(source.offset() + INSTRUMENT, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }

    private static long timerAfter(final long eventNs) {
        return (Math.floorDiv(eventNs, TIMER_INTERVAL_NS) + 1) * TIMER_INTERVAL_NS;
    }

    private static boolean isMarketData(final int templateId) {
        return templateId >= BookSnapshotDecoder.TEMPLATE_ID && templateId <= AssetContextDecoder.TEMPLATE_ID;
    }

    private static boolean isPolicyEvent(final int templateId) {
        return templateId >= PolicyRowsDecoder.TEMPLATE_ID && templateId <= CalibrationDecoder.TEMPLATE_ID
                || templateId == GapReportDecoder.TEMPLATE_ID;
    }

    private static boolean isAccountEvent(final int templateId) {
        return templateId >= OrderUpdateDecoder.TEMPLATE_ID && templateId <= AccountSnapshotDecoder.TEMPLATE_ID
                || templateId == FundingPaymentDecoder.TEMPLATE_ID
                || templateId == AccountReviewDecoder.TEMPLATE_ID
                || templateId == PositionAdjustmentDecoder.TEMPLATE_ID;
    }
}
