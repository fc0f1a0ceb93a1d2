package io.halfspread.gateway.account;

import io.halfspread.gateway.order.OpenOrder;
import io.halfspread.gateway.order.OrderReport;
import io.halfspread.gateway.order.StatusQuery;
import io.halfspread.gateway.rest.InfoClient;
import io.halfspread.gateway.rest.RestingOrder;
import io.halfspread.gateway.rest.VenueQueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The orders of one account as the resolver of unknown outcomes asks for them. */
public final class VenueOrders implements StatusQuery {
    private final InfoClient info;
    private final String address;

    /**
     * Orders of an account.
     *
     * @param info    asks the venue
     * @param address address of the account, never of its agent
     */
    public VenueOrders(final InfoClient info, final String address) {
        this.info = info;
        this.address = address;
    }

    @Override
    public Optional<OrderReport> orderStatus(final long cloidHigh, final long cloidLow) throws VenueQueryException {
        return info.orderStatus(address, cloidHigh, cloidLow);
    }

    @Override
    public Optional<OrderReport> orderStatus(final long oid) throws VenueQueryException {
        return info.orderStatus(address, oid);
    }

    @Override
    public List<OpenOrder> openOrders() throws VenueQueryException {
        final List<OpenOrder> orders = new ArrayList<>();
        for (final RestingOrder order : info.openOrders(address)) {
            orders.add(new OpenOrder(order.coin(), order.oid()));
        }
        return orders;
    }
}
