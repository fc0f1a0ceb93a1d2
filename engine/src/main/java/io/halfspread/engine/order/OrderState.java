package io.halfspread.engine.order;

import io.halfspread.codec.contract.HotPath;

/**
 * Life of an order.
 *
 * <pre>
 * PENDING_NEW ──open──&gt; RESTING ──modify sent──&gt; PENDING_REPLACE ──┐
 *      │                 │  └──cancel sent──&gt; PENDING_CANCEL ──┤
 *      └── filled, cancelled, rejected ──────────────────────────┴─&gt; DONE
 * </pre>
 *
 * A refused modify or cancel of an order that still lives returns it to RESTING.
 */
@HotPath
public enum OrderState {
    /** Sent, no word from the venue yet. */
    PENDING_NEW,
    /** Open at the venue. */
    RESTING,
    /** A modify that replaces it was sent. */
    PENDING_REPLACE,
    /** A cancel was sent. */
    PENDING_CANCEL,
    /** Filled, cancelled or rejected. */
    DONE
}
