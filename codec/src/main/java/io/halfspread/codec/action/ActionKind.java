package io.halfspread.codec.action;

import io.halfspread.codec.contract.HotPath;

/** What an action asks of the venue. */
@HotPath
public enum ActionKind {
    /** Place one order or more. */
    ORDER,
    /** Cancel by our ids. */
    CANCEL_BY_CLOID,
    /** Cancel by the venue's ids. */
    CANCEL,
    /** Replace one order or more. */
    BATCH_MODIFY,
    /** Set or clear the time at which the venue cancels everything. */
    SCHEDULE_CANCEL,
    /** Set the leverage of an asset. */
    UPDATE_LEVERAGE,
    /** Nothing but the use of a nonce: kills an action in flight that has the same one. */
    NOOP
}
