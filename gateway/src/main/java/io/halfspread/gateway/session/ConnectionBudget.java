package io.halfspread.gateway.session;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.util.Arrays;

/**
 * Connections one process may make, over all its sessions: so many in any minute, so many at once. The venue counts by
 * source address and shuts out who exceeds it. For one thread.
 */
@HotPath
public final class ConnectionBudget {
    /** New connections in any minute that the venue allows an address. */
    public static final int VENUE_PER_MINUTE = 30;
    /** Connections at once that the venue allows an address. */
    public static final int VENUE_AT_ONCE = 10;

    private static final long MINUTE_NS = 60_000_000_000L;

    private final long[] openedNs;
    private final int atOnce;
    private final ConnectionGate gate;
    private int next;
    private int open;

    /**
     * Creates a budget.
     *
     * @param perMinute most new connections in any minute, at least 1
     * @param atOnce    most connections at once, at least 1
     */
    public ConnectionBudget(final int perMinute, final int atOnce) {
        this(perMinute, atOnce, ConnectionGate.OPEN);
    }

    /**
     * Creates a budget that asks somebody else too.
     *
     * @param perMinute most new connections in any minute, at least 1
     * @param atOnce    most connections at once, at least 1
     * @param gate      asked before each connection
     */
    public ConnectionBudget(final int perMinute, final int atOnce, final ConnectionGate gate) {
        this.gate = gate;
        openedNs = new long[perMinute];
        Arrays.fill(openedNs, Long.MIN_VALUE);
        this.atOnce = atOnce;
    }

    /**
     * What the venue allows, less a few that another program on the same address may need.
     *
     * @return the budget
     */
    @ColdPath("wiring")
    public static ConnectionBudget ofVenue() {
        return new ConnectionBudget(VENUE_PER_MINUTE - 6, VENUE_AT_ONCE - 2);
    }

    /**
     * Takes one connection, when there is one.
     *
     * @param nowNs time, ns since the epoch
     * @return whether a connection may be made now
     */
    public boolean tryOpen(final long nowNs) {
        final long oldestNs = openedNs[next];
        if (open == atOnce || oldestNs != Long.MIN_VALUE && nowNs - oldestNs < MINUTE_NS || !gate.isOpen()) {
            return false;
        }
        openedNs[next] = nowNs;
        next = next + 1 == openedNs.length ? 0 : next + 1;
        open++;
        return true;
    }

    /** Gives a connection back when it has ended; the minute it was made in stays used. */
    public void closed() {
        open--;
    }
}
