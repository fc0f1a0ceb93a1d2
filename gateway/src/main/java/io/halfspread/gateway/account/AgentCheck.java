package io.halfspread.gateway.account;

import io.halfspread.gateway.rest.InfoClient;
import java.util.List;

/** Whether a key and an account go together at the venue. Blocks: for a cold thread. */
public final class AgentCheck {
    private AgentCheck() {}

    /**
     * One finding.
     *
     * @param ok   whether orders can be expected to work as far as this goes
     * @param text one line
     */
    public record Finding(boolean ok, String text) {}

    /**
     * Checks a key and an account.
     *
     * @param info    asks the venue
     * @param signer  address of the key that signs
     * @param account address of the account traded for; the signer's own when it trades for itself
     * @param nowMs   time, ms since the epoch
     * @return findings, worst first; a single good one when all is well
     */
    public static List<Finding> run(
            final InfoClient info, final String signer, final String account, final long nowMs) {
        throw new UnsupportedOperationException("not yet");
    }
}
