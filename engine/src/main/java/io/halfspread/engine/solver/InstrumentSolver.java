package io.halfspread.engine.solver;

import io.halfspread.codec.event.QuoteSource;
import io.halfspread.engine.calibration.CalibratedModel;
import io.halfspread.engine.hjb.BlendPolicy;
import io.halfspread.engine.hjb.ClosedFormPolicy;
import io.halfspread.engine.hjb.HeuristicPolicy;
import io.halfspread.engine.hjb.HjbGrid;
import io.halfspread.engine.hjb.HjbInput;
import io.halfspread.engine.hjb.HjbModel;
import io.halfspread.engine.hjb.HjbSolver;
import io.halfspread.engine.hjb.ModelStaleness;
import io.halfspread.engine.hjb.Policy;
import io.halfspread.engine.hjb.PolicyAudit;
import io.halfspread.engine.hjb.RewardRates;
import io.halfspread.engine.hjb.RewardWatch;
import io.halfspread.engine.hjb.SolveOutcome;
import io.halfspread.engine.quote.ParamsInForce;

/**
 * Solves one instrument's model when it is due and writes what came out. Every solve starts cold, so that a table is a function
 * of the Calibration event before it and of nothing else. A solve that fails is counted and leaves the table before it in
 * force. For one thread.
 */
final class InstrumentSolver {
    private static final HjbInput[] WATCHED = {HjbInput.AB, HjbInput.AA, HjbInput.KB, HjbInput.KA, HjbInput.PHI};
    private static final int LEAST_INTERVALS = ModelStaleness.LEAST_BLOCKS * RewardWatch.BLOCK;
    private static final long LEAST_FILLS = 30;
    private static final long NEVER = Long.MIN_VALUE;
    private static final double BPS = 1e-4;

    private final InstrumentFeed feed;
    private final SolverSettings settings;
    private final ParamsInForce params;
    private final PolicyMessages messages;
    private final GapReporter reporter;
    private final HeuristicPolicy heuristic = new HeuristicPolicy();

    private HjbSolver solver;
    private PolicyAudit audit;
    private ClosedFormPolicy closedForm;
    private Policy heuristicPolicy;
    private Policy closedFormPolicy;
    private Policy blend;
    private HjbGrid shape;
    private final RewardWatch rewards = new RewardWatch();
    private CalibratedModel solved;
    private HjbModel model;
    private RewardRates predicted;
    private long firstNs = NEVER;
    private long lastSolveNs = NEVER;
    private long lastLookNs = NEVER;
    private long lastReportNs = NEVER;
    private boolean reportDue;
    private long discarded;

    InstrumentSolver(
            final InstrumentFeed feed,
            final SolverSettings settings,
            final ParamsInForce params,
            final PolicyMessages messages,
            final GapReporter reporter) {
        this.feed = feed;
        this.settings = settings;
        this.params = params;
        this.messages = messages;
        this.reporter = reporter;
    }

    /** Parameters or settings changed: solve and report at once. */
    void onChange() {
        lastSolveNs = NEVER;
        reportDue = true;
    }

    /** Whether its market is followed at all. */
    boolean isFollowed() {
        return feed.source() != QuoteSource.HEURISTIC || settings.always();
    }

    /** Whether it is time to solve. */
    boolean isDue(final long nowNs) {
        if (!feed.isReady()) {
            return false;
        }
        if (firstNs == NEVER) {
            firstNs = nowNs;
        }
        if (nowNs - firstNs < settings.leastIntervalNs()) {
            return false;
        }
        if (lastSolveNs == NEVER || nowNs - lastSolveNs >= settings.intervalNs()) {
            return true;
        }
        if (nowNs - lastLookNs < settings.leastIntervalNs()) {
            return false;
        }
        lastLookNs = nowNs;
        feed.setTerms();
        return hasDrifted(feed.calibration.model());
    }

    private boolean hasDrifted(final CalibratedModel now) {
        for (final HjbInput input : WATCHED) {
            if (isFar(now.value(input), solved.value(input))) {
                return true;
            }
        }
        return isFar(takerCost(now), takerCost(solved))
                || Math.abs(now.value(HjbInput.BETA) - solved.value(HjbInput.BETA))
                        > settings.driftShare() * Math.abs(solved.value(HjbInput.BETA));
    }

    private boolean isFar(final double now, final double then) {
        return Math.abs(now - then) > settings.driftShare() * Math.abs(then);
    }

    private static double takerCost(final CalibratedModel model) {
        return model.value(HjbInput.TAKER_FEE) + model.value(HjbInput.HALF_SPREAD) + model.value(HjbInput.SLIP);
    }

    /**
     * Solves.
     *
     * @param nowNs   event time
     * @param version version of the table if there will be one
     * @return whether there is one
     */
    boolean solve(final long nowNs, final int version) {
        lastSolveNs = nowNs;
        lastLookNs = nowNs;
        feed.setTerms();
        solved = feed.calibration.model();
        final HjbModel next;
        try {
            next = solved.model();
        } catch (final IllegalArgumentException e) {
            // An estimate beyond what the model accepts: nothing to solve now, the next estimate may be better.
            discarded++;
            return false;
        }
        prepare(next.grid());
        solver.startCold();
        final long inputsHash = messages.calibration(feed.index, nowNs, solved, feed.lotUsd());
        if (solver.solve(next, HjbSolver.TRADING_TOLERANCE_BPS) != SolveOutcome.SOLVED) {
            discarded++;
            return false;
        }
        model = next;
        closedForm.write(model, closedFormPolicy);
        heuristic.write(model, feed.halfSpreadBps(), params, heuristicPolicy);
        final int state = state(model.grid());
        final boolean reports = reportDue || lastReportNs == NEVER || nowNs - lastReportNs >= settings.reportNs();
        final Policy traded = traded(solver.solution().policy());
        predicted.compute(model, traded == null ? heuristicPolicy : traded);
        final boolean judged = audit.audit(solver.solution(), heuristicPolicy) == SolveOutcome.SOLVED;
        publish(nowNs, version, inputsHash, state, judged);
        if (judged && reports) {
            reportDue = false;
            lastReportNs = nowNs;
            reporter.report(this, nowNs, version, model, state, traded);
        }
        return true;
    }

    private void publish(
            final long nowNs, final int version, final long inputsHash, final int state, final boolean judged) {
        final double usd = feed.lotUsd() * BPS;
        final double optimal =
                solver.solution().value().value(state, model.objective().endRatePerS()) * usd;
        final double lost = judged ? audit.gap(state) * usd : Double.NaN;
        final boolean isClosedForm = feed.source() == QuoteSource.GLFT;
        final Policy table = isClosedForm ? closedFormPolicy : solver.solution().policy();
        messages.rows(feed.index, nowNs, version, model.limits().maxOffsetBps(), table);
        messages.commit(
                feed.index,
                nowNs,
                version,
                table,
                inputsHash,
                feed.lotSize(),
                isRefuted() ? 0 : 1,
                isClosedForm ? QuoteSource.GLFT : QuoteSource.HJB,
                settings,
                optimal - lost,
                optimal);
    }

    /** The book changed: holds what was earned against what the model foretold. */
    void onBook(final long nowNs) {
        if (model != null && feed.calibration.mid() > 0) {
            rewards.onMid(feed.calibration.mid(), feed.lots(), nowNs, model, predicted.at(state(model.grid())));
        }
    }

    /** What is traded changed its kind, or trading stopped: nothing that was earned before is comparable. */
    void restartRewards() {
        rewards.restart();
    }

    /** Whether what was earned refutes the model; with few fills nothing was earned that could. */
    private boolean isRefuted() {
        return isComparable() && rewards.staleness().stale();
    }

    /** Whether what was earned can be held against the model. */
    boolean isComparable() {
        return solved.ownFills() >= LEAST_FILLS && rewards.staleness().intervals() >= LEAST_INTERVALS;
    }

    RewardWatch rewards() {
        return rewards;
    }

    /** The policy that the engine trades, as the model sees it; null for the heuristic alone. */
    private Policy traded(final Policy best) {
        if (isRefuted()) {
            return null;
        }
        return switch (feed.source()) {
            case HJB -> best;
            case GLFT -> closedFormPolicy;
            case BLEND -> {
                BlendPolicy.write(heuristicPolicy, best, feed.blendWeight(), blend);
                yield blend;
            }
            default -> null;
        };
    }

    private int state(final HjbGrid grid) {
        return grid.state(grid.nearestRow(feed.lots()), grid.nearestNode(feed.calibration.signal()));
    }

    private void prepare(final HjbGrid grid) {
        if (grid.equals(shape)) {
            return;
        }
        shape = grid;
        solver = new HjbSolver(grid);
        audit = new PolicyAudit(solver);
        closedForm = new ClosedFormPolicy(grid);
        heuristicPolicy = new Policy(grid);
        closedFormPolicy = new Policy(grid);
        blend = new Policy(grid);
        predicted = new RewardRates(grid);
    }

    InstrumentFeed feed() {
        return feed;
    }

    HjbSolver solver() {
        return solver;
    }

    PolicyAudit audit() {
        return audit;
    }

    Policy heuristicPolicy() {
        return heuristicPolicy;
    }

    Policy closedFormPolicy() {
        return closedFormPolicy;
    }

    CalibratedModel solved() {
        return solved;
    }

    ParamsInForce params() {
        return params;
    }

    /** Solves that left the table before them in force. */
    long discarded() {
        return discarded;
    }
}
