package io.halfspread.engine.handler;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.AccountReviewDecoder;
import io.halfspread.codec.event.AccountSnapshotDecoder;
import io.halfspread.codec.event.ActionResponseDecoder;
import io.halfspread.codec.event.AssetContextDecoder;
import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.CalibrationDecoder;
import io.halfspread.codec.event.ConnectionStateDecoder;
import io.halfspread.codec.event.ConnectionStatus;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.FundingPaymentDecoder;
import io.halfspread.codec.event.GapReportDecoder;
import io.halfspread.codec.event.GuardSettingsDecoder;
import io.halfspread.codec.event.InstrumentDefinitionDecoder;
import io.halfspread.codec.event.LimitSettingsDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.MidPriceDecoder;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.PolicyCommitDecoder;
import io.halfspread.codec.event.PolicyRowsDecoder;
import io.halfspread.codec.event.PositionAdjustmentDecoder;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.RiskCode;
import io.halfspread.codec.event.RiskSettingsDecoder;
import io.halfspread.codec.event.ScheduleCancelDecoder;
import io.halfspread.codec.event.SessionStartDecoder;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.StrategySettingsDecoder;
import io.halfspread.codec.event.TimerDecoder;
import io.halfspread.codec.event.TradeDecoder;
import io.halfspread.codec.event.TradingModeRequestDecoder;
import io.halfspread.codec.event.TradingModeUpdateDecoder;
import io.halfspread.codec.event.TuningParamsRejectedDecoder;
import io.halfspread.codec.event.TuningParamsUpdateDecoder;
import io.halfspread.engine.book.MarketBook;
import io.halfspread.engine.order.Order;
import io.halfspread.engine.order.OrderState;
import io.halfspread.engine.order.Orders;
import io.halfspread.engine.order.SideQuote;
import io.halfspread.engine.quote.HeuristicLaw;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.MessageHandler;
import io.halfspread.engine.risk.ScheduledCancel;
import io.halfspread.engine.risk.StreamAges;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * The engine: a pure function of the ordered inputs. One switch on the template id hands each event to the part that knows
 * it; decisions and commands go to the output port; a rolling hash covers every byte in and out. It reads no clock, allocates
 * nothing, takes no lock and never fails on an input. Engine thread only; the accessors are for reports, on that thread or
 * after it ended.
 */
@HotPath
public final class QuotingHandler implements MessageHandler {
    /** Inputs between two state hashes. */
    public static final int HASH_INTERVAL = 1024;

    /** Most orders alive at once over all instruments. */
    private static final int MAX_ORDERS = 1024;

    /** Four late answers or a stale stream, three breaches, an alert a side, a held cancel, a decision, three commands. */
    private static final int OUTPUTS_OF_INSTRUMENT = 14;

    /** A whole part of an account state lists twenty orders of others, each reported and cancelled. */
    private static final int OUTPUTS_OF_SESSION = 56;

    private static final double SCALE = 1e8;

    private final SessionState session = new SessionState();
    private final Instruments instruments = new Instruments();
    private final Orders orders = new Orders(MAX_ORDERS);
    private final RollingHash hash = new RollingHash();
    private final OutputWriter out;
    private final Decider decider;
    private final AccountHandler account;
    private final SettingsHandler settings;
    private final ModeHandler modes;
    private final GuardHandler guard;
    private final PolicyHandler policies;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final BestBidOfferDecoder bestBidOffer = new BestBidOfferDecoder();
    private final BookSnapshotDecoder bookSnapshot = new BookSnapshotDecoder();
    private final AssetContextDecoder assetContext = new AssetContextDecoder();
    private final OrderUpdateDecoder orderUpdate = new OrderUpdateDecoder();
    private final FillDecoder fill = new FillDecoder();
    private final FundingPaymentDecoder funding = new FundingPaymentDecoder();
    private final ActionResponseDecoder response = new ActionResponseDecoder();
    private final AccountReviewDecoder accountReview = new AccountReviewDecoder();
    private final PositionAdjustmentDecoder adjustment = new PositionAdjustmentDecoder();
    private final AccountSnapshotDecoder accountSnapshot = new AccountSnapshotDecoder();
    private final ConnectionStateDecoder connection = new ConnectionStateDecoder();
    private final SessionStartDecoder sessionStart = new SessionStartDecoder();
    private final InstrumentDefinitionDecoder definition = new InstrumentDefinitionDecoder();
    private final StrategySettingsDecoder strategySettings = new StrategySettingsDecoder();
    private final RiskSettingsDecoder riskSettings = new RiskSettingsDecoder();
    private final TuningParamsUpdateDecoder tuning = new TuningParamsUpdateDecoder();
    private final TradingModeUpdateDecoder mode = new TradingModeUpdateDecoder();
    private final TradingModeRequestDecoder modeRequest = new TradingModeRequestDecoder();
    private final LimitSettingsDecoder limits = new LimitSettingsDecoder();
    private final GuardSettingsDecoder guardSettings = new GuardSettingsDecoder();
    private final PolicyRowsDecoder policyRows = new PolicyRowsDecoder();
    private final PolicyCommitDecoder policyCommit = new PolicyCommitDecoder();

    private long inputs;
    private long unhandled;

    /**
     * An engine without a session; the first event is a SessionStart.
     *
     * @param outputs output ring, with room for all outputs of an event (see {@link #maxOutputsPerEvent(int)})
     */
    public QuotingHandler(final EventRing outputs) {
        out = new OutputWriter(outputs, hash, instruments);
        decider = new Decider(session, orders, out);
        account = new AccountHandler(session, instruments, orders, out, decider);
        settings = new SettingsHandler(session, instruments);
        guard = new GuardHandler(session, orders, out);
        modes = new ModeHandler(session, instruments, out);
        policies = new PolicyHandler(session, instruments, out, decider);
    }

    /**
     * Most outputs one event can cause: per instrument a decision, two quote commands, a taker and alerts; some of the
     * session.
     *
     * @param instruments instruments defined
     * @return count
     */
    public static int maxOutputsPerEvent(final int instruments) {
        return instruments * OUTPUTS_OF_INSTRUMENT + OUTPUTS_OF_SESSION;
    }

    @Override
    public void onMessage(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        out.cover();
        inputs++;
        header.wrap(buffer, offset);
        final int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        session.onEvent(sequence, buffer.getLong(body, ByteOrder.LITTLE_ENDIAN));
        dispatch(buffer, body, header.templateId(), header.blockLength(), header.version());
        hash.update(buffer, offset, length);
        if (inputs % HASH_INTERVAL == 0) {
            out.stateHash(session, inputs);
        }
    }

    /** Publishes the final state hash when inputs came since the last one. Engine thread, after the last event. */
    @ColdPath("once, at the end of a session")
    public void onSessionEnd() {
        out.cover();
        if (inputs % HASH_INTERVAL != 0) {
            out.stateHash(session, inputs);
        }
    }

    private void dispatch(
            final DirectBuffer buffer, final int body, final int templateId, final int blockLength, final int version) {
        switch (templateId) {
            case BestBidOfferDecoder.TEMPLATE_ID:
                bestBidOffer.wrap(buffer, body, blockLength, version);
                onBestBidOffer();
                break;
            case BookSnapshotDecoder.TEMPLATE_ID:
                bookSnapshot.wrap(buffer, body, blockLength, version);
                onBookSnapshot();
                break;
            case TimerDecoder.TEMPLATE_ID:
                onTimer();
                break;
            case OrderUpdateDecoder.TEMPLATE_ID:
                account.onOrderUpdate(orderUpdate.wrap(buffer, body, blockLength, version));
                break;
            case FillDecoder.TEMPLATE_ID:
                account.onFill(fill.wrap(buffer, body, blockLength, version));
                break;
            case ActionResponseDecoder.TEMPLATE_ID:
                response.wrap(buffer, body, blockLength, version);
                if (response.command() == ScheduleCancelDecoder.TEMPLATE_ID) {
                    guard.onResponse(response);
                } else {
                    account.onResponse(response);
                }
                break;
            case AssetContextDecoder.TEMPLATE_ID:
                assetContext.wrap(buffer, body, blockLength, version);
                onAssetContext();
                break;
            case TradeDecoder.TEMPLATE_ID:
            case MidPriceDecoder.TEMPLATE_ID:
            case TuningParamsRejectedDecoder.TEMPLATE_ID:
            case CalibrationDecoder.TEMPLATE_ID:
            case GapReportDecoder.TEMPLATE_ID:
                // Part of the record and of the hash; no decision of this engine depends on them.
                break;
            case PolicyRowsDecoder.TEMPLATE_ID:
                policies.onRows(policyRows.wrap(buffer, body, blockLength, version));
                break;
            case PolicyCommitDecoder.TEMPLATE_ID:
                policies.onCommit(policyCommit.wrap(buffer, body, blockLength, version));
                break;
            case FundingPaymentDecoder.TEMPLATE_ID:
                account.onFunding(funding.wrap(buffer, body, blockLength, version));
                break;
            default:
                dispatchCold(buffer, body, templateId, blockLength, version);
                break;
        }
    }

    private void dispatchCold(
            final DirectBuffer buffer, final int body, final int templateId, final int blockLength, final int version) {
        switch (templateId) {
            case TuningParamsUpdateDecoder.TEMPLATE_ID:
                settings.onTuning(tuning.wrap(buffer, body, blockLength, version));
                decideAll();
                break;
            case SessionStartDecoder.TEMPLATE_ID:
                settings.onSessionStart(sessionStart.wrap(buffer, body, blockLength, version));
                break;
            case InstrumentDefinitionDecoder.TEMPLATE_ID:
                settings.onInstrument(definition.wrap(buffer, body, blockLength, version));
                break;
            case StrategySettingsDecoder.TEMPLATE_ID:
                decideOpen(settings.onStrategy(strategySettings.wrap(buffer, body, blockLength, version)));
                break;
            case RiskSettingsDecoder.TEMPLATE_ID:
                decideOpen(settings.onRisk(riskSettings.wrap(buffer, body, blockLength, version)));
                break;
            case TradingModeUpdateDecoder.TEMPLATE_ID:
                modes.onUpdate(mode.wrap(buffer, body, blockLength, version), account.pnlUsd());
                decideAll();
                break;
            case TradingModeRequestDecoder.TEMPLATE_ID:
                modeRequest.wrap(buffer, body, blockLength, version);
                final boolean kills = modes.onRequest(modeRequest, account.pnlUsd());
                decideAll();
                if (kills) {
                    modes.cancelAll(modeRequest.instrument());
                }
                break;
            case LimitSettingsDecoder.TEMPLATE_ID:
                settings.onLimits(limits.wrap(buffer, body, blockLength, version));
                break;
            case GuardSettingsDecoder.TEMPLATE_ID:
                settings.onGuard(guardSettings.wrap(buffer, body, blockLength, version));
                break;
            case ConnectionStateDecoder.TEMPLATE_ID:
                connection.wrap(buffer, body, blockLength, version);
                onConnection();
                break;
            case AccountSnapshotDecoder.TEMPLATE_ID:
                account.onSnapshot(accountSnapshot.wrap(buffer, body, blockLength, version));
                break;
            case AccountReviewDecoder.TEMPLATE_ID:
                account.onReview(accountReview.wrap(buffer, body, blockLength, version));
                break;
            case PositionAdjustmentDecoder.TEMPLATE_ID:
                account.onAdjustment(adjustment.wrap(buffer, body, blockLength, version));
                break;
            default:
                unhandled++;
                break;
        }
    }

    private void onBestBidOffer() {
        final InstrumentState s = instruments.find(bestBidOffer.instrument());
        if (s != null) {
            final long venueNs = bestBidOffer.venueNs();
            final boolean woke = s.streams.heard(StreamAges.BBO, session.nowNs);
            onBookEvent(s, venueNs, s.book.onBestBidOffer(bestBidOffer), woke);
        }
    }

    private void onBookSnapshot() {
        final InstrumentState s = instruments.find(bookSnapshot.instrument());
        if (s != null) {
            final long venueNs = bookSnapshot.venueNs();
            final int stream = bookSnapshot.fast() == Flag.YES ? StreamAges.FAST_BOOK : StreamAges.DEEP_BOOK;
            final boolean woke = s.streams.heard(stream, session.nowNs);
            onBookEvent(s, venueNs, s.book.onSnapshot(bookSnapshot), woke);
        }
    }

    private void onBookEvent(final InstrumentState s, final long venueNs, final boolean changed, final boolean woke) {
        s.lastBookNs = session.nowNs;
        s.stale = false;
        if (session.skew.onData(session.nowNs, venueNs)) {
            onSkew();
        }
        if (!changed) {
            if (woke) {
                decider.decide(s);
            }
            return;
        }
        decider.observe(s);
        if (venueNs > s.lastStepVenueNs && s.book.isTwoSided() && session.params.version() != 0) {
            s.lastStepVenueNs = venueNs;
            s.muHat = HeuristicLaw.stepDrift(s.muHat, s.signedImbalance, s.spreadBps, session.params);
        }
        account.checkLosses();
        decider.decide(s);
    }

    private void onTimer() {
        for (int i = 0; i < instruments.count(); i++) {
            final InstrumentState s = instruments.get(i);
            account.checkOverdue(s);
            if (!s.stale && s.lastBookNs != InstrumentState.NONE && session.nowNs - s.lastBookNs >= s.staleAfterNs) {
                s.stale = true;
                out.alert(
                        session,
                        s.index,
                        RiskCode.STALE_DATA,
                        (session.nowNs - s.lastBookNs) / 1e9,
                        s.staleAfterNs / 1e9);
                decider.decide(s);
            } else if (decider.hasFallenSilent(s)) {
                decider.decide(s);
            } else if (s.waitsForTime() || isOverAged(s.bid) || isOverAged(s.ask)) {
                decider.resume(s);
            }
        }
        guard.onTimer();
    }

    private boolean isOverAged(final SideQuote quote) {
        return session.maxOrderAgeNs > 0
                && quote.isWanted()
                && quote.current() != null
                && session.nowNs - quote.current().placedNs() >= session.maxOrderAgeNs;
    }

    /** All instruments share the clocks. */
    @ColdPath("when clocks come apart or together")
    private void onSkew() {
        if (session.skew.isBeyond()) {
            out.alert(
                    session,
                    InstrumentState.ALL,
                    RiskCode.CLOCK_SKEW,
                    session.skew.observedNs() / 1e9,
                    session.skew.limitNs() / 1e9);
        }
        decideAll();
    }

    private void onAssetContext() {
        final InstrumentState s = instruments.find(assetContext.instrument());
        if (s != null && assetContext.oraclePx() != AssetContextDecoder.oraclePxNullValue()) {
            s.oraclePx = assetContext.oraclePx() / SCALE;
            if (s.streams.heard(StreamAges.CONTEXT, session.nowNs)) {
                decideOpen(s);
            }
        }
    }

    private void onConnection() {
        if (connection.status() == ConnectionStatus.RESYNCING) {
            account.onResyncing();
        }
        if (connection.carriesOrders() == Flag.YES) {
            session.ready = connection.status() == ConnectionStatus.READY;
            decideAll();
        }
    }

    private void decideAll() {
        for (int i = 0; i < instruments.count(); i++) {
            decideOpen(instruments.get(i));
        }
    }

    /** Decides again once the instrument has seen a book; before that there is nothing to say. */
    private void decideOpen(final InstrumentState s) {
        if (s != null && s.lastBookNs != InstrumentState.NONE) {
            decider.decide(s);
        }
    }

    /**
     * Whether an order of this session may still be open, as far as the engine knows.
     *
     * @param cloidLow low half of its id
     * @return false once its end is known, and for ids never used
     */
    public boolean isLive(final long cloidLow) {
        return orders.find(cloidLow) != null;
    }

    /**
     * Hash over every input and output so far. Engine thread, or any after {@link #onSessionEnd()}.
     *
     * @return 64 bits
     */
    public long hash() {
        out.cover();
        return hash.value();
    }

    /**
     * Inputs handled.
     *
     * @return count
     */
    public long inputs() {
        return inputs;
    }

    /**
     * Outputs published, state hashes not counted.
     *
     * @return count
     */
    public long outputs() {
        return out.published();
    }

    /**
     * Inputs whose template this build does not know.
     *
     * @return count
     */
    public long unhandled() {
        return unhandled;
    }

    /**
     * Instruments defined.
     *
     * @return count
     */
    public int instruments() {
        return instruments.count();
    }

    /**
     * Venue name of an instrument.
     *
     * @param instrument index below {@link #instruments()}
     * @return the name
     */
    public String coin(final int instrument) {
        return instruments.get(instrument).coin;
    }

    /**
     * Signed position of an instrument.
     *
     * @param instrument index
     * @return base units, decimal8
     */
    public long position(final int instrument) {
        return instruments.get(instrument).position.size();
    }

    /**
     * Profit of an instrument at the last mid, fees taken off.
     *
     * @param instrument index
     * @return USD
     */
    public double pnlUsd(final int instrument) {
        return instruments.get(instrument).pnlUsd();
    }

    /**
     * Position limit of an instrument as the engine keeps it.
     *
     * @param instrument index
     * @return base units, decimal8; USD while a limit stated in USD waits for the first mid price
     */
    public long maxPosition(final int instrument) {
        return instruments.get(instrument).maxPosition;
    }

    /**
     * What fills, adjustments and funding moved in cash, fees taken off.
     *
     * @param instrument index
     * @return USD, decimal8; with the position at the mid it is the profit
     */
    public long ledger(final int instrument) {
        return instruments.get(instrument).position.ledger();
    }

    /**
     * Fees of an instrument.
     *
     * @param instrument index
     * @return USD, decimal8, negative when rebates exceed fees
     */
    public long fees(final int instrument) {
        return instruments.get(instrument).position.fees();
    }

    /**
     * Funding of an instrument.
     *
     * @param instrument index
     * @return USD, decimal8, negative when more was paid than received
     */
    public long funding(final int instrument) {
        return instruments.get(instrument).position.funding();
    }

    /**
     * Value traded in an instrument.
     *
     * @param instrument index
     * @return USD, decimal8
     */
    public long volume(final int instrument) {
        return instruments.get(instrument).position.volume();
    }

    /**
     * Fills counted in an instrument.
     *
     * @param instrument index
     * @return count
     */
    public long fills(final int instrument) {
        return instruments.get(instrument).position.fills();
    }

    /**
     * Fills left out because they were counted before.
     *
     * @return count
     */
    public long duplicateFills() {
        return account.duplicateFills();
    }

    /**
     * Decisions recorded for an instrument.
     *
     * @param instrument index
     * @return count
     */
    public long decisions(final int instrument) {
        return instruments.get(instrument).decisions;
    }

    /**
     * Policy table in force for an instrument.
     *
     * @param instrument index
     * @return its version, 0 for none
     */
    public int policyVersion(final int instrument) {
        return instruments.get(instrument).policy.version();
    }

    /**
     * Times a reason was reported, both sides of every decision counted.
     *
     * @param instrument index
     * @param reason     reason
     * @return count
     */
    public long reasons(final int instrument, final QuoteReason reason) {
        return instruments.get(instrument).reasonCounts[reason.value()];
    }

    /**
     * Mid price of an instrument when it last had one.
     *
     * @param instrument index
     * @return USD, 0 before the first book
     */
    public double mid(final int instrument) {
        return instruments.get(instrument).mid;
    }

    /**
     * Requests left of the venue's allowance.
     *
     * @return count
     */
    public long requestsLeft() {
        return session.budget.left();
    }

    /**
     * How long the request budget lasts at the pace of late.
     *
     * @return hours; positive infinity when nothing is used up on balance, or not known yet
     */
    public double runwayHours() {
        return session.budget.runwayHours(session.nowNs);
    }

    /**
     * Profit of the UTC day so far, on the basis of its loss limit, earlier sessions of the day included.
     *
     * @return USD; 0 when there is no such limit
     */
    public double dayPnlUsd() {
        return -session.dailyLoss.lossUsd();
    }

    /**
     * The venue's dead man's switch, as far as its answers tell.
     *
     * @return the switch; only to be asked
     */
    public ScheduledCancel scheduledCancel() {
        return session.scheduledCancel;
    }

    /**
     * Whether something of the venue's dead man's switch is left at the venue, or on its way there.
     *
     * @return false when it is not used, was taken back or has fired
     */
    public boolean mayCancelBeScheduled() {
        return session.scheduledCancel.mayStand(session.nowNs);
    }

    /**
     * Orders whose end is not known.
     *
     * @return count
     */
    public int liveOrders() {
        return orders.live();
    }

    /**
     * Best price of a side of the market, without our own orders where the book shows them.
     *
     * @param instrument index
     * @param side       side
     * @return decimal8, or {@link MarketBook#NONE}
     */
    public long bestPx(final int instrument, final Side side) {
        final MarketBook book = instruments.get(instrument).book;
        return side == Side.BID ? book.bestBid() : book.bestAsk();
    }

    /**
     * The order of a side that rests at the venue, as far as the engine knows.
     *
     * @param instrument index
     * @param side       side
     * @return the order, or null when there is none
     */
    public Order resting(final int instrument, final Side side) {
        final Order order = instruments.get(instrument).quote(side).atVenue();
        return order == null || order.state() == OrderState.PENDING_NEW ? null : order;
    }

    /**
     * The newest order of a side that the venue may hold open.
     *
     * @param instrument index
     * @param side       side
     * @return the order, or null when there is none
     */
    public Order quote(final int instrument, final Side side) {
        return instruments.get(instrument).quote(side).current();
    }
}
