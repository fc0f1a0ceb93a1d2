package io.halfspread.gateway.order;

import io.halfspread.codec.contract.HotPath;

/** Actions of one stage in the order in which they came to it, linked through themselves. Egress thread only. */
@HotPath
final class ActionList {
    private SentAction head;
    private SentAction tail;

    ActionList() {}

    SentAction first() {
        return head;
    }

    void append(final SentAction action) {
        action.previous = tail;
        action.next = null;
        if (tail == null) {
            head = action;
        } else {
            tail.next = action;
        }
        tail = action;
    }

    void remove(final SentAction action) {
        if (action.previous == null) {
            head = action.next;
        } else {
            action.previous.next = action.next;
        }
        if (action.next == null) {
            tail = action.previous;
        } else {
            action.next.previous = action.previous;
        }
        action.previous = null;
        action.next = null;
    }
}
