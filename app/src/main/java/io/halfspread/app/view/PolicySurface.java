package io.halfspread.app.view;

import io.halfspread.codec.event.PolicyCommitDecoder;
import io.halfspread.codec.event.PolicyRowsDecoder;
import io.halfspread.engine.policy.PolicyTable;
import java.util.Arrays;
import java.util.Locale;

/** The policy table of one instrument as it came: offsets over inventory and signal. For one thread. */
public final class PolicySurface {
    private static final int COLUMNS = PolicyTable.MAX_COLUMNS;
    private static final double SCALE = 1e8;

    private final double[] nextBids = new double[PolicyTable.MAX_ROWS * COLUMNS];
    private final double[] nextAsks = new double[PolicyTable.MAX_ROWS * COLUMNS];
    private Table table;

    PolicySurface() {
        clear();
    }

    /**
     * A table in force.
     *
     * @param version    its version
     * @param ns         event time of its commit, ns
     * @param asOfNs     event time up to which its market model knows, ns
     * @param source     how it was made, in lower case
     * @param rows       inventory rows, from the most short
     * @param columns    signal columns, from the lowest
     * @param lot        distance of two rows, base units
     * @param signalStep distance of two columns
     * @param weight     largest weight it deserves, 0 to 1
     * @param bids       bid offsets by row and column, bps; NaN where nothing is quoted
     * @param asks       ask offsets, alike
     */
    public record Table(
            long version,
            long ns,
            long asOfNs,
            String source,
            int rows,
            int columns,
            double lot,
            double signalStep,
            double weight,
            double[] bids,
            double[] asks) {}

    void onRows(final PolicyRowsDecoder part) {
        final int row = part.row();
        int column = part.column();
        final PolicyRowsDecoder.CellsDecoder cells = part.cells();
        while (cells.hasNext()) {
            cells.next();
            if (row < PolicyTable.MAX_ROWS && column < COLUMNS) {
                nextBids[row * COLUMNS + column] = cells.deltaBidBps();
                nextAsks[row * COLUMNS + column] = cells.deltaAskBps();
            }
            column++;
        }
    }

    void onCommit(final PolicyCommitDecoder commit) {
        final int rows = Math.min(commit.rows(), PolicyTable.MAX_ROWS);
        final int columns = Math.min(commit.columns(), COLUMNS);
        table = new Table(
                commit.policyVersion(),
                commit.ingestNs(),
                commit.asOfNs(),
                commit.source().name().toLowerCase(Locale.ROOT),
                rows,
                columns,
                commit.lotSize() / SCALE,
                commit.signalStep(),
                commit.weightLimit(),
                shaped(nextBids, rows, columns),
                shaped(nextAsks, rows, columns));
        clear();
    }

    private static double[] shaped(final double[] cells, final int rows, final int columns) {
        final double[] shaped = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(cells, row * COLUMNS, shaped, row * columns, columns);
        }
        return shaped;
    }

    private void clear() {
        Arrays.fill(nextBids, Double.NaN);
        Arrays.fill(nextAsks, Double.NaN);
    }

    /**
     * The newest table.
     *
     * @return null before the first
     */
    public Table table() {
        return table;
    }
}
