package io.halfspread.gateway.session;

import io.halfspread.codec.contract.HotPath;

/** Where a session stands. */
@HotPath
enum SessionState {
    /** No connection; the next attempt is due at some time. */
    WAITING,
    /** Dialled, handshake not done. */
    CONNECTING,
    /** Subscriptions sent. */
    OPEN,
    /** Every subscription acknowledged. */
    READY,
    /** We ended the connection and wait to hear that it is gone. */
    CLOSING
}
