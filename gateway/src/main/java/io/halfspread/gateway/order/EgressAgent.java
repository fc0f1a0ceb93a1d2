package io.halfspread.gateway.order;

import io.halfspread.engine.ring.RingReader;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.gateway.net.Network;
import io.halfspread.gateway.sign.ActionSigner;
import io.halfspread.gateway.sign.Nonces;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.EpochNanoClock;

/**
 * Sends the engine's commands to the venue and gives each of them exactly one known outcome, as an event. Commands are
 * taken from the output ring, put into signed actions and posted over a WebSocket of its own. When an outcome is overdue,
 * or the socket is lost, the engine is told at once that it is unknown, and it is found out over HTTP on another thread.
 * Nothing is ever sent again, nothing is assumed.
 *
 * <p>One thread steps it. What says so may be asked from any thread.
 */
public final class EgressAgent implements Agent {
    /**
     * Creates an agent that connects at its first duty cycle.
     *
     * @param clock     wall clock, never running backwards
     * @param network   makes the connection; stepped by this agent and closed with it
     * @param commands  the engine's outputs
     * @param responses takes the events; drained by the ring's writer, offered to by this agent only
     * @param signer    signs; used by this agent only
     * @param nonces    nonces of the signer
     * @param queries   runs what waits for HTTP
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
            final StatusQuery status,
            final ActionPost post,
            final EgressSettings settings,
            final SendTap tap,
            final Consumer<String> log) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public int doWork() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Takes what is left in the ring, waits a while for outcomes, ends the connection. */
    @Override
    public void onClose() {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public String roleName() {
        return "egress";
    }

    /**
     * Whether orders can be sent now. Any thread.
     *
     * @return true while the connection is open
     */
    public boolean isReady() {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Whether every command taken so far has its outcome and every event of it was handed over. Any thread.
     *
     * @return false while something is in flight or unresolved
     */
    public boolean isIdle() {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Actions without a known outcome, those being resolved included. Any thread.
     *
     * @return the count
     */
    public int inFlight() {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Actions whose outcome was lost and is being found out. Any thread.
     *
     * @return the count
     */
    public int unresolved() {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * HTTP exchanges handed to the executor whose result this agent has not taken yet. Any thread.
     *
     * @return the count; a stepped session waits for the exchanges, then steps the agent
     */
    public int queriesRunning() {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Connections dialled so far. Any thread.
     *
     * @return the count
     */
    public long connects() {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Times an open connection was lost. Any thread.
     *
     * @return the count
     */
    public long losses() {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Text messages sent on the socket, pings included. Agent's thread.
     *
     * @return the count
     */
    public long messagesSent() {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Text messages taken from the socket. Agent's thread.
     *
     * @return the count
     */
    public long messagesReceived() {
        throw new UnsupportedOperationException("not yet");
    }
}
