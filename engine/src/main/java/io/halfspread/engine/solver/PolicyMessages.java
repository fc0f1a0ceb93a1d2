package io.halfspread.engine.solver;

import io.halfspread.codec.event.CalibrationEncoder;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.PolicyCommitEncoder;
import io.halfspread.codec.event.PolicyRowsEncoder;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.engine.calibration.CalibratedModel;
import io.halfspread.engine.hjb.HjbGrid;
import io.halfspread.engine.hjb.HjbInput;
import io.halfspread.engine.hjb.Policy;
import io.halfspread.engine.policy.TableHash;

/** Writes what the solver found as events: the model, the rows of a table, its commit. For one thread. */
final class PolicyMessages {
    /** Most cells of one part, so that it fits a slot. */
    private static final int MOST_CELLS = 40;

    private final EventBatch batch;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final CalibrationEncoder calibration = new CalibrationEncoder();
    private final PolicyRowsEncoder rows = new PolicyRowsEncoder();
    private final PolicyCommitEncoder commit = new PolicyCommitEncoder();

    PolicyMessages(final EventBatch batch) {
        this.batch = batch;
    }

    /** Writes the model; returns the hash of its inputs. */
    long calibration(final int instrument, final long nowNs, final CalibratedModel model, final double lotUsd) {
        calibration
                .wrapAndApplyHeader(batch.buffer(), batch.begin(), header)
                .ingestNs(nowNs)
                .venueNs(CalibrationEncoder.venueNsNullValue())
                .instrument(instrument);
        final HjbInput[] inputs = HjbInput.values();
        final CalibrationEncoder.EstimatesEncoder estimates =
                calibration.estimatesCount(inputs.length + CalibrationIds.LOT_USD - CalibrationIds.SIGMA + 1);
        for (final HjbInput input : inputs) {
            final Double error = model.standardErrors().get(input);
            estimate(estimates, input.ordinal(), model.value(input), error == null ? Double.NaN : error);
        }
        estimate(estimates, CalibrationIds.SIGMA, model.sigma(), model.sigmaError());
        estimate(estimates, CalibrationIds.QUEUE_FACTOR, model.queueFactor(), model.queueError());
        estimate(estimates, CalibrationIds.OWN_FILLS, model.ownFills(), Double.NaN);
        estimate(estimates, CalibrationIds.LOT_USD, lotUsd, Double.NaN);
        batch.end(MessageHeaderEncoder.ENCODED_LENGTH + calibration.encodedLength());
        return inputsHash(model);
    }

    private static void estimate(
            final CalibrationEncoder.EstimatesEncoder estimates, final int id, final double value, final double error) {
        estimates.next().estimator((short) id).value(value).standardError(error);
    }

    /** Hash of the inputs of a model, in the order of their ids. */
    static long inputsHash(final CalibratedModel model) {
        long hash = 0;
        for (final HjbInput input : HjbInput.values()) {
            hash = TableHash.add(hash, model.value(input));
        }
        return hash;
    }

    /** Hash that a policy has as a table. */
    static long tableHash(final Policy policy) {
        final HjbGrid grid = policy.grid();
        long hash = 0;
        for (int i = 0; i < grid.rows(); i++) {
            for (int j = 0; j < grid.signalNodes(); j++) {
                final int s = grid.state(i, j);
                hash = TableHash.addCell(hash, bid(policy, s), ask(policy, s), (float) policy.takerBuyPerS(s), (float)
                        policy.takerSellPerS(s));
            }
        }
        return hash;
    }

    /** Writes the rows of a table. */
    void rows(
            final int instrument, final long nowNs, final int version, final double unquotedBps, final Policy policy) {
        final HjbGrid grid = policy.grid();
        for (int i = 0; i < grid.rows(); i++) {
            for (int j = 0; j < grid.signalNodes(); j += MOST_CELLS) {
                part(instrument, nowNs, version, unquotedBps, policy, i, j);
            }
        }
    }

    private void part(
            final int instrument,
            final long nowNs,
            final int version,
            final double unquotedBps,
            final Policy policy,
            final int row,
            final int column) {
        final HjbGrid grid = policy.grid();
        final int count = Math.min(MOST_CELLS, grid.signalNodes() - column);
        final PolicyRowsEncoder.CellsEncoder cells = rows.wrapAndApplyHeader(batch.buffer(), batch.begin(), header)
                .ingestNs(nowNs)
                .venueNs(PolicyRowsEncoder.venueNsNullValue())
                .instrument(instrument)
                .policyVersion(version)
                .row(row)
                .column(column)
                .maxOffsetBps(unquotedBps)
                .cellsCount(count);
        for (int j = column; j < column + count; j++) {
            final int s = grid.state(row, j);
            cells.next()
                    .deltaBidBps(bid(policy, s))
                    .deltaAskBps(ask(policy, s))
                    .takerBuyRate((float) policy.takerBuyPerS(s))
                    .takerSellRate((float) policy.takerSellPerS(s));
        }
        batch.end(MessageHeaderEncoder.ENCODED_LENGTH + rows.encodedLength());
    }

    /** Writes the commit of a table. */
    void commit(
            final int instrument,
            final long nowNs,
            final int version,
            final Policy policy,
            final long inputsHash,
            final long lotSize,
            final double weightLimit,
            final QuoteSource source,
            final SolverSettings settings,
            final double heuristicUsd,
            final double optimalUsd) {
        final HjbGrid grid = policy.grid();
        commit.wrapAndApplyHeader(batch.buffer(), batch.begin(), header)
                .ingestNs(nowNs)
                .venueNs(PolicyCommitEncoder.venueNsNullValue())
                .instrument(instrument)
                .policyVersion(version)
                .rows(grid.rows())
                .columns(grid.signalNodes())
                .tableHash(tableHash(policy))
                .inputsHash(inputsHash)
                .signalStep(grid.nodeSpacing())
                .heuristicValue(heuristicUsd)
                .optimalValue(optimalUsd)
                .lotSize(lotSize)
                .asOfNs(nowNs)
                .freshForNs(settings.freshForNs())
                .validForNs(settings.validForNs())
                .weightLimit(weightLimit)
                .source(source);
        batch.end(MessageHeaderEncoder.ENCODED_LENGTH + commit.encodedLength());
    }

    private static double bid(final Policy policy, final int s) {
        return policy.quotesBid(s) ? policy.bidOffsetBps(s) : Double.NaN;
    }

    private static double ask(final Policy policy, final int s) {
        return policy.quotesAsk(s) ? policy.askOffsetBps(s) : Double.NaN;
    }
}
