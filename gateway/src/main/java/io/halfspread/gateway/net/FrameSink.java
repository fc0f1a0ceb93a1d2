package io.halfspread.gateway.net;

import org.agrona.DirectBuffer;

/** What a {@link FrameReader} finds in the bytes of a connection. */
interface FrameSink {
    /** A whole text message; false when it is not taken now. */
    boolean onText(DirectBuffer buffer, int offset, int length);

    /** A ping, to be answered with the same bytes. */
    void onPing(DirectBuffer buffer, int offset, int length);

    /** The other side says goodbye; whatever follows is ignored. */
    void onCloseFrame(int code, String reason);

    /** The other side broke the rules; whatever follows is ignored. */
    void onViolation(int code, String reason);

    /** The connection has ended and everything read from it was taken. */
    void onEnd();
}
