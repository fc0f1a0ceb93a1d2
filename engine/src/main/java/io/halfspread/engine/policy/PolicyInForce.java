package io.halfspread.engine.policy;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.PolicyCommitDecoder;
import io.halfspread.codec.event.PolicyRowsDecoder;

/**
 * The policy table of one instrument and a spare one. Rows are copied into the spare; the commit swaps the two when every
 * cell has come undamaged, and changes nothing otherwise. Engine thread only.
 */
@HotPath
public final class PolicyInForce {
    private static final double MAX_WEIGHT = 1;

    private PolicyTable current = new PolicyTable();
    private PolicyTable spare = new PolicyTable();
    private int version;
    private long lot;
    private long asOfNs;
    private long freshForNs;
    private long validForNs;
    private double weightLimit;

    /** No table yet. */
    public PolicyInForce() {}

    /**
     * Copies a part of a table that is being assembled.
     *
     * @param part rows of the version being assembled; another version begins anew
     */
    public void onRows(final PolicyRowsDecoder part) {
        final int partVersion = (int) part.policyVersion();
        if (spare.version() != partVersion || part.row() == 0 && part.column() == 0) {
            spare.begin(partVersion);
        }
        final int row = part.row();
        final double unquoted = part.maxOffsetBps();
        int column = part.column();
        final PolicyRowsDecoder.CellsDecoder cells = part.cells();
        while (cells.hasNext()) {
            cells.next();
            spare.cell(
                    row,
                    column++,
                    cells.deltaBidBps(),
                    cells.deltaAskBps(),
                    cells.takerBuyRate(),
                    cells.takerSellRate(),
                    unquoted);
        }
    }

    /**
     * Puts the assembled table in force if it is whole.
     *
     * @param commit what was announced
     * @return false when it is not whole and the table before stays
     */
    public boolean onCommit(final PolicyCommitDecoder commit) {
        final int announced = (int) commit.policyVersion();
        if (announced == 0
                || spare.version() != announced
                || commit.lotSize() <= 0
                || !spare.complete(commit.rows(), commit.columns(), commit.signalStep(), commit.tableHash())) {
            return false;
        }
        final PolicyTable filled = spare;
        spare = current;
        current = filled;
        version = announced;
        lot = commit.lotSize();
        asOfNs = commit.asOfNs();
        freshForNs = commit.freshForNs();
        validForNs = commit.validForNs();
        final double limit = commit.weightLimit();
        weightLimit = limit > 0 ? Math.min(MAX_WEIGHT, limit) : 0;
        return true;
    }

    /**
     * Cells of the spare table.
     *
     * @return count since its version began
     */
    public int cellsReceived() {
        return spare.cells();
    }

    /**
     * The table.
     *
     * @return the table in force; meaningless while {@link #version()} is 0
     */
    public PolicyTable table() {
        return current;
    }

    /**
     * Version in force.
     *
     * @return the version, 0 before the first commit
     */
    public int version() {
        return version;
    }

    /**
     * Inventory of one row.
     *
     * @return base units, decimal8
     */
    public long lot() {
        return lot;
    }

    /**
     * Largest weight the table deserves.
     *
     * @return 0 to 1
     */
    public double weightLimit() {
        return weightLimit;
    }

    /**
     * Whether the table may still be used.
     *
     * @param nowNs event time
     * @return false when it is too old
     */
    public boolean isValid(final long nowNs) {
        return nowNs - asOfNs < validForNs;
    }

    /**
     * Whether the table is as new as it should be.
     *
     * @param nowNs event time
     * @return false when a newer one is overdue
     */
    public boolean isFresh(final long nowNs) {
        return nowNs - asOfNs <= freshForNs;
    }
}
