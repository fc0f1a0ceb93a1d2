package io.halfspread.gateway.sign;

import org.agrona.concurrent.Agent;

/** Keeps a reserve of prepared signatures full, on a thread that has time. */
public final class ReserveAgent implements Agent {
    private static final int AT_ONCE = 32;

    private final SignatureReserve reserve;

    /**
     * Fills a reserve.
     *
     * @param reserve stays the caller's, who closes it after this agent has ended
     */
    public ReserveAgent(final SignatureReserve reserve) {
        this.reserve = reserve;
    }

    @Override
    public int doWork() {
        return reserve.prepare(AT_ONCE);
    }

    @Override
    public String roleName() {
        return "signatures";
    }
}
