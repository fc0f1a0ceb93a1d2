package io.halfspread.gateway.order;

import io.halfspread.codec.contract.HotPath;

/** Where an action is on its way to a known outcome. */
@HotPath
enum ActionStage {
    /** Not in use. */
    FREE,
    /** Being put together. */
    DRAFT,
    /** Sent over the socket; a reply is due. */
    AWAITING,
    /** With the thread of queries: posted over HTTP, or orders being looked up. */
    ASKING,
    /** Outcome unknown, or partly; the next query is due at some time. */
    UNRESOLVED
}
