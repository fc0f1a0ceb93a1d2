package io.halfspread.gateway.net;

import io.halfspread.codec.contract.HotPath;
import org.agrona.DirectBuffer;

/** What happens on one connection, told on the thread that steps the network: first opened, then texts, at last closed. */
@HotPath
public interface WebSocketListener {
    /** The handshake is done: texts may be sent. */
    void onOpen();

    /**
     * A whole text message.
     *
     * @param buffer holds it during this call only
     * @param offset its first byte
     * @param length its bytes
     * @return false when there is no room for it: nothing more is read until {@link WebSocketConnection#resume()}, which
     *     begins with this message
     */
    boolean onText(DirectBuffer buffer, int offset, int length);

    /**
     * The connection is over, or could not be made. Called once, after the last text.
     *
     * @param code   the code of the close frame received or sent, {@link CloseCode#ABNORMAL} when there was none
     * @param reason what is known of the cause, for people
     */
    void onClosed(int code, String reason);
}
