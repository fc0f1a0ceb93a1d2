package io.halfspread.engine.replay;

import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;

/**
 * New orders against the recorded book: post-only ones are refused when they would cross it or a resting order of ours, takers
 * walk its levels within their limit and cancel orders of ours on the way, what may rest joins the queue of its price.
 */
final class QueueArrivals implements PlacementRule {
    private final ModelledOrders orders;
    private final DisplayedBooks books;
    private final Executions executions;

    QueueArrivals(final ModelledOrders orders, final DisplayedBooks books, final Executions executions) {
        this.orders = orders;
        this.books = books;
        this.executions = executions;
    }

    @Override
    public void onArrival(final ModelledOrder order) {
        final DisplayedBook book = books.of(order.instrument);
        final Side other = order.isBid() ? Side.ASK : Side.BID;
        final long touchPx = book.bestPx(other);
        final boolean crosses = touchPx != DisplayedBook.NONE && order.reaches(touchPx);
        if (order.tif == Tif.ALO && (crosses || ownReachedBy(order, order.px) != null)) {
            executions.end(order, OrderStatus.REJECTED_POST_ONLY);
            return;
        }
        if (order.reduceOnly && executions.allowed(order, order.remaining) == 0) {
            executions.refuseToReduce(order);
            return;
        }
        final long reached = crosses ? walk(order, book, other) : 0;
        if (order.tif != Tif.ALO && order.remaining > 0) {
            cancelOwn(order, order.px);
        }
        if (order.remaining == 0) {
            executions.end(order, OrderStatus.FILLED);
        } else if (order.tif == Tif.IOC) {
            executions.end(order, OrderStatus.CANCELED);
        } else {
            order.place.join(book.shown(order.side, order.px), book.bookNs(), book.marketNs(), reached);
            executions.open(order);
        }
    }

    /** Takes level by level. Gives the size displayed within the limit. */
    private long walk(final ModelledOrder order, final DisplayedBook book, final Side other) {
        long reached = 0;
        for (int i = 0; i < book.depth(other) && order.reaches(book.px(other, i)); i++) {
            final long left = book.left(other, i);
            reached += left;
            if (order.remaining > 0) {
                cancelOwn(order, book.px(other, i));
                final long traded = executions.allowed(order, Math.min(left, order.remaining));
                if (traded > 0) {
                    book.take(other, i, traded);
                    executions.take(order, book.px(other, i), traded, book.bookNs());
                }
            }
        }
        return reached;
    }

    private void cancelOwn(final ModelledOrder order, final long downToPx) {
        for (ModelledOrder own = ownReachedBy(order, downToPx); own != null; own = ownReachedBy(order, downToPx)) {
            executions.cancelForSelfTrade(own);
        }
    }

    /** The oldest resting order of ours on the other side that an order would trade with at that price or a better one. */
    private ModelledOrder ownReachedBy(final ModelledOrder order, final long px) {
        for (int i = 0; i < orders.count(); i++) {
            final ModelledOrder own = orders.get(i);
            if (own.resting
                    && own.instrument == order.instrument
                    && own.side != order.side
                    && (order.isBid() ? own.px <= px : own.px >= px)) {
                return own;
            }
        }
        return null;
    }
}
