package io.halfspread.engine.order;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.Side;
import org.agrona.collections.Long2ObjectHashMap;

/** All live orders of the session by client order id, from a fixed pool. Engine thread only. */
@HotPath
public final class Orders {
    private static final float LOAD_FACTOR = 0.5f;

    private final Order[] pool;
    private final Long2ObjectHashMap<Order> byCloidLow;
    private int free;

    /**
     * Allocates all orders.
     *
     * @param capacity most orders alive at once
     */
    public Orders(final int capacity) {
        pool = new Order[capacity];
        for (int i = 0; i < capacity; i++) {
            pool[i] = new Order();
        }
        free = capacity;
        byCloidLow = new Long2ObjectHashMap<>(4 * capacity, LOAD_FACTOR, false);
    }

    /**
     * Tracks an order being sent.
     *
     * @param cloidLow   low half of its id
     * @param instrument instrument index
     * @param side       side
     * @param taker      whether it takes liquidity
     * @param px         limit price, decimal8
     * @param size       size, decimal8
     * @param nowNs      event time
     * @return the order, or null when the pool is used up
     */
    public Order add(
            final long cloidLow,
            final int instrument,
            final Side side,
            final boolean taker,
            final long px,
            final long size,
            final long nowNs) {
        if (free == 0) {
            return null;
        }
        final Order order = pool[--free];
        order.reset(cloidLow, instrument, side, taker, px, size, nowNs);
        byCloidLow.put(cloidLow, order);
        return order;
    }

    /**
     * Finds a live order.
     *
     * @param cloidLow low half of its id
     * @return the order, or null
     */
    public Order find(final long cloidLow) {
        return byCloidLow.get(cloidLow);
    }

    /**
     * Marks an order done and returns it to the pool.
     *
     * @param order a live order
     */
    public void remove(final Order order) {
        order.onDone();
        if (byCloidLow.remove(order.cloidLow()) != null) {
            pool[free++] = order;
        }
    }

    /**
     * Number of live orders.
     *
     * @return count
     */
    public int live() {
        return byCloidLow.size();
    }
}
