package io.halfspread.gateway.account;

import io.halfspread.engine.ring.SideQueue;
import io.halfspread.gateway.rest.InfoClient;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Asks for the account's state and puts it on the ring. The ring's writer starts a resync when the account's streams are
 * subscribed and the fate of every action is known, and publishes that the account is ready once this desk is done and its
 * events are in the ring. What waits for HTTP runs on the executor, which must run one task at a time.
 */
public final class AccountDesk {
    /** Bytes of the side queue: a whole resync must fit. */
    public static final int QUEUE_CAPACITY = 1 << 20;

    private final String address;
    private final List<String> coins;
    private final InfoClient info;
    private final SideQueue events;
    private final Executor queries;
    private final UnresolvedGate gate;

    /**
     * A desk.
     *
     * @param address address of the account, never of its agent
     * @param coins   venue names by instrument index
     * @param info    asks the venue
     * @param gate    whether the fate of every action is known
     * @param events  takes the events, of {@link #QUEUE_CAPACITY}; offered to by the executor's tasks only
     * @param queries runs what waits for HTTP, one task at a time
     */
    public AccountDesk(
            final String address,
            final List<String> coins,
            final InfoClient info,
            final UnresolvedGate gate,
            final SideQueue events,
            final Executor queries) {
        this.address = address;
        this.coins = List.copyOf(coins);
        this.info = info;
        this.gate = gate;
        this.events = events;
        this.queries = queries;
    }

    /**
     * The side queue, to be drained by the ring's writer.
     *
     * @return the queue
     */
    public SideQueue events() {
        return events;
    }

    /**
     * Queries handed to the executor and not done yet. Any thread.
     *
     * @return 0 or 1
     */
    public int inFlight() {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Whether the account is ready and nothing is asked. Any thread.
     *
     * @return true between a resync and the next
     */
    public boolean isIdle() {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Resyncs completed. Any thread.
     *
     * @return the count
     */
    public long resyncs() {
        throw new UnsupportedOperationException("not yet");
    }
}
