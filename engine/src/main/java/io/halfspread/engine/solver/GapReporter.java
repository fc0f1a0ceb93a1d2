package io.halfspread.engine.solver;

import io.halfspread.codec.event.GapReportEncoder;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.engine.hjb.ClosedFormPolicy;
import io.halfspread.engine.hjb.GapBand;
import io.halfspread.engine.hjb.GridSearch;
import io.halfspread.engine.hjb.HjbInput;
import io.halfspread.engine.hjb.HjbModel;
import io.halfspread.engine.hjb.HjbSolution;
import io.halfspread.engine.hjb.Policy;
import io.halfspread.engine.hjb.PolicyAudit;
import io.halfspread.engine.hjb.PolicyGradient;
import io.halfspread.engine.hjb.SolveOutcome;
import io.halfspread.engine.tuning.TuningParam;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Says now and then what the quoted policy loses against the best one, with its error, as an event. For one thread. */
final class GapReporter {
    private static final double BPS = 1e-4;
    private static final Set<HjbInput> BAND_INPUTS =
            EnumSet.of(HjbInput.AB, HjbInput.AA, HjbInput.KB, HjbInput.KA, HjbInput.BETA, HjbInput.THETA);

    private final EventBatch batch;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final GapReportEncoder report = new GapReportEncoder();

    GapReporter(final EventBatch batch) {
        this.batch = batch;
    }

    /**
     * Writes a report. The audit of the heuristic is that of the last solve; it is done again afterwards for the policy traded.
     *
     * @param from   just solved
     * @param nowNs  event time
     * @param version table
     * @param model  model solved
     * @param state  current state
     * @param traded policy traded, null for the heuristic
     */
    void report(
            final InstrumentSolver from,
            final long nowNs,
            final int version,
            final HjbModel model,
            final int state,
            final Policy traded) {
        final InstrumentFeed feed = from.feed();
        final double usd = feed.lotUsd() * BPS;
        final HjbSolution best = from.solver().solution();
        final PolicyAudit audit = from.audit();
        final double optimal = best.value().value(state, model.objective().endRatePerS()) * usd;
        final double heuristic = optimal - audit.gap(state) * usd;
        report.wrapAndApplyHeader(batch.buffer(), batch.begin(), header)
                .ingestNs(nowNs)
                .venueNs(GapReportEncoder.venueNsNullValue())
                .instrument(feed.index)
                .policyVersion(version)
                .paramsVersion(from.params().version())
                .discardedSolves(from.discarded())
                .source(feed.source())
                .asOfNs(nowNs)
                .inventoryLots(feed.lots())
                .signal(feed.calibration.signal())
                .heuristicValue(heuristic)
                .optimalValue(optimal)
                .gapPct(audit.gapPct(state))
                .stationaryGapPct(stationary(audit) ? audit.stationaryGapPct() : Double.NaN)
                .lossUsdPerHour(loss(audit, feed))
                .glftDifferenceBps(ClosedFormPolicy.innerDifference(from.closedFormPolicy(), best.policy()))
                .modelZ(modelZ(from));
        search(from, model, best, state);
        if (traded == null) {
            report.tradedValue(heuristic).tradedLossUsdPerHour(loss(audit, feed));
        } else if (audit.audit(best, traded) == SolveOutcome.SOLVED) {
            report.tradedValue(optimal - audit.gap(state) * usd).tradedLossUsdPerHour(loss(audit, feed));
        } else {
            report.tradedValue(Double.NaN).tradedLossUsdPerHour(Double.NaN);
        }
        strongest(from, model);
        band(from, model, state);
        batch.end(MessageHeaderEncoder.ENCODED_LENGTH + report.encodedLength());
    }

    private void search(final InstrumentSolver from, final HjbModel model, final HjbSolution best, final int state) {
        final GridSearch search = new GridSearch(from.solver());
        search.search(best, model.grid().row(state), model.grid().node(state));
        report.searchBidBps(search.bidOffsetBps())
                .searchAskBps(search.askOffsetBps())
                .searchTakerBuyRate(search.takerBuyPerS())
                .searchTakerSellRate(search.takerSellPerS());
    }

    private void strongest(final InstrumentSolver from, final HjbModel model) {
        final PolicyGradient gradient = new PolicyGradient(from.solver());
        final boolean known =
                gradient.compute(model, from.feed().halfSpreadBps(), from.params()) == SolveOutcome.SOLVED;
        final TuningParam param = known ? gradient.strongest(from.params()) : null;
        report.strongestParam(param == null ? GapReportEncoder.strongestParamNullValue() : (short) param.ordinal());
    }

    private void band(final InstrumentSolver from, final HjbModel model, final int state) {
        final GapBand band = new GapBand(model.grid());
        final Map<HjbInput, Double> errors = new EnumMap<>(from.solved().standardErrors());
        errors.keySet().retainAll(BAND_INPUTS);
        final boolean known = band.evaluate(model, from.heuristicPolicy(), errors, state) == SolveOutcome.SOLVED;
        report.gapLowPct(known ? band.low(GapBand.Figure.CURRENT_PCT) : Double.NaN)
                .gapHighPct(known ? band.high(GapBand.Figure.CURRENT_PCT) : Double.NaN);
    }

    private static double modelZ(final InstrumentSolver from) {
        final double z = from.isComparable() ? from.rewards().staleness().z() : Double.NaN;
        return Double.isInfinite(z) ? Double.NaN : z;
    }

    private static boolean stationary(final PolicyAudit audit) {
        return audit.lawOutcome() == SolveOutcome.SOLVED;
    }

    private static double loss(final PolicyAudit audit, final InstrumentFeed feed) {
        return stationary(audit) ? PolicyAudit.usdPerHour(audit.lossRate(), feed.lotUsd()) : Double.NaN;
    }
}
