package io.halfspread.engine.handler;

import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.PolicyCommitEncoder;
import io.halfspread.codec.event.PolicyRowsEncoder;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.engine.policy.TableHash;
import io.halfspread.engine.ring.EventPublisher;
import org.agrona.MutableDirectBuffer;

/** Publishes tables with the same offsets in every state, 21 rows and 3 columns. */
final class PolicyWriter {
    static final int ROWS = 21;
    static final int COLUMNS = 3;

    private final EventPublisher inputs;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private long hash;

    PolicyWriter(final EventPublisher inputs) {
        this.inputs = inputs;
    }

    /** Rows of a table; takers sell at that rate wherever the position is above zero. */
    void rows(
            final long nowNs,
            final int version,
            final int rows,
            final double bidBps,
            final double askBps,
            final float sellRate) {
        hash = 0;
        final PolicyRowsEncoder part = new PolicyRowsEncoder();
        for (int row = 0; row < rows; row++) {
            final PolicyRowsEncoder.CellsEncoder cells = part.wrapAndApplyHeader(inputs.claim(), 0, header)
                    .ingestNs(nowNs)
                    .venueNs(PolicyRowsEncoder.venueNsNullValue())
                    .instrument(0)
                    .policyVersion(version)
                    .row(row)
                    .column(0)
                    .maxOffsetBps(80)
                    .cellsCount(COLUMNS);
            for (int column = 0; column < COLUMNS; column++) {
                final float sells = row > ROWS / 2 ? sellRate : 0;
                cells.next()
                        .deltaBidBps(bidBps)
                        .deltaAskBps(askBps)
                        .takerBuyRate(0)
                        .takerSellRate(sells);
                hash = TableHash.addCell(hash, bidBps, askBps, 0, sells);
            }
            inputs.publish(MessageHeaderEncoder.ENCODED_LENGTH + part.encodedLength());
        }
    }

    void commit(final long nowNs, final int version, final long lot, final long damage, final double weightLimit) {
        final PolicyCommitEncoder commit = new PolicyCommitEncoder();
        final MutableDirectBuffer slot = inputs.claim();
        commit.wrapAndApplyHeader(slot, 0, header)
                .ingestNs(nowNs)
                .venueNs(PolicyCommitEncoder.venueNsNullValue())
                .instrument(0)
                .policyVersion(version)
                .rows(ROWS)
                .columns(COLUMNS)
                .tableHash(hash ^ damage)
                .inputsHash(1)
                .signalStep(1)
                .heuristicValue(1)
                .optimalValue(2)
                .lotSize(lot)
                .asOfNs(nowNs)
                .freshForNs(15 * EngineHarness.SECOND)
                .validForNs(60 * EngineHarness.SECOND)
                .weightLimit(weightLimit)
                .source(QuoteSource.HJB);
        inputs.publish(MessageHeaderEncoder.ENCODED_LENGTH + commit.encodedLength());
    }
}
