package io.halfspread.gateway.ingress;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.ConnectionStateEncoder;
import io.halfspread.codec.event.ConnectionStatus;
import io.halfspread.codec.event.TimerEncoder;
import io.halfspread.codec.hyperliquid.Channel;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.codec.hyperliquid.HyperliquidDecoder;
import io.halfspread.codec.refusal.Refusal;
import io.halfspread.engine.ring.EventPublisher;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.gateway.account.AccountDesk;
import io.halfspread.gateway.net.Network;
import io.halfspread.gateway.session.Backoff;
import io.halfspread.gateway.session.MarketDataSession;
import io.halfspread.gateway.session.MarketStream;
import io.halfspread.gateway.session.SessionEvents;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.EpochNanoClock;

/**
 * The ring's only writer while a session runs. A duty cycle reads the clock once; writes the timers that are due; lets the
 * sessions do what is due; steps the network, whose frames are decoded where they lie straight into claimed slots; and
 * drains the side queues. Event times therefore never run backwards in the ring.
 *
 * <p>When the ring is full, timers are left out, market data conflated and side queues left waiting. An account event that
 * finds no room stops all reading until it is in the ring.
 */
@HotPath
public final class IngressAgent implements Agent, SessionEvents {
    private static final int NOTES_PER_MINUTE = 60;
    private static final int SHOWN_BYTES = 120;

    private final EpochNanoClock clock;
    private final Network network;
    private final EventPublisher ring;
    private final SideQueue[] sideQueues;
    private final FrameTap tap;
    private final NoteLog notes;
    private final HyperliquidDecoder decoder;
    private final MarketEventWriter writer;
    private final SessionListener listener;
    private final TimerWriter timers;
    private final ConnectionStateWriter states;
    private final MarketDataSession[] sessions;
    private final int accountConnection;
    private final AccountSync account;
    private final SideQueue accountEvents;
    private long nowNs;
    private boolean blocked;
    private boolean closed;

    /**
     * Creates an ingress of market data that connects at its first duty cycle.
     *
     * @param clock      wall clock, never running backwards
     * @param network    makes the connections; closed with the agent
     * @param ring       the ring, whose only writer is the thread that steps this agent
     * @param coins      gives the instrument index of each coin
     * @param settings   what to connect to
     * @param sideQueues events of other threads that are to enter the ring
     * @param tap        sees every frame
     * @param log        gets lines for people, on the agent's thread
     */
    public IngressAgent(
            final EpochNanoClock clock,
            final Network network,
            final EventPublisher ring,
            final CoinIndex coins,
            final IngressSettings settings,
            final List<SideQueue> sideQueues,
            final FrameTap tap,
            final Consumer<String> log) {
        this(clock, network, ring, coins, settings, sideQueues, null, tap, log);
    }

    /**
     * Creates an ingress that connects at its first duty cycle.
     *
     * @param clock      wall clock, never running backwards
     * @param network    makes the connections; closed with the agent
     * @param ring       the ring, whose only writer is the thread that steps this agent
     * @param coins      gives the instrument index of each coin
     * @param settings   what to connect to
     * @param sideQueues events of other threads that are to enter the ring
     * @param desk       asks for the account of the plan, and its queue is drained too; null in a plan without account
     * @param tap        sees every frame
     * @param log        gets lines for people, on the agent's thread
     */
    public IngressAgent(
            final EpochNanoClock clock,
            final Network network,
            final EventPublisher ring,
            final CoinIndex coins,
            final IngressSettings settings,
            final List<SideQueue> sideQueues,
            final AccountDesk desk,
            final FrameTap tap,
            final Consumer<String> log) {
        accountConnection = settings.plan().account();
        if (desk == null != accountConnection < 0) {
            throw new IllegalArgumentException("an account in the plan and a desk for it go together");
        }
        this.clock = clock;
        this.network = network;
        this.ring = ring;
        this.sideQueues = sideQueues.toArray(new SideQueue[0]);
        this.tap = tap;
        notes = new NoteLog(log, NOTES_PER_MINUTE);
        decoder = new HyperliquidDecoder(coins);
        writer = new MarketEventWriter(ring);
        timers = new TimerWriter(ring);
        states = new ConnectionStateWriter(ring, accountConnection);
        account = desk == null
                ? null
                : new AccountSync(desk, states, accountConnection, settings.reviewNs(), backoff(settings), notes);
        accountEvents = desk == null ? null : desk.events();
        listener = new SessionListener(writer, account, this::onNote);
        sessions = new MarketDataSession[settings.plan().connections().size()];
        for (int i = 0; i < sessions.length; i++) {
            sessions[i] = new MarketDataSession(
                    i,
                    settings.plan().connections().get(i),
                    network,
                    settings.budget(),
                    settings.messages(),
                    settings.timings(),
                    settings.seed() + i,
                    this);
        }
    }

    @ColdPath("once")
    private static Backoff backoff(final IngressSettings settings) {
        return new Backoff(
                settings.seed() - 1,
                settings.timings().firstDelayNs(),
                settings.timings().longestDelayNs());
    }

    @Override
    public int doWork() {
        nowNs = clock.nanoTime();
        writer.ingestNs(nowNs);
        int work = timers.write(nowNs, writer.flush());
        if (blocked) {
            work += unblock();
        }
        for (int i = 0; i < sessions.length; i++) {
            work += sessions[i].step(nowNs);
        }
        work += network.step();
        if (account != null) {
            account.look();
        }
        if (writer.flush()) {
            work += states.write(nowNs);
            work += drainQueues();
        }
        return work;
    }

    private int drainQueues() {
        int work = 0;
        boolean drained = true;
        for (int i = 0; i < sideQueues.length; i++) {
            work += sideQueues[i].drain(ring, nowNs);
            drained &= sideQueues[i].isEmpty();
        }
        if (account != null) {
            work += accountEvents.drain(ring, nowNs);
            if (drained && accountEvents.isEmpty()) {
                work += account.step(nowNs);
            }
        }
        return work;
    }

    @Override
    public boolean onFrame(
            final MarketDataSession session, final DirectBuffer buffer, final int offset, final int length) {
        if (blocked) {
            return false;
        }
        tap.onFrame(nowNs, buffer, offset, length);
        final int fault = decoder.decode(buffer, offset, length);
        if (fault != Refusal.NONE) {
            onRefused(session, fault, buffer, offset, length);
            return true;
        }
        final int channel = decoder.channel();
        if (channel == Channel.PONG) {
            session.onPong();
        } else if (channel == Channel.SUBSCRIPTION_RESPONSE) {
            session.onAcknowledgement(buffer, offset, length);
        } else {
            listener.source(session, channel, nowNs);
            blocked = !decoder.deliver(listener);
        }
        return true;
    }

    @Override
    @ColdPath("a few times per connection")
    public void onStatus(final MarketDataSession session, final ConnectionStatus status) {
        if (status == ConnectionStatus.OPEN && session.carries(MarketStream.TRADES)) {
            writer.onConnectionReset();
        }
        if (session.number() != accountConnection) {
            states.add(session.number(), status);
        } else if (status == ConnectionStatus.READY) {
            account.onSubscribed(nowNs);
        } else {
            account.onLost();
            states.add(session.number(), status);
        }
        if (writer.flush()) {
            states.write(nowNs);
        }
    }

    @Override
    @ColdPath("for people")
    public void onNote(final String text) {
        notes.note(text, nowNs);
    }

    @ColdPath("the ring was full for account events")
    private int unblock() {
        if (!decoder.deliver(listener)) {
            return 0;
        }
        blocked = false;
        for (final MarketDataSession session : sessions) {
            session.resume();
        }
        return 1;
    }

    @ColdPath("a frame that cannot be used")
    private void onRefused(
            final MarketDataSession session,
            final int fault,
            final DirectBuffer buffer,
            final int offset,
            final int length) {
        onNote("connection " + session.number() + ": frame refused: " + Refusal.describe(fault) + " at byte "
                + decoder.faultPosition() + " of " + length + ": "
                + buffer.getStringWithoutLengthAscii(offset, Math.min(length, SHOWN_BYTES)));
    }

    /** Ends the connections in order; the ring keeps what arrived until then. */
    @Override
    @ColdPath("once a session")
    public void onClose() {
        if (!closed) {
            closed = true;
            doWork();
            for (final MarketDataSession session : sessions) {
                session.stop();
            }
            network.close();
            nowNs = clock.nanoTime();
            if (writer.flush()) {
                states.write(nowNs);
            }
        }
    }

    @Override
    @ColdPath("for people")
    public String roleName() {
        return "ingress";
    }

    /**
     * Sessions by number of their connection.
     *
     * @return a copy; to be asked on the agent's thread
     */
    @ColdPath("for people")
    public List<MarketDataSession> sessions() {
        return List.of(sessions);
    }

    /**
     * Time of the last duty cycle.
     *
     * @return ns since the epoch
     */
    public long nowNs() {
        return nowNs;
    }

    /**
     * Frames accepted of a channel.
     *
     * @param channel a constant of {@link Channel}
     * @return the count
     */
    public long frames(final int channel) {
        return decoder.frames(channel);
    }

    /**
     * Frames refused.
     *
     * @return the count
     */
    public long refused() {
        return decoder.refused();
    }

    /**
     * Elements of accepted frames whose coin is not wanted.
     *
     * @return the count
     */
    public long unknownCoins() {
        return decoder.unknownCoins();
    }

    /**
     * Messages written, of one kind; those of side queues are not counted.
     *
     * @param templateId SBE template id of an input, below 64
     * @return the count
     */
    public long written(final int templateId) {
        if (templateId == TimerEncoder.TEMPLATE_ID) {
            return timers.written();
        }
        return templateId == ConnectionStateEncoder.TEMPLATE_ID ? states.written() : writer.written(templateId);
    }

    /**
     * What a full ring cost: messages replaced by newer ones, trades and timers left out.
     *
     * @return the count
     */
    public long shed() {
        return writer.conflated() + writer.droppedTrades() + timers.missed();
    }
}
