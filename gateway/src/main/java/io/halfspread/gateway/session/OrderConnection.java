package io.halfspread.gateway.session;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.ConnectionStatus;
import io.halfspread.gateway.net.CloseCode;
import io.halfspread.gateway.net.Network;
import io.halfspread.gateway.net.WebSocketConnection;
import io.halfspread.gateway.net.WebSocketListener;
import org.agrona.DirectBuffer;

/**
 * Keeps one connection over which orders are posted: connects, pings, and begins again when it is lost, after a wait and
 * inside the connection budget. It subscribes to nothing, so it is ready as soon as it is open. Time comes with
 * {@link #step}; one thread.
 */
@HotPath
public final class OrderConnection implements WebSocketListener {
    private static final String PING = "{\"method\":\"ping\"}";
    private static final long NS_PER_MS = 1_000_000L;

    private final Network network;
    private final ConnectionBudget budget;
    private final MessageBudget messages;
    private final FeedTimings timings;
    private final OrderConnectionEvents events;
    private final Backoff backoff;
    private SessionState state = SessionState.WAITING;
    private WebSocketConnection connection;
    private long nowNs;
    private long attemptAtNs = Long.MIN_VALUE;
    private long deadlineNs;
    private long pingAtNs;
    private long pongDueNs = Long.MAX_VALUE;
    private long readySinceNs;
    private boolean wasReady;
    private boolean stopped;
    private long connects;
    private long losses;

    /**
     * Creates a connection that is dialled at its first step.
     *
     * @param network makes it
     * @param budget   how many attempts may be made
     * @param messages how many messages may be sent; pings are sent in any case, and counted
     * @param timings how patient it is; what concerns subscriptions is not used
     * @param seed    of its waits: another one for every process
     * @param events  hears of it
     */
    public OrderConnection(
            final Network network,
            final ConnectionBudget budget,
            final MessageBudget messages,
            final FeedTimings timings,
            final long seed,
            final OrderConnectionEvents events) {
        this.network = network;
        this.budget = budget;
        this.messages = messages;
        this.timings = timings;
        this.events = events;
        backoff = new Backoff(seed, timings.firstDelayNs(), timings.longestDelayNs());
    }

    /**
     * Does what is due. To be called before the network is stepped: what the network tells happens at this time.
     *
     * @param now time, ns since the epoch, never less than before
     * @return 1 when something was done, else 0
     */
    public int step(final long now) {
        nowNs = now;
        if (state == SessionState.READY) {
            if (now >= pongDueNs) {
                return drop("no pong");
            }
            return now >= pingAtNs ? ping() : 0;
        }
        if (state == SessionState.WAITING) {
            return now >= attemptAtNs && budget.tryOpen(now) ? connect() : 0;
        }
        return state == SessionState.CONNECTING && now >= deadlineNs ? drop("no handshake") : 0;
    }

    /**
     * Sends a text message.
     *
     * @param buffer holds it; free again when the call returns
     * @param offset its first byte
     * @param length its bytes
     * @return false when the connection is not open: nothing was sent
     */
    public boolean send(final DirectBuffer buffer, final int offset, final int length) {
        if (state != SessionState.READY || !connection.send(buffer, offset, length)) {
            return false;
        }
        messages.sent(nowNs);
        return true;
    }

    /**
     * Whether the venue's limit leaves room for messages.
     *
     * @param count how many
     * @return true when as many may be sent at the time of the last step
     */
    public boolean hasRoom(final int count) {
        return messages.hasRoom(count, nowNs);
    }

    /**
     * Ends an open connection and makes another.
     *
     * @param reason for people
     */
    @ColdPath("when the connection is of no more use")
    public void renew(final String reason) {
        if (state == SessionState.READY) {
            drop(reason);
        }
    }

    /**
     * Whether messages can be sent.
     *
     * @return true while it is open
     */
    public boolean isReady() {
        return state == SessionState.READY;
    }

    /** The venue answered a ping. */
    @ColdPath("a few times a minute")
    public void onPong() {
        pongDueNs = Long.MAX_VALUE;
    }

    /** Ends the connection and makes no other. */
    @ColdPath("once a session")
    public void stop() {
        stopped = true;
        attemptAtNs = Long.MAX_VALUE;
        if (connection != null && state != SessionState.CLOSING) {
            drop("done");
        }
    }

    /**
     * Connections dialled so far.
     *
     * @return the count
     */
    public long connects() {
        return connects;
    }

    /**
     * Times an open connection was lost.
     *
     * @return the count
     */
    public long losses() {
        return losses;
    }

    @ColdPath("once per connection")
    private int connect() {
        state = SessionState.CONNECTING;
        deadlineNs = nowNs + timings.connectTimeoutNs();
        connects++;
        events.onStatus(ConnectionStatus.CONNECTING);
        connection = network.dial(this);
        return 1;
    }

    @ColdPath("a few times a minute")
    private int ping() {
        pingAtNs = nowNs + timings.pingIntervalNs();
        if (pongDueNs == Long.MAX_VALUE) {
            pongDueNs = nowNs + timings.pongTimeoutNs();
        }
        messages.sent(nowNs);
        connection.send(PING);
        return 1;
    }

    @ColdPath("once per connection")
    private int drop(final String reason) {
        state = SessionState.CLOSING;
        connection.close(CloseCode.NORMAL, reason);
        return 1;
    }

    @Override
    @ColdPath("once per connection")
    public void onOpen() {
        if (state != SessionState.CONNECTING) {
            return;
        }
        state = SessionState.READY;
        wasReady = true;
        readySinceNs = nowNs;
        pingAtNs = nowNs + timings.pingIntervalNs();
        pongDueNs = Long.MAX_VALUE;
        events.onStatus(ConnectionStatus.READY);
    }

    @Override
    public boolean onText(final DirectBuffer buffer, final int offset, final int length) {
        events.onFrame(buffer, offset, length);
        return true;
    }

    @Override
    @ColdPath("once per connection")
    public void onClosed(final int code, final String reason) {
        if (wasReady && nowNs - readySinceNs >= timings.stableAfterNs()) {
            backoff.reset();
        }
        if (wasReady && !stopped) {
            losses++;
        }
        wasReady = false;
        connection = null;
        state = SessionState.WAITING;
        budget.closed();
        attemptAtNs = stopped ? Long.MAX_VALUE : nowNs + backoff.nextDelayNs();
        if (!stopped) {
            events.onNote("order connection closed (" + code + (reason.isEmpty() ? "" : ", " + reason)
                    + "); next attempt in " + (attemptAtNs - nowNs) / NS_PER_MS + " ms");
        }
        events.onStatus(ConnectionStatus.CLOSED);
    }
}
