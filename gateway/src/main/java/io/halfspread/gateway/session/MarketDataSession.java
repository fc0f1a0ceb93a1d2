package io.halfspread.gateway.session;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.ConnectionStatus;
import io.halfspread.gateway.net.CloseCode;
import io.halfspread.gateway.net.Network;
import io.halfspread.gateway.net.WebSocketConnection;
import io.halfspread.gateway.net.WebSocketListener;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * Keeps one connection to the venue's streams: connects, subscribes, waits for the acknowledgements, pings, watches
 * its streams, and begins again whenever anything of that fails, after a wait and inside the connection budget. Time comes
 * with {@link #step}; one thread.
 *
 * <pre>
 *   waiting: time and budget -> connecting: handshake -> open: all acknowledged -> ready
 *      ^                             |                     |                        |
 *      |                        no handshake        no acknowledgement       no pong, no news
 *      |                             v                     v                        v
 *      +------- connection gone --- closing ----------------------------------------+
 * </pre>
 */
@HotPath
public final class MarketDataSession implements WebSocketListener {
    private static final String PING = "{\"method\":\"ping\"}";
    private static final long NS_PER_MS = 1_000_000L;
    private static final int SHOWN_BYTES = 200;
    private static final int HANG_UPS = 2;
    /** What can be done without is waited for this part of the time that what is needed may take. */
    private static final int OPTIONAL_SHARE = 5;

    private final int number;
    private final List<Subscription> subscriptions;
    private final int subscriptionCount;
    private final Network network;
    private final ConnectionBudget budget;
    private final MessageBudget messages;
    private final FeedTimings timings;
    private final SessionEvents events;
    private final SubscriptionAcks acks;
    private final StreamWatch watch;
    private final Backoff backoff;
    private SessionState state = SessionState.WAITING;
    private WebSocketConnection connection;
    private long nowNs;
    private long attemptAtNs = Long.MIN_VALUE;
    private long deadlineNs;
    private long graceNs;
    private long pingAtNs;
    private long pongDueNs = Long.MAX_VALUE;
    private long readySinceNs;
    private long lostAtNs = Long.MIN_VALUE;
    private int hangUps;
    private long connects;
    private long gaps;
    private long gapNs;
    private boolean stopped;

    /**
     * Creates a session that connects at its first step.
     *
     * @param number        number of the connection in the plan
     * @param subscriptions what it subscribes to
     * @param network       makes its connections
     * @param budget        how many it may make, shared by all sessions of the process
     * @param messages      how many messages may be sent, shared likewise: a connection is made when there is room for its
     *     subscriptions; pings are sent in any case, and counted
     * @param timings       how patient it is
     * @param seed          of its waits: another one for every session and process
     * @param events        hears of it
     */
    public MarketDataSession(
            final int number,
            final List<Subscription> subscriptions,
            final Network network,
            final ConnectionBudget budget,
            final MessageBudget messages,
            final FeedTimings timings,
            final long seed,
            final SessionEvents events) {
        this.number = number;
        this.subscriptions = List.copyOf(subscriptions);
        subscriptionCount = subscriptions.size();
        this.network = network;
        this.budget = budget;
        this.messages = messages;
        if (messages.perMinute() > 0 && subscriptions.size() > messages.perMinute()) {
            throw new IllegalArgumentException("connection " + number + " has " + subscriptions.size()
                    + " subscriptions: accepted: up to " + messages.perMinute() + ", one message each");
        }
        this.timings = timings;
        this.events = events;
        acks = new SubscriptionAcks(this.subscriptions);
        watch = new StreamWatch(this.subscriptions, timings);
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
        if (state == SessionState.WAITING) {
            return now >= attemptAtNs && messages.hasRoom(subscriptionCount, now) && budget.tryOpen(now)
                    ? connect()
                    : 0;
        }
        if (state == SessionState.CONNECTING) {
            return now >= deadlineNs ? drop("no handshake") : 0;
        }
        if (state == SessionState.CLOSING) {
            return 0;
        }
        if (state == SessionState.OPEN && now >= graceNs) {
            return lookAtAcknowledgements();
        }
        if (now >= pongDueNs) {
            return drop("no pong");
        }
        final int stale = watch.stale(now);
        if (stale >= 0) {
            return dropStale(stale);
        }
        return now >= pingAtNs ? ping() : 0;
    }

    @ColdPath("once per connection")
    private int connect() {
        state = SessionState.CONNECTING;
        deadlineNs = nowNs + timings.connectTimeoutNs();
        connects++;
        for (int i = 0; i < subscriptions.size(); i++) {
            messages.sent(nowNs);
        }
        events.onStatus(this, ConnectionStatus.CONNECTING);
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

    @ColdPath("until all is acknowledged")
    private int lookAtAcknowledgements() {
        if (nowNs < deadlineNs && !acks.hasNeeded()) {
            return 0;
        }
        final String missing = acks.missing();
        if (!acks.waive()) {
            return drop("no acknowledgement of " + missing);
        }
        onWaived("the venue does not acknowledge " + missing);
        return 1;
    }

    @ColdPath("when the venue does not know a stream that can be done without")
    private void onWaived(final String why) {
        excuseWaived();
        events.onNote("connection " + number + ": " + why + ": going on without");
        checkReady();
    }

    @ColdPath("once per connection")
    private void excuseWaived() {
        for (int i = 0; i < subscriptions.size(); i++) {
            if (acks.isWaived(i)) {
                watch.excuse(i);
            }
        }
    }

    @ColdPath("once per connection")
    private int dropStale(final int index) {
        return drop(watch.describe(index, nowNs));
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
        state = SessionState.OPEN;
        deadlineNs = nowNs + timings.ackTimeoutNs();
        graceNs = nowNs + timings.ackTimeoutNs() / OPTIONAL_SHARE;
        pingAtNs = nowNs + timings.pingIntervalNs();
        pongDueNs = Long.MAX_VALUE;
        acks.restart();
        watch.restart(nowNs);
        if (hangUps >= HANG_UPS) {
            acks.withholdOptional();
        }
        excuseWaived();
        for (int i = 0; i < subscriptions.size(); i++) {
            if (!acks.isWithheld(i)) {
                connection.send(subscriptions.get(i).request());
            }
        }
        events.onStatus(this, ConnectionStatus.OPEN);
        checkReady();
    }

    @Override
    public boolean onText(final DirectBuffer buffer, final int offset, final int length) {
        return events.onFrame(this, buffer, offset, length);
    }

    @Override
    @ColdPath("once per connection")
    public void onClosed(final int code, final String reason) {
        final boolean wasReady = readySinceNs != 0;
        if (wasReady && nowNs - readySinceNs >= timings.stableAfterNs()) {
            backoff.reset();
        }
        if (wasReady && !stopped) {
            lostAtNs = nowNs;
            gaps++;
        }
        final String unanswered = state == SessionState.OPEN ? acks.missing() : "";
        if (!unanswered.isEmpty() && acks.isMixed()) {
            onHangUp();
        }
        readySinceNs = 0;
        connection = null;
        state = SessionState.WAITING;
        budget.closed();
        attemptAtNs = stopped ? Long.MAX_VALUE : nowNs + backoff.nextDelayNs();
        if (!stopped) {
            events.onNote("connection " + number + " closed (" + code + (reason.isEmpty() ? "" : ", " + reason) + ")"
                    + (unanswered.isEmpty()
                            ? ""
                            : " before the venue acknowledged " + unanswered
                                    + "; it hangs up on coins it does not know")
                    + "; next attempt in " + (attemptAtNs - nowNs) / NS_PER_MS + " ms");
        }
        events.onStatus(this, ConnectionStatus.CLOSED);
    }

    @ColdPath("when the venue ends a connection because of a subscription")
    private void onHangUp() {
        hangUps++;
        if (hangUps == HANG_UPS) {
            events.onNote("connection " + number + ": next without the streams that can be done without");
        }
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
     * A frame of channel subscriptionResponse arrived.
     *
     * @param buffer holds it
     * @param offset its first byte
     * @param length its bytes
     */
    @ColdPath("a few times per connection")
    public void onAcknowledgement(final DirectBuffer buffer, final int offset, final int length) {
        if (acks.onResponse(buffer, offset, length)) {
            checkReady();
        } else {
            events.onNote("connection " + number + ": the venue acknowledged something else: "
                    + buffer.getStringWithoutLengthAscii(offset, Math.min(length, SHOWN_BYTES)));
        }
    }

    /**
     * A text of channel error arrived.
     *
     * @param text what the venue says
     */
    @ColdPath("when the venue refuses something")
    public void onVenueError(final String text) {
        if (acks.isDoubted(text)) {
            return;
        }
        events.onNote("connection " + number + ": the venue says: " + text);
        if (acks.onError(text)) {
            checkReady();
        } else if (state == SessionState.OPEN && acks.waiveNamedIn(text)) {
            onWaived("a stream is refused");
        }
    }

    /** The venue answered a ping. */
    @ColdPath("a few times a minute")
    public void onPong() {
        pongDueNs = Long.MAX_VALUE;
    }

    @ColdPath("once per connection")
    private void checkReady() {
        if (state != SessionState.OPEN || !acks.complete()) {
            return;
        }
        state = SessionState.READY;
        readySinceNs = nowNs;
        hangUps = 0;
        if (lostAtNs != Long.MIN_VALUE) {
            gapNs += nowNs - lostAtNs;
            lostAtNs = Long.MIN_VALUE;
        }
        events.onStatus(this, ConnectionStatus.READY);
    }

    /** Reads on after a frame was not taken. */
    @ColdPath("after the ring was full for account events")
    public void resume() {
        if (connection != null) {
            connection.resume();
        }
    }

    /**
     * Number of the connection.
     *
     * @return the number in the plan, from 0
     */
    public int number() {
        return number;
    }

    /**
     * Whether the venue has acknowledged every subscription of the present connection.
     *
     * @return true while market data flow
     */
    public boolean isReady() {
        return state == SessionState.READY;
    }

    /**
     * Freshness of its streams.
     *
     * @return the watch, for the session's thread
     */
    public StreamWatch watch() {
        return watch;
    }

    /**
     * Whether it subscribes to a stream.
     *
     * @param stream any
     * @return true when it does
     */
    @ColdPath("once per connection")
    public boolean carries(final MarketStream stream) {
        return subscriptions.stream().anyMatch(subscription -> subscription.stream() == stream);
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
     * Times a ready connection was lost.
     *
     * @return the count
     */
    public long gaps() {
        return gaps;
    }

    /**
     * Time between losing a ready connection and having the next one, over all gaps, one that lasts included.
     *
     * @param now time, ns since the epoch
     * @return nanoseconds
     */
    public long gapNs(final long now) {
        return lostAtNs == Long.MIN_VALUE ? gapNs : gapNs + now - lostAtNs;
    }
}
