package io.halfspread.gateway.net;

import io.halfspread.codec.contract.HotPath;
import org.agrona.DirectBuffer;

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
     * Sends a text message without making garbage for it.
     *
     * @param buffer holds its UTF-8 bytes; free again when the call returns
     * @param offset its first byte
     * @param length its bytes
     * @return false when the connection is not open: nothing was sent. True says nothing about its arrival
     */
    boolean send(DirectBuffer buffer, int offset, int length);

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
