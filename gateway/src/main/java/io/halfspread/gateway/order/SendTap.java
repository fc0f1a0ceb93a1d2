package io.halfspread.gateway.order;

import io.halfspread.codec.contract.HotPath;

/** Sees every command when its message has been handed to the socket. Called on the egress thread. */
@HotPath
@FunctionalInterface
public interface SendTap {
    /** Looks at nothing. */
    SendTap NONE = (templateId, eventNs, sentNs) -> {};

    /**
     * A command was sent.
     *
     * @param templateId SBE template id of the command
     * @param eventNs    time of the event that caused it, ns since the epoch
     * @param sentNs     time at which its message was handed over, ns since the epoch
     */
    void onSent(int templateId, long eventNs, long sentNs);
}
