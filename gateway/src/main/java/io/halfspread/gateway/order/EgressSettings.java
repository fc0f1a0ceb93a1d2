package io.halfspread.gateway.order;

import io.halfspread.engine.order.OrderScope;
import io.halfspread.gateway.session.ConnectionBudget;
import io.halfspread.gateway.session.FeedTimings;
import io.halfspread.gateway.session.MessageBudget;
import java.util.List;

/**
 * How orders are sent.
 *
 * @param instruments    venue name and asset id by instrument index
 * @param vaultAddress   20 bytes of the vault or sub-account traded for; null for the signer's own account
 * @param replyTimeoutNs time from sending after which an outcome is taken for unknown and chased, ns
 * @param expiresAfterMs age in ms at which the venue shall refuse an action that places orders; 0 for never. A refusal for
 *     age costs five requests
 * @param mostInFlight   most actions without an outcome at once; the venue allows 100 on a socket. Some of them are kept for
 *     cancels
 * @param messages       messages that may be sent in a minute. Some of them are kept for cancels
 * @param timings        how patient the connection is
 * @param budget         connections that may be made, shared by all of the process that run on the same thread
 * @param connection     number under which the connection's state is reported, 0 to 254
 * @param seed           of the waits between attempts and of the frame masks: another one for every process
 * @param cancels        which orders go when all are to be cancelled
 */
public record EgressSettings(
        List<TradedInstrument> instruments,
        byte[] vaultAddress,
        long replyTimeoutNs,
        long expiresAfterMs,
        int mostInFlight,
        MessageBudget messages,
        FeedTimings timings,
        ConnectionBudget budget,
        int connection,
        long seed,
        OrderScope cancels) {
    /** Time after which an outcome is chased, unless configured: 2 s. */
    public static final long REPLY_TIMEOUT_NS = 2_000_000_000L;

    /** Age at which an action that places orders is refused, unless configured: 5 s. */
    public static final long EXPIRES_AFTER_MS = 5_000;

    /** Posts that the venue holds at once for one source address. */
    public static final int VENUE_IN_FLIGHT = 100;

    private static final int ADDRESS_BYTES = 20;

    /** Checks and copies. */
    public EgressSettings {
        instruments = List.copyOf(instruments);
        vaultAddress = vaultAddress == null ? null : vaultAddress.clone();
        if (vaultAddress != null && vaultAddress.length != ADDRESS_BYTES) {
            throw new IllegalArgumentException("a vault address has 20 bytes, not " + vaultAddress.length);
        }
        if (replyTimeoutNs <= 0 || expiresAfterMs < 0) {
            throw new IllegalArgumentException("reply timeout " + replyTimeoutNs + " ns, expiry " + expiresAfterMs
                    + " ms: the first must be above 0, the second not below");
        }
        if (mostInFlight < 1 || mostInFlight > VENUE_IN_FLIGHT) {
            throw new IllegalArgumentException(mostInFlight + " actions in flight: accepted: 1 to " + VENUE_IN_FLIGHT);
        }
    }
}
