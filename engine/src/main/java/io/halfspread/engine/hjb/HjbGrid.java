package io.halfspread.engine.hjb;

/**
 * The states: inventory in whole lots from -Q to Q, signal on M uniform nodes from -X to X. Rows count inventory from -Q,
 * nodes count the signal from -X. States are numbered so that the shorter of the two runs fastest, which keeps the band of
 * the system as narrow as it can be.
 *
 * @param maxLots     inventory cap Q, lots
 * @param signalNodes signal nodes M, odd; 1 means no signal
 * @param signalLimit largest signal X
 */
public record HjbGrid(int maxLots, int signalNodes, double signalLimit) {
    private static final long MOST_BAND_ENTRIES = 4_000_000;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException for a value out of range, or a grid whose system would not fit in memory
     */
    public HjbGrid {
        HjbInput.Q.require(maxLots);
        HjbInput.M.require(signalNodes);
        HjbInput.X.require(signalLimit);
        final long rows = 2L * maxLots + 1;
        if (rows * signalNodes * Math.min(rows, signalNodes) > MOST_BAND_ENTRIES) {
            throw new IllegalArgumentException("a grid of " + rows + " x " + signalNodes
                    + " states; accepted: Q and M whose states times the shorter side are at most "
                    + MOST_BAND_ENTRIES);
        }
    }

    /**
     * Number of inventory rows.
     *
     * @return 2Q + 1
     */
    public int rows() {
        return 2 * maxLots + 1;
    }

    /**
     * Number of states.
     *
     * @return rows times nodes
     */
    public int states() {
        return rows() * signalNodes;
    }

    /**
     * Number of a state.
     *
     * @param row  inventory row, 0 for -Q
     * @param node signal node, 0 for -X
     * @return the state
     */
    public int state(final int row, final int node) {
        return row * lotStride() + node * nodeStride();
    }

    /**
     * Row of a state.
     *
     * @param state state
     * @return its inventory row
     */
    public int row(final int state) {
        return state / lotStride() % rows();
    }

    /**
     * Node of a state.
     *
     * @param state state
     * @return its signal node
     */
    public int node(final int state) {
        return state / nodeStride() % signalNodes;
    }

    /**
     * Inventory of a row.
     *
     * @param row inventory row
     * @return q, lots
     */
    public int lots(final int row) {
        return row - maxLots;
    }

    /**
     * Signal of a node; exactly 0 in the middle, and exactly opposite at opposite nodes.
     *
     * @param node signal node
     * @return x, in [-X, X]
     */
    public double signal(final int node) {
        return signalNodes == 1 ? 0 : (node - (signalNodes - 1) / 2) * nodeSpacing();
    }

    /**
     * Distance of two signal nodes.
     *
     * @return dx; 2X when there is one node
     */
    public double nodeSpacing() {
        return 2 * signalLimit / Math.max(1, signalNodes - 1);
    }

    /**
     * The row of an inventory.
     *
     * @param lots inventory, lots, whole or not
     * @return the nearest row, within the cap
     */
    public int nearestRow(final double lots) {
        return (int) Math.max(0, Math.min(rows() - 1, Math.rint(lots + maxLots)));
    }

    /**
     * The node of a signal.
     *
     * @param signal signal
     * @return the nearest node, within the limit
     */
    public int nearestNode(final double signal) {
        final double node = Math.rint((signal + signalLimit) / nodeSpacing());
        return signalNodes == 1 ? 0 : (int) Math.max(0, Math.min(signalNodes - 1, node));
    }

    /**
     * The state of no inventory and no signal, to which values are anchored.
     *
     * @return the state
     */
    public int reference() {
        return state(maxLots, (signalNodes - 1) / 2);
    }

    int lotStride() {
        return signalNodes <= rows() ? signalNodes : 1;
    }

    int nodeStride() {
        return signalNodes <= rows() ? 1 : rows();
    }

    int halfBandwidth() {
        return Math.min(rows(), signalNodes);
    }

    boolean sameShape(final HjbGrid other) {
        return maxLots == other.maxLots && signalNodes == other.signalNodes;
    }
}
