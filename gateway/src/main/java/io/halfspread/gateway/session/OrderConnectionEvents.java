package io.halfspread.gateway.session;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.ConnectionStatus;
import org.agrona.DirectBuffer;

/** What an {@link OrderConnection} tells its owner, on the owner's thread. */
@HotPath
public interface OrderConnectionEvents {
    /**
     * A text frame arrived.
     *
     * @param buffer holds the frame during this call only
     * @param offset its first byte
     * @param length its bytes
     */
    void onFrame(DirectBuffer buffer, int offset, int length);

    /**
     * The connection changed state.
     *
     * @param status CONNECTING, READY once messages can be sent, CLOSED when it is over
     */
    @ColdPath("a few times per connection")
    void onStatus(ConnectionStatus status);

    /**
     * Something a person should know.
     *
     * @param text one line
     */
    @ColdPath("for people")
    void onNote(String text);
}
