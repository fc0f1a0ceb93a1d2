package io.halfspread.engine.settings;

import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.GuardSettingsEncoder;
import io.halfspread.codec.event.InstrumentDefinitionEncoder;
import io.halfspread.codec.event.LimitSettingsEncoder;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.RiskSettingsEncoder;
import io.halfspread.codec.event.SessionStartEncoder;
import io.halfspread.codec.event.StrategySettingsEncoder;
import io.halfspread.engine.ring.EventPublisher;
import org.agrona.MutableDirectBuffer;

/** The events that open a session, in their order. Called on the thread that writes the ring. */
public final class SessionOpening {
    private static final int ALL = 65535;

    private final EventPublisher publisher;
    private final long nowNs;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();

    private SessionOpening(final EventPublisher publisher, final long nowNs) {
        this.publisher = publisher;
        this.nowNs = nowNs;
    }

    /**
     * Publishes session start, further limits and guard when they are not the engine's defaults, then definition, strategy and risk
     * settings of each instrument.
     *
     * @param publisher write port of the ring, with room for three events and three an instrument
     * @param nowNs     event time of the opening
     * @param sessionId high half of every order id
     * @param settings  what the session is configured with
     */
    public static void publish(
            final EventPublisher publisher, final long nowNs, final long sessionId, final SessionSettings settings) {
        final SessionOpening opening = new SessionOpening(publisher, nowNs);
        opening.start(sessionId, settings);
        if (!settings.safety().equals(SafetyLimits.DEFAULTS)) {
            opening.limits(settings.safety());
        }
        if (!settings.guard().equals(GuardSettings.NONE)) {
            opening.guard(settings.guard());
        }
        for (int i = 0; i < settings.instruments().size(); i++) {
            opening.instrument(i, settings.instruments().get(i));
        }
    }

    private void start(final long sessionId, final SessionSettings settings) {
        final SessionStartEncoder start = new SessionStartEncoder();
        start.wrapAndApplyHeader(claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(SessionStartEncoder.venueNsNullValue())
                .instrument(ALL)
                .sessionId(sessionId)
                .kind(settings.kind())
                .ownOrdersInBook(flag(settings.ownOrdersInBook()))
                .budgetMode(settings.budgetMode())
                .budgetInitial(settings.budgetInitial())
                .maxDrawdownUsd(settings.maxDrawdownUsd())
                .maxOrdersPerSecond(settings.maxOrdersPerSecond());
        publish(start.encodedLength());
    }

    private void limits(final SafetyLimits safety) {
        final LimitSettingsEncoder limits = new LimitSettingsEncoder();
        limits.wrapAndApplyHeader(claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(LimitSettingsEncoder.venueNsNullValue())
                .instrument(ALL)
                .maxOrderUsd(safety.maxOrderUsd())
                .maxDailyLossUsd(safety.maxDailyLossUsd())
                .carriedPnlUsd(safety.carriedPnlUsd())
                .maxCancelsPerSecond(safety.maxCancelsPerSecond())
                .minRunwayHours(safety.minRunwayHours())
                .staleBboNs(safety.silence().bboNs())
                .staleFastNs(safety.silence().fastNs())
                .staleDeepNs(safety.silence().deepNs())
                .staleContextNs(safety.silence().contextNs())
                .maxOrderAgeNs(safety.maxOrderAgeNs())
                .maxClockSkewNs(safety.maxClockSkewNs())
                .postOnlyHoldNs(safety.postOnlyHoldNs());
        publish(limits.encodedLength());
    }

    private void guard(final GuardSettings settings) {
        final GuardSettingsEncoder guard = new GuardSettingsEncoder();
        guard.wrapAndApplyHeader(claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(GuardSettingsEncoder.venueNsNullValue())
                .instrument(ALL)
                .scheduleCancelNs(settings.scheduleCancelNs())
                .cancelForeign(flag(settings.cancelsForeign()));
        publish(guard.encodedLength());
    }

    private void instrument(final int index, final Instrument instrument) {
        final InstrumentDefinitionEncoder definition = new InstrumentDefinitionEncoder();
        definition
                .wrapAndApplyHeader(claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(InstrumentDefinitionEncoder.venueNsNullValue())
                .instrument(index)
                .kind(instrument.kind())
                .szDecimals((short) instrument.szDecimals())
                .assetId(instrument.assetId())
                .coin(instrument.coin());
        publish(definition.encodedLength());
        strategy(index, instrument.quoting());
        risk(index, instrument.limits());
    }

    private void strategy(final int index, final QuotingSettings quoting) {
        final StrategySettingsEncoder strategy = new StrategySettingsEncoder();
        strategy.wrapAndApplyHeader(claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(StrategySettingsEncoder.venueNsNullValue())
                .instrument(index)
                .quoteSource(quoting.quoteSource())
                .takerEnabled(flag(quoting.takerEnabled()))
                .imbalanceDepth(quoting.imbalanceDepth())
                .sizesInUsd(flag(quoting.sizesInUsd()))
                .halfSpreadBps(quoting.halfSpreadBps())
                .maxBpsDiff(quoting.maxBpsDiff())
                .blendWeight(quoting.blendWeight())
                .takerMaxRate(quoting.takerMaxRate())
                .takerSlippageBps(quoting.takerSlippageBps())
                .orderSize(quoting.orderSize())
                .maxPosition(quoting.maxPosition())
                .minNotional(quoting.minNotional())
                .makerFeeRate(quoting.makerFeeRate())
                .takerFeeRate(quoting.takerFeeRate());
        publish(strategy.encodedLength());
    }

    private void risk(final int index, final RiskLimits limits) {
        final RiskSettingsEncoder risk = new RiskSettingsEncoder();
        risk.wrapAndApplyHeader(claim(), 0, header)
                .ingestNs(nowNs)
                .venueNs(RiskSettingsEncoder.venueNsNullValue())
                .instrument(index)
                .maxNotionalUsd(limits.maxNotionalUsd())
                .priceCollarBps(limits.priceCollarBps())
                .staleAfterNs(limits.staleAfterNs())
                .ackTimeoutNs(limits.ackTimeoutNs());
        publish(risk.encodedLength());
    }

    private MutableDirectBuffer claim() {
        final MutableDirectBuffer slot = publisher.claim();
        if (slot == null) {
            throw new IllegalStateException("no room in the ring for the session opening");
        }
        return slot;
    }

    private void publish(final int bodyLength) {
        publisher.publish(MessageHeaderEncoder.ENCODED_LENGTH + bodyLength);
    }

    private static Flag flag(final boolean value) {
        return value ? Flag.YES : Flag.NO;
    }
}
