package io.halfspread.engine.calibration;

/**
 * What of the model is chosen, not measured.
 *
 * @param signalNodes  signal nodes M, odd
 * @param signalLimit  largest signal X
 * @param horizonS     planning horizon 1/r, s
 * @param slipBps      slippage of a taker order beyond the touch, bps
 * @param maxOffsetBps widest quote, bps
 * @param targetShare  wanted standard deviation of the inventory, as a share of its cap
 */
public record ModelShape(
        int signalNodes, double signalLimit, double horizonS, double slipBps, double maxOffsetBps, double targetShare) {
    /** The shipped choice. */
    public static final ModelShape DEFAULT = new ModelShape(21, 1, 1800, 0.5, 80, 1.0 / 3);
}
