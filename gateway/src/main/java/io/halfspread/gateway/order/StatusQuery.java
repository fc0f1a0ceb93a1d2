package io.halfspread.gateway.order;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What the venue knows of the orders of one account, asked over HTTP. May block for seconds: never called on the thread
 * that sends orders.
 */
public interface StatusQuery {
    /**
     * Asks for an order by our id ({@code orderStatus} with a cloid).
     *
     * @param cloidHigh high half of the id
     * @param cloidLow  low half of it
     * @return the order; empty when the venue does not know it, which it may not yet
     * @throws IOException when there was no usable answer
     */
    Optional<OrderReport> orderStatus(long cloidHigh, long cloidLow) throws IOException;

    /**
     * Asks for an order by the venue's id ({@code orderStatus} with an oid).
     *
     * @param oid the venue's id
     * @return the order; empty when the venue does not know it
     * @throws IOException when there was no usable answer
     */
    Optional<OrderReport> orderStatus(long oid) throws IOException;

    /**
     * Asks for the open orders of the account.
     *
     * @return all of them
     * @throws IOException when there was no usable answer
     */
    List<OpenOrder> openOrders() throws IOException;
}
