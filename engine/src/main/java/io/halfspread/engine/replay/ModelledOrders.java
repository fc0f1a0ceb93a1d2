package io.halfspread.engine.replay;

import io.halfspread.codec.event.Side;
import java.util.Arrays;

/** Orders of ours that are not done, in the order in which they arrived. Few at a time: found by looking at each. */
final class ModelledOrders {
    private ModelledOrder[] orders = new ModelledOrder[64];
    private int count;

    ModelledOrders() {
        fillPool(0);
    }

    /** A pooled order at the end of the list; the caller sets its fields. */
    ModelledOrder add() {
        if (count == orders.length) {
            orders = Arrays.copyOf(orders, 2 * count);
            fillPool(count);
        }
        return orders[count++];
    }

    void remove(final ModelledOrder order) {
        int at = 0;
        while (orders[at] != order) {
            at++;
        }
        System.arraycopy(orders, at + 1, orders, at, count - at - 1);
        orders[--count] = order;
    }

    int count() {
        return count;
    }

    ModelledOrder get(final int index) {
        return orders[index];
    }

    /** The order with that id, or null. */
    ModelledOrder find(final long cloidHigh, final long cloidLow) {
        for (int i = 0; i < count; i++) {
            if (orders[i].cloidLow == cloidLow && orders[i].cloidHigh == cloidHigh) {
                return orders[i];
            }
        }
        return null;
    }

    /** The best resting order of a side that a trade went through, the oldest of equals; or null. */
    ModelledOrder bestThrough(final int instrument, final Side side, final long tradePx) {
        ModelledOrder best = null;
        for (int i = 0; i < count; i++) {
            final ModelledOrder order = orders[i];
            if (order.resting
                    && order.instrument == instrument
                    && order.side == side
                    && order.isThrough(tradePx)
                    && (best == null || order.isBetterThan(best))) {
                best = order;
            }
        }
        return best;
    }

    /** The next resting order of a side in the order of priority: better prices first, then older; null after the last. */
    ModelledOrder nextResting(final int instrument, final Side side, final ModelledOrder after) {
        ModelledOrder best = null;
        boolean passed = after == null;
        for (int i = 0; i < count; i++) {
            final ModelledOrder order = orders[i];
            if (order == after) {
                passed = true;
            } else if (order.resting
                    && order.instrument == instrument
                    && order.side == side
                    && (after == null || after.isBetterThan(order) || passed && !order.isBetterThan(after))
                    && (best == null || order.isBetterThan(best))) {
                best = order;
            }
        }
        return best;
    }

    private void fillPool(final int from) {
        for (int i = from; i < orders.length; i++) {
            orders[i] = new ModelledOrder();
        }
    }
}
