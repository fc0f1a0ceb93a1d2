package io.halfspread.engine.hjb;

/**
 * A table of controls, for example last week's, as a policy of today's model. Tables are arrays with one row an inventory
 * from -Q and in it one element a signal node from -X. On another grid the offsets are interpolated and flags and takers
 * come from the nearest node, as when quotes are looked up; beyond the table its edge holds.
 *
 * @param grid         the table's states
 * @param bidOffsetBps bids, bps below mid, NaN for no quote
 * @param askOffsetBps asks, bps above mid, NaN for no quote
 * @param takerBuyPerS taker buys, lots/s
 * @param takerSellPerS taker sells, lots/s
 */
public record TablePolicy(
        HjbGrid grid, double[] bidOffsetBps, double[] askOffsetBps, double[] takerBuyPerS, double[] takerSellPerS) {
    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException when a table has not one element for each state
     */
    public TablePolicy {
        for (final double[] table : new double[][] {bidOffsetBps, askOffsetBps, takerBuyPerS, takerSellPerS}) {
            if (table.length != grid.states()) {
                throw new IllegalArgumentException("a table of " + table.length
                        + " elements; accepted: one for each of " + grid.states() + " states");
            }
        }
    }

    /**
     * Writes the table as a policy, which is still to be made admissible.
     *
     * @param out gets the policy, on its own grid
     */
    public void write(final Policy out) {
        final HjbGrid target = out.grid();
        for (int i = 0; i < target.rows(); i++) {
            for (int j = 0; j < target.signalNodes(); j++) {
                writeState(out, target.state(i, j), target.lots(i), target.signal(j));
            }
        }
    }

    private void writeState(final Policy out, final int state, final double lots, final double signal) {
        final int nearest = grid.nearestRow(lots) * grid.signalNodes() + grid.nearestNode(signal);
        final boolean bids = !Double.isNaN(bidOffsetBps[nearest]);
        final boolean asks = !Double.isNaN(askOffsetBps[nearest]);
        out.bid(state, bids, bids ? interpolated(bidOffsetBps, lots, signal, nearest) : 0);
        out.ask(state, asks, asks ? interpolated(askOffsetBps, lots, signal, nearest) : 0);
        out.takers(state, takerBuyPerS[nearest], takerSellPerS[nearest]);
    }

    /** Between four nodes; the nearest one alone where one of them does not quote. */
    private double interpolated(final double[] table, final double lots, final double signal, final int nearest) {
        final int nodes = grid.signalNodes();
        final double row = clamp(lots + grid.maxLots(), grid.rows() - 1);
        final double node = nodes == 1 ? 0 : clamp((signal + grid.signalLimit()) / grid.nodeSpacing(), nodes - 1);
        final int i = (int) row;
        final int j = (int) node;
        final int nextRow = Math.min(i + 1, grid.rows() - 1) * nodes;
        final int nextNode = Math.min(j + 1, nodes - 1);
        final double low = between(table[i * nodes + j], table[i * nodes + nextNode], node - j);
        final double high = between(table[nextRow + j], table[nextRow + nextNode], node - j);
        final double value = between(low, high, row - i);
        return Double.isNaN(value) ? table[nearest] : value;
    }

    private static double between(final double from, final double to, final double share) {
        return share == 0 ? from : from + share * (to - from);
    }

    private static double clamp(final double value, final double most) {
        return Math.max(0, Math.min(most, value));
    }
}
