package io.halfspread.engine.solver;

import io.halfspread.codec.event.AccountSnapshotDecoder;
import io.halfspread.codec.event.AssetContextDecoder;
import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.InstrumentDefinitionDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.PolicyCommitDecoder;
import io.halfspread.codec.event.PositionAdjustmentDecoder;
import io.halfspread.codec.event.SessionStartDecoder;
import io.halfspread.codec.event.StrategySettingsDecoder;
import io.halfspread.codec.event.TradeDecoder;
import io.halfspread.codec.event.TradingModeUpdateDecoder;
import io.halfspread.codec.event.TuningParamsUpdateDecoder;
import io.halfspread.engine.quote.ParamsInForce;
import io.halfspread.engine.tuning.TuningParam;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * The solver without its thread: takes every input event, calibrates, solves what is due, and leaves the answers in its batch.
 * A function of the events it is given. Only instruments quoted by a table are followed, unless the settings say all. For one
 * thread.
 */
public final class SolverDesk {
    private static final int MOST_INSTRUMENTS = 64;

    private final SolverSettings settings;
    private final EventBatch batch = new EventBatch();
    private final PolicyMessages messages = new PolicyMessages(batch);
    private final GapReporter reporter = new GapReporter(batch);
    private final ParamsInForce params = new ParamsInForce();
    private final InstrumentSolver[] solvers = new InstrumentSolver[MOST_INSTRUMENTS];
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final SessionStartDecoder start = new SessionStartDecoder();
    private final InstrumentDefinitionDecoder definition = new InstrumentDefinitionDecoder();
    private final StrategySettingsDecoder strategy = new StrategySettingsDecoder();
    private final TuningParamsUpdateDecoder tuning = new TuningParamsUpdateDecoder();
    private final BestBidOfferDecoder bbo = new BestBidOfferDecoder();
    private final BookSnapshotDecoder snapshot = new BookSnapshotDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final AssetContextDecoder context = new AssetContextDecoder();
    private final OrderUpdateDecoder order = new OrderUpdateDecoder();
    private final FillDecoder fill = new FillDecoder();
    private final PositionAdjustmentDecoder adjustment = new PositionAdjustmentDecoder();
    private final AccountSnapshotDecoder account = new AccountSnapshotDecoder();
    private final PolicyCommitDecoder commit = new PolicyCommitDecoder();
    private int instruments;
    private boolean ownOrdersInBook;
    private boolean baselineSet;
    private boolean solving = true;
    private int version;
    private long solves;

    /**
     * A desk that knows nothing yet.
     *
     * @param settings when to solve
     */
    public SolverDesk(final SolverSettings settings) {
        this.settings = settings;
    }

    /**
     * Whether it solves; without, it only calibrates.
     *
     * @param isSolving true to solve what is due
     */
    public void solving(final boolean isSolving) {
        solving = isSolving;
    }

    /**
     * One input event.
     *
     * @param buffer   holds the message
     * @param offset   index of its header
     * @param sequence its sequence; answers to it wait for a fixed number of events more
     */
    public void onInput(final DirectBuffer buffer, final int offset, final long sequence) {
        header.wrap(buffer, offset);
        final int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        dispatch(buffer, body, header.templateId(), header.blockLength(), header.version());
        if (solving) {
            solveDue(buffer.getLong(body, ByteOrder.LITTLE_ENDIAN), sequence);
        }
    }

    private void dispatch(
            final DirectBuffer buffer, final int body, final int templateId, final int block, final int schema) {
        switch (templateId) {
            case BestBidOfferDecoder.TEMPLATE_ID -> onBbo(bbo.wrap(buffer, body, block, schema));
            case BookSnapshotDecoder.TEMPLATE_ID -> onSnapshot(snapshot.wrap(buffer, body, block, schema));
            case TradeDecoder.TEMPLATE_ID -> onTrade(trade.wrap(buffer, body, block, schema));
            case AssetContextDecoder.TEMPLATE_ID -> onContext(context.wrap(buffer, body, block, schema));
            case OrderUpdateDecoder.TEMPLATE_ID -> onOrder(order.wrap(buffer, body, block, schema));
            case FillDecoder.TEMPLATE_ID -> onFill(fill.wrap(buffer, body, block, schema));
            case PositionAdjustmentDecoder.TEMPLATE_ID -> onAdjustment(adjustment.wrap(buffer, body, block, schema));
            case AccountSnapshotDecoder.TEMPLATE_ID -> onAccount(account.wrap(buffer, body, block, schema));
            case SessionStartDecoder.TEMPLATE_ID ->
                ownOrdersInBook = start.wrap(buffer, body, block, schema).ownOrdersInBook() == Flag.YES;
            case InstrumentDefinitionDecoder.TEMPLATE_ID -> onDefinition(definition.wrap(buffer, body, block, schema));
            case StrategySettingsDecoder.TEMPLATE_ID -> onSettings(strategy.wrap(buffer, body, block, schema));
            case TuningParamsUpdateDecoder.TEMPLATE_ID -> onTuning(tuning.wrap(buffer, body, block, schema));
            case TradingModeUpdateDecoder.TEMPLATE_ID -> restartRewards();
            case PolicyCommitDecoder.TEMPLATE_ID ->
                version = Math.max(
                        version, (int) commit.wrap(buffer, body, block, schema).policyVersion());
            default -> {
                // Only its time matters.
            }
        }
    }

    private void onBbo(final BestBidOfferDecoder event) {
        final InstrumentFeed feed = followed(event.instrument());
        if (feed != null) {
            final long nowNs = event.ingestNs();
            final long venueNs = event.venueNs();
            feed.onBook(nowNs, venueNs, feed.book().onBestBidOffer(event));
            solvers[feed.index].onBook(nowNs);
        }
    }

    private void onSnapshot(final BookSnapshotDecoder event) {
        final InstrumentFeed feed = followed(event.instrument());
        if (feed != null) {
            final long nowNs = event.ingestNs();
            final long venueNs = event.venueNs();
            feed.onBook(nowNs, venueNs, feed.book().onSnapshot(event));
            solvers[feed.index].onBook(nowNs);
        }
    }

    private void onTrade(final TradeDecoder event) {
        final InstrumentFeed feed = followed(event.instrument());
        if (feed != null) {
            feed.onTrade(event);
        }
    }

    private void onContext(final AssetContextDecoder event) {
        final InstrumentFeed feed = followed(event.instrument());
        if (feed != null) {
            feed.onContext(event);
        }
    }

    private void onOrder(final OrderUpdateDecoder event) {
        final InstrumentFeed feed = followed(event.instrument());
        if (feed != null) {
            feed.onOrder(event);
        }
    }

    private void onFill(final FillDecoder event) {
        final InstrumentFeed feed = followed(event.instrument());
        if (feed != null) {
            feed.onFill(event, solvers[feed.index].rewards());
        }
    }

    private void onAdjustment(final PositionAdjustmentDecoder event) {
        final InstrumentFeed feed = followed(event.instrument());
        if (feed != null) {
            feed.position(event.size());
        }
    }

    private void onAccount(final AccountSnapshotDecoder event) {
        final boolean last = event.last() == Flag.YES;
        final AccountSnapshotDecoder.PositionsDecoder positions = event.positions();
        while (positions.hasNext()) {
            positions.next();
            final InstrumentFeed feed = followed(positions.instrument());
            if (feed != null && !baselineSet) {
                feed.position(positions.size());
            }
        }
        baselineSet |= last;
    }

    private void onDefinition(final InstrumentDefinitionDecoder event) {
        if (event.instrument() == instruments && instruments < MOST_INSTRUMENTS) {
            final InstrumentFeed feed = new InstrumentFeed(instruments, settings.shape(), params);
            feed.define(event, ownOrdersInBook);
            solvers[instruments++] = new InstrumentSolver(feed, settings, params, messages, reporter);
        }
    }

    private void onSettings(final StrategySettingsDecoder event) {
        if (event.instrument() < instruments) {
            solvers[event.instrument()].feed().settings(event);
            solvers[event.instrument()].onChange();
            solvers[event.instrument()].restartRewards();
        }
    }

    private void onTuning(final TuningParamsUpdateDecoder event) {
        final int newVersion = (int) event.version();
        final TuningParamsUpdateDecoder.ValuesDecoder values = event.values();
        while (values.hasNext()) {
            values.next();
            if (values.paramId() < TuningParam.COUNT) {
                params.value(values.paramId(), values.value());
            }
        }
        params.version(newVersion);
        for (int i = 0; i < instruments; i++) {
            solvers[i].onChange();
        }
    }

    private void restartRewards() {
        for (int i = 0; i < instruments; i++) {
            solvers[i].restartRewards();
        }
    }

    private InstrumentFeed followed(final int instrument) {
        if (instrument >= instruments) {
            return null;
        }
        final InstrumentSolver solver = solvers[instrument];
        return solver.isFollowed() ? solver.feed() : null;
    }

    private void solveDue(final long nowNs, final long sequence) {
        for (int i = 0; i < instruments; i++) {
            final InstrumentSolver solver = solvers[i];
            if (solver.isFollowed()) {
                solver.feed().calibration.advance(nowNs);
                if (solver.isDue(nowNs)) {
                    batch.due(sequence + settings.delayEvents());
                    solves++;
                    if (solver.solve(nowNs, version + 1)) {
                        version++;
                    }
                }
            }
        }
    }

    /**
     * Answers that wait for the ring.
     *
     * @return the batch, emptied by the caller
     */
    public EventBatch answers() {
        return batch;
    }

    /**
     * Solves begun.
     *
     * @return count
     */
    public long solves() {
        return solves;
    }

    /**
     * Solves that gave no table: cap of iterations, a value not finite, a bad pivot, or an estimate out of range.
     *
     * @return count
     */
    public long discarded() {
        long sum = 0;
        for (int i = 0; i < instruments; i++) {
            sum += solvers[i].discarded();
        }
        return sum;
    }
}
