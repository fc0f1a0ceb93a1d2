package io.halfspread.gateway.session;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.ConnectionStatus;
import org.agrona.DirectBuffer;

/** What a session tells its owner, on the owner's thread. */
@HotPath
public interface SessionEvents {
    /**
     * A text frame arrived.
     *
     * @param session where
     * @param buffer  holds the frame during this call only
     * @param offset  its first byte
     * @param length  its bytes
     * @return false when there is no room for it; it comes again after {@link MarketDataSession#resume()}
     */
    boolean onFrame(MarketDataSession session, DirectBuffer buffer, int offset, int length);

    /**
     * The connection changed state. Ready means that the venue has acknowledged every subscription.
     *
     * @param session which
     * @param status  its new state
     */
    @ColdPath("a few times per connection")
    void onStatus(MarketDataSession session, ConnectionStatus status);

    /**
     * Something a person should know.
     *
     * @param text one line
     */
    @ColdPath("for people")
    void onNote(String text);
}
