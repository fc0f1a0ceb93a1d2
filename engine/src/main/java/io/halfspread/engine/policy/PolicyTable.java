package io.halfspread.engine.policy;

import io.halfspread.codec.contract.HotPath;

/**
 * One policy table: offsets and taker rates over inventory in lots and signal. Filled cell by cell, then looked up by
 * bilinear interpolation: four loads and three lerps a side, nothing transcendental. NaN is never stored: a node that does
 * not quote holds the largest offset and a flag. Reused; engine thread only.
 */
@HotPath
public final class PolicyTable {
    /** Most inventory rows of a table. */
    public static final int MAX_ROWS = 61;

    /** Most signal columns of a table. */
    public static final int MAX_COLUMNS = 41;

    private static final byte BID = 1;
    private static final byte ASK = 2;

    private final double[] bids = new double[MAX_ROWS * MAX_COLUMNS];
    private final double[] asks = new double[MAX_ROWS * MAX_COLUMNS];
    private final float[] buys = new float[MAX_ROWS * MAX_COLUMNS];
    private final float[] sells = new float[MAX_ROWS * MAX_COLUMNS];
    private final byte[] flags = new byte[MAX_ROWS * MAX_COLUMNS];
    private int version;
    private int rows;
    private int columns;
    private double signalLimit;
    private double inverseStep;
    private int cells;
    private long hash;

    private boolean quotesBid;
    private boolean quotesAsk;
    private double bidOffsetBps;
    private double askOffsetBps;
    private double takerBuyRate;
    private double takerSellRate;

    /** An empty table. */
    public PolicyTable() {}

    /**
     * Begins to fill it anew.
     *
     * @param newVersion version being assembled
     */
    public void begin(final int newVersion) {
        version = newVersion;
        cells = 0;
        hash = 0;
    }

    /**
     * Sets one cell; one beyond the largest shape is only counted.
     *
     * @param row       inventory row, from the most short
     * @param column    signal column, from the lowest
     * @param bidBps    bid offset, NaN when not quoted
     * @param askBps    ask offset, NaN when not quoted
     * @param buyRate   taker buys, lots/s
     * @param sellRate  taker sells, lots/s
     * @param unquoted  offset that a side not quoted counts with when its neighbours are interpolated, bps
     */
    public void cell(
            final int row,
            final int column,
            final double bidBps,
            final double askBps,
            final float buyRate,
            final float sellRate,
            final double unquoted) {
        cells++;
        if (row >= MAX_ROWS || column >= MAX_COLUMNS) {
            return;
        }
        hash = TableHash.addCell(hash, bidBps, askBps, buyRate, sellRate);
        final int at = row * MAX_COLUMNS + column;
        final boolean isBid = bidBps == bidBps;
        final boolean isAsk = askBps == askBps;
        bids[at] = isBid ? bidBps : unquoted;
        asks[at] = isAsk ? askBps : unquoted;
        buys[at] = buyRate;
        sells[at] = sellRate;
        flags[at] = (byte) ((isBid ? BID : 0) | (isAsk ? ASK : 0));
    }

    /**
     * Ends the filling.
     *
     * @param tableRows    inventory rows announced, odd
     * @param tableColumns signal columns announced, odd
     * @param signalStep   distance of two columns
     * @param tableHash    hash announced
     * @return whether every announced cell came, undamaged, and the shape is one this table can hold
     */
    public boolean complete(
            final int tableRows, final int tableColumns, final double signalStep, final long tableHash) {
        final boolean shaped = tableRows >= 3
                && tableRows <= MAX_ROWS
                && tableRows % 2 == 1
                && tableColumns >= 1
                && tableColumns <= MAX_COLUMNS
                && tableColumns % 2 == 1
                && signalStep > 0
                && signalStep < Double.POSITIVE_INFINITY;
        if (!shaped || cells != tableRows * tableColumns || hash != tableHash) {
            return false;
        }
        rows = tableRows;
        columns = tableColumns;
        signalLimit = signalStep * (tableColumns - 1) / 2;
        inverseStep = 1 / signalStep;
        return true;
    }

    /**
     * Version in this table.
     *
     * @return the version, 0 before the first
     */
    public int version() {
        return version;
    }

    /**
     * Cells received since the filling began.
     *
     * @return count
     */
    public int cells() {
        return cells;
    }

    /**
     * Looks up the control of a state; the accessors then give it.
     *
     * @param lots   inventory, lots, whole or not
     * @param signal signal
     */
    public void lookup(final double lots, final double signal) {
        final int cap = (rows - 1) / 2;
        final double q = Math.max(0, Math.min(rows - 1, lots + cap));
        final double x = Math.max(0, Math.min(columns - 1, (signal + signalLimit) * inverseStep));
        final int nearest = (int) (q + 0.5) * MAX_COLUMNS + (int) (x + 0.5);
        final byte flag = flags[nearest];
        quotesBid = (flag & BID) != 0 && lots + 1 <= cap;
        quotesAsk = (flag & ASK) != 0 && lots - 1 >= -cap;
        takerBuyRate = buys[nearest];
        takerSellRate = sells[nearest];
        final int j = Math.max(0, Math.min(columns - 2, (int) x));
        final int next = columns > 1 ? 1 : 0;
        bidOffsetBps = interpolate(bids, q, 0, rows - 2, x, j, next);
        askOffsetBps = interpolate(asks, q, 1, rows - 1, x, j, next);
    }

    private static double interpolate(
            final double[] nodes,
            final double row,
            final int first,
            final int last,
            final double x,
            final int j,
            final int next) {
        final double q = Math.max(first, Math.min(last, row));
        final int i = Math.max(first, Math.min(last - 1, (int) q));
        final int at = i * MAX_COLUMNS + j;
        final double right = x - j;
        final double up = q - i;
        final double low = nodes[at] + right * (nodes[at + next] - nodes[at]);
        final int above = last > first ? at + MAX_COLUMNS : at;
        final double high = nodes[above] + right * (nodes[above + next] - nodes[above]);
        return low + up * (high - low);
    }

    /**
     * Whether a bid is quoted in the state looked up.
     *
     * @return true when it is
     */
    public boolean quotesBid() {
        return quotesBid;
    }

    /**
     * Whether an ask is quoted in the state looked up.
     *
     * @return true when it is
     */
    public boolean quotesAsk() {
        return quotesAsk;
    }

    /**
     * Bid offset of the state looked up.
     *
     * @return bps below mid
     */
    public double bidOffsetBps() {
        return bidOffsetBps;
    }

    /**
     * Ask offset of the state looked up.
     *
     * @return bps above mid
     */
    public double askOffsetBps() {
        return askOffsetBps;
    }

    /**
     * Taker buys of the state looked up, from the nearest node.
     *
     * @return lots/s
     */
    public double takerBuyRate() {
        return takerBuyRate;
    }

    /**
     * Taker sells of the state looked up, from the nearest node.
     *
     * @return lots/s
     */
    public double takerSellRate() {
        return takerSellRate;
    }
}
