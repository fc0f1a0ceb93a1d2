package io.halfspread.app.hjb.plot;

import java.util.List;

/**
 * How often orders of others reached at least a depth, by side; what the exponential of the model is fitted to.
 *
 * @param bid points of our bid: sell orders
 * @param ask points of our ask: buy orders
 */
public record DepthCounts(List<Point> bid, List<Point> ask) {
    /**
     * One depth.
     *
     * @param depthBps distance from the mid, bps
     * @param perS     orders that reached it, 1/s
     * @param count    how many were seen
     */
    public record Point(double depthBps, double perS, double count) {}
}
