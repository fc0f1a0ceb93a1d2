package io.halfspread.engine.handler;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.BudgetMode;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.GuardSettingsDecoder;
import io.halfspread.codec.event.InstrumentDefinitionDecoder;
import io.halfspread.codec.event.LimitSettingsDecoder;
import io.halfspread.codec.event.RiskSettingsDecoder;
import io.halfspread.codec.event.SessionKind;
import io.halfspread.codec.event.SessionStartDecoder;
import io.halfspread.codec.event.StrategySettingsDecoder;
import io.halfspread.codec.event.TuningParamsUpdateDecoder;
import io.halfspread.engine.quote.PriceGrid;
import io.halfspread.engine.risk.StreamAges;
import io.halfspread.engine.settings.SafetyLimits;
import io.halfspread.engine.tuning.TuningParam;

/** Puts settings and parameters in force; each event is applied whole. Engine thread only. */
@HotPath
final class SettingsHandler {
    private static final double SCALE = 1e8;
    private static final int MAX_SIZE_DECIMALS = 8;

    private final SessionState session;
    private final Instruments instruments;

    SettingsHandler(final SessionState session, final Instruments instruments) {
        this.session = session;
        this.instruments = instruments;
    }

    void onSessionStart(final SessionStartDecoder start) {
        session.sessionId = start.sessionId();
        session.ownOrdersInBook = start.ownOrdersInBook() == Flag.YES;
        session.ready = start.kind() == SessionKind.REPLAY || start.kind() == SessionKind.PAPER;
        session.budget.start(start.budgetMode() == BudgetMode.VENUE, start.budgetInitial());
        session.rate.limit((int) start.maxOrdersPerSecond());
        final long maxDrawdown = start.maxDrawdownUsd();
        session.drawdown.start(
                maxDrawdown == SessionStartDecoder.maxDrawdownUsdNullValue()
                        ? Double.POSITIVE_INFINITY
                        : maxDrawdown / SCALE);
        defaultLimits();
    }

    @ColdPath("when a session opens")
    private void defaultLimits() {
        final SafetyLimits limits = SafetyLimits.DEFAULTS;
        session.maxOrderUsd = limits.maxOrderUsd();
        session.dailyLoss.start(usdOrInfinity(limits.maxDailyLossUsd()), 0);
        session.cancels.limit(limits.maxCancelsPerSecond());
        session.budget.minRunway(limits.minRunwayHours());
        session.silenceNs[StreamAges.BBO] = limits.silence().bboNs();
        session.silenceNs[StreamAges.FAST_BOOK] = limits.silence().fastNs();
        session.silenceNs[StreamAges.DEEP_BOOK] = limits.silence().deepNs();
        session.silenceNs[StreamAges.CONTEXT] = limits.silence().contextNs();
        session.maxOrderAgeNs = limits.maxOrderAgeNs();
        session.skew.limit(limits.maxClockSkewNs());
        session.postOnlyHoldNs = limits.postOnlyHoldNs();
        session.scheduledCancel.start(0);
        session.cancelsForeign = false;
    }

    @ColdPath("when a session opens")
    void onGuard(final GuardSettingsDecoder guard) {
        session.scheduledCancel.start(guard.scheduleCancelNs());
        session.cancelsForeign = guard.cancelForeign() == Flag.YES;
    }

    @ColdPath("when a session opens")
    void onLimits(final LimitSettingsDecoder limits) {
        session.maxOrderUsd = limits.maxOrderUsd();
        session.dailyLoss.start(usdOrInfinity(limits.maxDailyLossUsd()), limits.carriedPnlUsd() / SCALE);
        session.cancels.limit((int) limits.maxCancelsPerSecond());
        session.budget.minRunway(limits.minRunwayHours());
        session.silenceNs[StreamAges.BBO] = limits.staleBboNs();
        session.silenceNs[StreamAges.FAST_BOOK] = limits.staleFastNs();
        session.silenceNs[StreamAges.DEEP_BOOK] = limits.staleDeepNs();
        session.silenceNs[StreamAges.CONTEXT] = limits.staleContextNs();
        session.maxOrderAgeNs = limits.maxOrderAgeNs();
        session.skew.limit(limits.maxClockSkewNs());
        session.postOnlyHoldNs = limits.postOnlyHoldNs();
    }

    private static double usdOrInfinity(final long usd8) {
        return usd8 == InstrumentState.NONE ? Double.POSITIVE_INFINITY : usd8 / SCALE;
    }

    @ColdPath("instruments are defined when a session opens")
    void onInstrument(final InstrumentDefinitionDecoder definition) {
        final InstrumentState s = instruments.define(definition.instrument());
        if (s == null) {
            return;
        }
        s.coin = definition.coin();
        final int szDecimals = definition.szDecimals();
        if (szDecimals <= MAX_SIZE_DECIMALS) {
            s.grid = new PriceGrid(definition.kind(), szDecimals);
            long lot = (long) SCALE;
            for (int i = 0; i < szDecimals; i++) {
                lot /= 10;
            }
            s.lot = lot;
        }
    }

    /** Returns the instrument whose quotes must be decided again, or null. */
    InstrumentState onStrategy(final StrategySettingsDecoder settings) {
        final InstrumentState s = instruments.find(settings.instrument());
        if (s != null) {
            s.quoteSource = settings.quoteSource();
            s.blendWeight = settings.blendWeight();
            s.takerEnabled = settings.takerEnabled() == Flag.YES;
            s.imbalanceDepth = settings.imbalanceDepth();
            s.halfSpreadBps = settings.halfSpreadBps();
            s.maxBpsDiff = settings.maxBpsDiff();
            s.takerMaxRate = settings.takerMaxRate();
            s.takerSlippageBps = settings.takerSlippageBps();
            s.sizesInUsd = settings.sizesInUsd() == Flag.YES;
            s.orderSize = settings.orderSize();
            s.maxPosition = settings.maxPosition();
            s.minNotional = settings.minNotional();
            s.makerFeeRate = settings.makerFeeRate();
            s.takerFeeRate = settings.takerFeeRate();
        }
        return s;
    }

    InstrumentState onRisk(final RiskSettingsDecoder settings) {
        final InstrumentState s = instruments.find(settings.instrument());
        if (s != null) {
            s.maxNotional = settings.maxNotionalUsd();
            s.priceCollarBps = settings.priceCollarBps();
            s.staleAfterNs = settings.staleAfterNs();
            s.ackTimeoutNs = settings.ackTimeoutNs();
        }
        return s;
    }

    void onTuning(final TuningParamsUpdateDecoder update) {
        final int version = (int) update.version();
        final TuningParamsUpdateDecoder.ValuesDecoder values = update.values();
        while (values.hasNext()) {
            values.next();
            if (values.paramId() < TuningParam.COUNT) {
                session.params.value(values.paramId(), values.value());
            }
        }
        session.params.version(version);
    }
}
