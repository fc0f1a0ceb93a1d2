package io.halfspread.gateway.account;

import io.halfspread.codec.event.OrderStatus;
import io.halfspread.gateway.order.OpenOrder;
import io.halfspread.gateway.order.OrderReport;
import io.halfspread.gateway.order.StatusQuery;
import io.halfspread.gateway.rest.InfoClient;
import io.halfspread.gateway.rest.RestingOrder;
import io.halfspread.gateway.rest.VenueQueryException;
import io.halfspread.gateway.rest.VenueQueryException.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The orders of one account as the resolver of unknown outcomes asks for them. A venue that does not know {@code orderStatus}
 * is asked for its open orders instead: an order that is not among them counts as one it does not know.
 */
public final class VenueOrders implements StatusQuery {
    private static final String OPEN = "open";
    private static final long ONE_GO_NS = 50_000_000L;

    private final InfoClient info;
    private final String address;
    private final Consumer<String> notes;
    private volatile boolean knowsStatus = true;
    private List<RestingOrder> listed;
    private long listedNs;

    /**
     * Orders of an account.
     *
     * @param info    asks the venue
     * @param address address of the account, never of its agent
     * @param notes   gets lines for people, on the threads that ask
     */
    public VenueOrders(final InfoClient info, final String address, final Consumer<String> notes) {
        this.info = info;
        this.address = address;
        this.notes = notes;
    }

    @Override
    public Optional<OrderReport> orderStatus(final long cloidHigh, final long cloidLow) throws VenueQueryException {
        return find(
                () -> info.orderStatus(address, cloidHigh, cloidLow),
                order -> order.cloidHigh() == cloidHigh && order.cloidLow() == cloidLow);
    }

    @Override
    public Optional<OrderReport> orderStatus(final long oid) throws VenueQueryException {
        return find(() -> info.orderStatus(address, oid), order -> order.oid() == oid);
    }

    @Override
    public List<OpenOrder> openOrders() throws VenueQueryException {
        final List<OpenOrder> orders = new ArrayList<>();
        for (final RestingOrder order : info.openOrders(address)) {
            orders.add(new OpenOrder(order.coin(), order.oid(), order.cloidHigh(), order.cloidLow()));
        }
        return orders;
    }

    private Optional<OrderReport> find(final Query query, final Predicate<RestingOrder> wanted)
            throws VenueQueryException {
        if (knowsStatus) {
            try {
                return query.ask();
            } catch (final VenueQueryException e) {
                if (e.fault() != Fault.REFUSED) {
                    throw e;
                }
                knowsStatus = false;
                notes.accept("orders are looked up among the open ones: " + e.getMessage());
            }
        }
        return open().stream().filter(wanted).findAny().map(VenueOrders::report);
    }

    /** What is asked order by order in one go is answered by one query, which weighs ten times an order's own. */
    private synchronized List<RestingOrder> open() throws VenueQueryException {
        if (listed == null || System.nanoTime() - listedNs > ONE_GO_NS) {
            listed = info.openOrders(address);
            listedNs = System.nanoTime();
        }
        return listed;
    }

    private static OrderReport report(final RestingOrder order) {
        return new OrderReport(
                OrderStatus.OPEN,
                OPEN,
                order.oid(),
                order.side(),
                order.reduceOnly(),
                order.limitPx(),
                order.remainingSz(),
                order.originalSz(),
                order.placedNs(),
                order.placedNs());
    }

    /** One question. */
    private interface Query {
        /** Asks the venue. */
        Optional<OrderReport> ask() throws VenueQueryException;
    }
}
