package io.halfspread.engine.replay;

import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.TradeDecoder;

/**
 * Resting orders against recorded trades and books. Each trade's size is used up once: by our better prices first, then at its
 * own price by what is ahead of our oldest order there, by that order, by what joined after it, by our next one. While the
 * record answers, places are kept and nothing is filled.
 */
final class QueueMatching {
    private final CancelRule rule;
    private final ModelledOrders orders;
    private final Executions executions;
    private boolean filling;

    QueueMatching(final CancelRule rule, final ModelledOrders orders, final Executions executions) {
        this.rule = rule;
        this.orders = orders;
        this.executions = executions;
    }

    void startFilling() {
        filling = true;
    }

    /** A trade that is no history: a seller meets bids only, a buyer asks only. */
    void onTrade(final TradeDecoder trade) {
        final Side side = trade.aggressor() == Side.BID ? Side.ASK : Side.BID;
        final long left = tradeThrough(trade, side);
        tradeAtPrice(trade, side, left);
    }

    /** A book event: where our orders stand behind it, and what of the other side reached them. */
    void onBook(final int instrument, final ShownLevels levels, final boolean newest) {
        for (int i = 0; i < orders.count(); i++) {
            final ModelledOrder order = orders.get(i);
            if (order.resting && order.instrument == instrument) {
                final long size = levels.size(order.side, order.px);
                if (size != QueuePlace.NOT_SHOWN) {
                    order.place.onShown(rule, levels.venueNs(), size);
                }
            }
        }
        if (newest) {
            cross(instrument, levels, Side.BID);
            cross(instrument, levels, Side.ASK);
        }
    }

    private long tradeThrough(final TradeDecoder trade, final Side side) {
        long left = trade.sz();
        ModelledOrder order = orders.nextResting(trade.instrument(), side, null);
        while (order != null && order.isThrough(trade.px())) {
            final ModelledOrder next = orders.nextResting(trade.instrument(), side, order);
            if (order.place.isLater(trade.venueNs())) {
                order.place.onThrough();
                left -= meet(order, left, trade.venueNs(), trade.tid());
            }
            order = next;
        }
        return left;
    }

    private void tradeAtPrice(final TradeDecoder trade, final Side side, final long size) {
        final long tradeNs = trade.venueNs();
        long left = size;
        long others = 0;
        int i = 0;
        while (i < orders.count()) {
            final ModelledOrder order = orders.get(i);
            final int count = orders.count();
            if (order.resting
                    && order.instrument == trade.instrument()
                    && order.side == side
                    && order.px == trade.px()
                    && order.place.isLater(tradeNs)) {
                final long taken = Math.min(left, Math.max(0, order.place.aheadOf(rule, tradeNs) - others));
                others += taken;
                left -= taken;
                order.place.onTrade(rule, tradeNs, others, trade.sz());
                left -= meet(order, left, tradeNs, trade.tid());
            }
            i += orders.count() == count ? 1 : 0;
        }
    }

    private void cross(final int instrument, final ShownLevels levels, final Side side) {
        long used = 0;
        ModelledOrder order = orders.nextResting(instrument, side, null);
        while (order != null) {
            final ModelledOrder next = orders.nextResting(instrument, side, order);
            if (order.place.isLater(levels.venueNs())) {
                final long fresh = order.place.onCrossing(levels.reaching(side, order.px));
                used += meet(order, Math.max(0, fresh - used), levels.venueNs(), Executions.NO_TRADE);
            }
            order = next;
        }
    }

    /** Gives how much of a size an order used up. */
    private long meet(final ModelledOrder order, final long size, final long venueNs, final long causeTid) {
        final long met = Math.min(size, order.remaining);
        if (met <= 0 || !filling) {
            return Math.max(0, met);
        }
        return executions.fill(order, met, venueNs, causeTid);
    }
}
