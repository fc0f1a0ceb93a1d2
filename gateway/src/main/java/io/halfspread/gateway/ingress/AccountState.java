package io.halfspread.gateway.ingress;

import io.halfspread.codec.contract.HotPath;

/** Where the account stands between its streams and its readiness. */
@HotPath
enum AccountState {
    /** Its streams are not subscribed. */
    DOWN,
    /** Subscribed; the fate of some action is not known, or it is too early for another attempt. */
    WAITING,
    /** The ring is told that the venue is asked now. */
    MARKED,
    /** The venue is asked. */
    ASKING,
    /** Its state is in the ring. */
    READY,
    /** As before; the ring is told that the venue is asked again. */
    REVIEW_MARKED,
    /** As before; the venue is asked again. */
    REVIEWING
}
