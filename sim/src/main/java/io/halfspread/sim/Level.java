package io.halfspread.sim;

/** Orders of one side at one price: how many, and their total size in lots. */
final class Level {
    private long lots;
    private int orders;

    Level(final long lots) {
        this.lots = lots;
        this.orders = 1;
    }

    long lots() {
        return lots;
    }

    int orders() {
        return orders;
    }

    boolean empty() {
        return lots == 0L;
    }

    void join(final long moreLots) {
        lots += moreLots;
        orders++;
    }

    /** Size of the order at the front of the queue. */
    long frontLots() {
        return orders == 1 ? lots : Math.max(1L, lots / orders);
    }

    /** Takes size from the order at the front of the queue, which leaves when it has none left. */
    void takeFromFront(final long taken) {
        if (taken == frontLots()) {
            orders--;
        }
        lots -= taken;
        if (lots == 0L) {
            orders = 0;
        } else if (orders == 0) {
            orders = 1;
        }
    }
}
