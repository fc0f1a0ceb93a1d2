package io.halfspread.sim.exchange;

/** One order while the exchange handles it, and as long as it rests. */
final class RestingOrder {
    final Account account;
    final long oid;
    final OrderRequest request;
    final String cloid;
    final long timeMs;
    long left;
    boolean live = true;

    RestingOrder(
            final Account account, final long oid, final OrderRequest request, final String cloid, final long timeMs) {
        this.account = account;
        this.oid = oid;
        this.request = request;
        this.cloid = cloid;
        this.timeMs = timeMs;
        left = request.sz();
    }

    int asset() {
        return request.asset();
    }

    boolean buy() {
        return request.buy();
    }

    long px() {
        return request.px();
    }

    OrderRecord record() {
        return new OrderRecord(
                account.address(),
                oid,
                cloid,
                request.asset(),
                request.buy(),
                request.px(),
                left,
                request.sz(),
                request.reduceOnly(),
                request.tif(),
                timeMs);
    }
}
