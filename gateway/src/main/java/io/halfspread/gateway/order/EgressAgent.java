package io.halfspread.gateway.order;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.ConnectionStatus;
import io.halfspread.engine.ring.RingReader;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.gateway.net.Network;
import io.halfspread.gateway.session.OrderConnection;
import io.halfspread.gateway.session.OrderConnectionEvents;
import io.halfspread.gateway.sign.ActionSigner;
import io.halfspread.gateway.sign.Nonces;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;
import org.agrona.concurrent.SystemEpochClock;

/**
 * Sends the engine's commands to the venue and gives each of them exactly one known outcome, as an event. Commands are
 * taken from the output ring, put into signed actions and posted over a WebSocket of its own. When an outcome is overdue,
 * or the socket is lost, the engine is told at once that it is unknown, and it is found out over HTTP on another thread.
 * Nothing is ever sent again, nothing is assumed.
 *
 * <pre>
 *   output ring -> actions -> signed, sent -> awaiting: reply -------------------> outcome
 *                     |                          | overdue, socket lost               ^
 *                     |                          v                                    |
 *                     |                      UNRESOLVED -> noop, orderStatus ---------+
 *                     |                                                               |
 *                     +- socket down: orders refused here; cancels over HTTP ---------+
 * </pre>
 *
 * <p>While as many actions are in flight as may be, or the side queue is full, commands stay in the ring. At the venue's
 * limits of messages and posts, and while most actions in flight are being resolved, orders are refused here and cancels go
 * over HTTP. When the venue refuses the key again and again, no more orders are sent: {@link #keyRefusal}. One thread steps
 * it. What says so may be asked from any thread.
 */
@HotPath
public final class EgressAgent implements Agent, OrderConnectionEvents {
    private static final int MOST_OUTPUTS_A_CYCLE = 256;
    private static final long RENEW_INTERVAL_NS = 10_000_000_000L;
    private static final long CLOSE_PATIENCE_MS = 5_000;
    private static final String NO_REPLIES = "posts remain without a reply";

    private final EpochNanoClock clock;
    private final Network network;
    private final RingReader commands;
    private final Runnable renewal;
    private final Executor queries;
    private final Consumer<String> log;
    private final SentActions actions;
    private final EventOutbox outbox;
    private final OutcomeWriter writer;
    private final QueryDesk desk;
    private final ManyToOneConcurrentArrayQueue<Question> answers =
            new ManyToOneConcurrentArrayQueue<>(2 * EgressSettings.VENUE_IN_FLIGHT);
    private final Settler settler;
    private final KeyWatch keys;
    private final ReplyReader replies;
    private final CommandTaker taker;
    private final OrderConnection connection;
    private long nowNs;
    private long renewAtNs = Long.MIN_VALUE;
    private boolean closed;
    private boolean keyRefused;
    private volatile boolean ready;
    private volatile boolean idle = true;
    private volatile int inFlight;
    private volatile int unresolved;
    private volatile int queriesRunning;
    private volatile long connects;
    private volatile long losses;

    /**
     * Creates an agent that connects at its first duty cycle.
     *
     * @param clock     wall clock, never running backwards
     * @param network   makes the connection; stepped by this agent and closed with it
     * @param commands  the engine's outputs
     * @param responses takes the events; drained by the ring's writer, offered to by this agent only
     * @param signer    signs; used by this agent only
     * @param nonces    nonces of the signer
     * @param queries   runs what waits for HTTP, one task after the other
     * @param urgent    runs cancels over HTTP, one task after the other; a thread of its own, lest they wait for queries
     * @param status    asks the venue for orders, on that executor
     * @param post      posts actions over HTTP, on that executor
     * @param settings  how orders are sent
     * @param tap       sees every command sent
     * @param log       gets lines for people, on the agent's thread
     */
    public EgressAgent(
            final EpochNanoClock clock,
            final Network network,
            final RingReader commands,
            final SideQueue responses,
            final ActionSigner signer,
            final Nonces nonces,
            final Executor queries,
            final Executor urgent,
            final StatusQuery status,
            final ActionPost post,
            final EgressSettings settings,
            final SendTap tap,
            final Consumer<String> log) {
        this.clock = clock;
        this.network = network;
        this.commands = commands;
        renewal = nonces::renew;
        this.queries = queries;
        this.log = log;
        actions = new SentActions(settings.mostInFlight());
        outbox = new EventOutbox(responses, settings.mostInFlight() * SentAction.MOST_ELEMENTS);
        writer = new OutcomeWriter(outbox, settings.connection());
        keys = new KeyWatch(log);
        connection = new OrderConnection(
                network, settings.budget(), settings.messages(), settings.timings(), settings.seed(), this);
        final ActionSeal seal = new ActionSeal(signer, nonces, settings);
        desk = new QueryDesk(actions, answers, seal, writer, queries, urgent, status, post, settings, keys, log);
        settler = new Settler(actions, writer, desk, keys);
        replies = new ReplyReader(settler, log);
        final ActionSender sender = new ActionSender(clock, connection, actions, seal, desk, keys, tap, settings);
        desk.connect(sender, replies);
        taker = new CommandTaker(
                actions,
                sender,
                settings.instruments().stream()
                        .mapToInt(TradedInstrument::assetId)
                        .toArray());
    }

    @Override
    public int doWork() {
        nowNs = clock.nanoTime();
        int work = outbox.flush();
        work += connection.step(nowNs);
        work += network.step();
        if (!answers.isEmpty()) {
            work += takeAnswers();
        }
        final SentAction first = actions.firstAwaiting();
        if (first != null && nowNs >= first.dueNs) {
            work += chaseOverdue();
        }
        if (actions.firstUnresolved() != null) {
            work += askAgain();
        }
        if (keys.isRefused() != keyRefused) {
            onKeyRefused();
        }
        if (actions.unanswered() >= actions.capacity() && actions.firstAwaiting() == null) {
            connection.renew(NO_REPLIES);
        }
        work += takeCommands();
        if (nowNs >= renewAtNs) {
            renewNonces();
        }
        publishState();
        return work;
    }

    private int takeCommands() {
        int count = 0;
        taker.begin(nowNs);
        while (count < MOST_OUTPUTS_A_CYCLE && taker.hasRoom() && outbox.isEmpty() && commands.peek() != null) {
            if (idle) {
                idle = false;
            }
            count += commands.poll(taker, 1);
        }
        taker.flush();
        return count;
    }

    @ColdPath("after a query")
    private int takeAnswers() {
        return desk.takeAnswers(nowNs);
    }

    @ColdPath("while outcomes are being found out")
    private int askAgain() {
        return desk.askAgain(nowNs);
    }

    @ColdPath("when replies are overdue")
    private int chaseOverdue() {
        int count = 0;
        SentAction first = actions.firstAwaiting();
        while (first != null && nowNs >= first.dueNs) {
            desk.chase(first, false, nowNs);
            count++;
            first = actions.firstAwaiting();
        }
        return count;
    }

    @Override
    public void onFrame(final DirectBuffer buffer, final int offset, final int length) {
        if (replies.onFrame(buffer, offset, length, nowNs)) {
            connection.onPong();
        }
    }

    @Override
    @ColdPath("a few times per connection")
    public void onStatus(final ConnectionStatus status) {
        ready = status == ConnectionStatus.READY && !keyRefused;
        connects = connection.connects();
        losses = connection.losses() + (keyRefused ? 1 : 0);
        writer.connection(status);
        if (status == ConnectionStatus.CLOSED) {
            actions.disconnected();
            for (SentAction lost = actions.firstAwaiting(); lost != null; lost = actions.firstAwaiting()) {
                desk.chase(lost, false, nowNs);
            }
        }
    }

    /** Takes the leave to quote, as the loss of the connection would; it does not come back. */
    @ColdPath("once a session at most")
    private void onKeyRefused() {
        keyRefused = true;
        ready = false;
        losses++;
        writer.connection(ConnectionStatus.CLOSED);
    }

    @Override
    @ColdPath("for people")
    public void onNote(final String text) {
        log.accept(text);
    }

    @ColdPath("every ten seconds")
    private void renewNonces() {
        renewAtNs = nowNs + RENEW_INTERVAL_NS;
        try {
            queries.execute(renewal);
        } catch (final RejectedExecutionException e) {
            onNote("nonces are no longer renewed: the thread of queries has ended");
            renewAtNs = Long.MAX_VALUE;
        }
    }

    private void publishState() {
        final int used = actions.inUse();
        if (used != inFlight) {
            inFlight = used;
        }
        if (actions.resolving() != unresolved) {
            unresolved = actions.resolving();
        }
        if (actions.asking() != queriesRunning) {
            queriesRunning = actions.asking();
        }
        final boolean nothingLeft = used == 0 && outbox.isEmpty();
        if (nothingLeft != idle) {
            idle = nothingLeft;
        }
    }

    /** Takes what is left in the ring, waits a while for outcomes, ends the connection. */
    @Override
    @ColdPath("once a session")
    public void onClose() {
        if (closed) {
            return;
        }
        closed = true;
        final long endMs = SystemEpochClock.INSTANCE.time() + CLOSE_PATIENCE_MS;
        while (!isIdle() && SystemEpochClock.INSTANCE.time() < endMs) {
            if (doWork() == 0) {
                Thread.onSpinWait();
            }
        }
        if (!isIdle()) {
            onNote(inFlight + " actions end without a known outcome");
        }
        connection.stop();
        network.close();
    }

    @Override
    @ColdPath("for people")
    public String roleName() {
        return "egress";
    }

    /**
     * Whether orders can be sent now. Any thread.
     *
     * @return true while the connection is open and the venue takes the key
     */
    public boolean isReady() {
        return ready;
    }

    /**
     * Whether every command has its outcome and every event of it was handed over. Any thread.
     *
     * @return false while a command waits in the ring, or is in flight or unresolved
     */
    public boolean isIdle() {
        return idle && commands.backlog() == 0 && idle;
    }

    /**
     * Why the venue takes nothing signed with the key any more. Final: the session has to end, and somebody to look at key
     * and account. Any thread.
     *
     * @return the venue's words, null while it takes the key
     */
    public String keyRefusal() {
        return keys.verdict();
    }

    /**
     * Actions without a known outcome, those being resolved included. Any thread.
     *
     * @return the count
     */
    public int inFlight() {
        return inFlight;
    }

    /**
     * Actions whose outcome was lost and is being found out. Any thread.
     *
     * @return the count
     */
    public int unresolved() {
        return unresolved;
    }

    /**
     * HTTP exchanges handed to the executor whose result this agent has not taken yet. Any thread.
     *
     * @return the count; a stepped session waits for the exchanges, then steps the agent
     */
    public int queriesRunning() {
        return queriesRunning;
    }

    /**
     * Connections dialled so far. Any thread.
     *
     * @return the count
     */
    public long connects() {
        return connects;
    }

    /**
     * Times an open connection was lost. Any thread.
     *
     * @return the count
     */
    public long losses() {
        return losses;
    }

    /**
     * Text messages sent on the socket, pings included. Agent's thread.
     *
     * @return the count
     */
    public long messagesSent() {
        return network.messagesSent();
    }

    /**
     * Text messages taken from the socket. Agent's thread.
     *
     * @return the count
     */
    public long messagesReceived() {
        return network.messagesReceived();
    }

    /**
     * Commands taken from the ring. Agent's thread.
     *
     * @return the count
     */
    public long commandsTaken() {
        return taker.taken();
    }

    /**
     * Replies that came after their action had its outcome. Agent's thread.
     *
     * @return the count
     */
    public long lateReplies() {
        return settler.late();
    }
}
