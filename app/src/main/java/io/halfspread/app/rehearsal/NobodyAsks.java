package io.halfspread.app.rehearsal;

import io.halfspread.gateway.order.OpenOrder;
import io.halfspread.gateway.order.OrderReport;
import io.halfspread.gateway.order.StatusQuery;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Queries of a line whose every action is answered at once, so that it never asks. */
final class NobodyAsks implements StatusQuery {
    @Override
    public Optional<OrderReport> orderStatus(final long cloidHigh, final long cloidLow) throws IOException {
        throw new IOException("nothing leaves the stage");
    }

    @Override
    public Optional<OrderReport> orderStatus(final long oid) throws IOException {
        throw new IOException("nothing leaves the stage");
    }

    @Override
    public List<OpenOrder> openOrders() throws IOException {
        throw new IOException("nothing leaves the stage");
    }
}
