package io.halfspread.gateway.net;

import io.halfspread.codec.contract.HotPath;

/** One connection, from the moment it is dialled. Used on the thread that steps the network. */
@HotPath
public interface WebSocketConnection {
    /**
     * Sends a text message. Without effect when the connection is not open.
     *
     * @param text the message
     */
    void send(String text);

    /**
     * Ends the connection: a close frame when it is open, then the socket at once. The listener hears of it from the
     * network's next step on.
     *
     * @param code   code of the close frame
     * @param reason for the other side and for our log
     */
    void close(int code, String reason);

    /** Reads on after a message was not taken. */
    void resume();
}
