package io.halfspread.gateway.order;

/** What became of an element whose outcome was lost. */
enum Finding {
    /** Not known yet. */
    NOTHING,
    /** The action was never executed and never will be: its nonce is used up by another one. */
    NEVER_LANDED,
    /** The action's nonce is used up and the venue knows no such order: it was refused, or never came. */
    UNKNOWN_ORDER,
    /** The venue knows the order. */
    ORDER
}
