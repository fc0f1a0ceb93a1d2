package io.halfspread.gateway.net;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;

/** Makes connections to one address and moves their bytes, on the thread that steps it. */
@HotPath
public interface Network extends AutoCloseable {
    /**
     * Begins to connect. Nothing is told to the listener before the next step.
     *
     * @param listener hears of the connection
     * @return the connection, not open yet
     */
    @ColdPath("once per connection")
    WebSocketConnection dial(WebSocketListener listener);

    /**
     * Does what can be done without waiting: reads, writes, calls listeners.
     *
     * @return how much was done, 0 for nothing
     */
    int step();

    /**
     * Text messages handed to sockets so far, on all connections. Stepping thread.
     *
     * @return the count
     */
    long messagesSent();

    /**
     * Text messages taken from sockets so far, on all connections. Stepping thread.
     *
     * @return the count
     */
    long messagesReceived();

    /**
     * Connections dialled that are neither open nor ended. Stepping thread.
     *
     * @return the count
     */
    int dialing();

    /**
     * Connections that are open. Stepping thread.
     *
     * @return the count
     */
    int openConnections();

    /** Ends every connection and gives back what the network holds. */
    @Override
    @ColdPath("once")
    void close();
}
