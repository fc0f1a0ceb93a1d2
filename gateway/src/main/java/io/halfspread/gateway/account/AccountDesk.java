package io.halfspread.gateway.account;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.gateway.rest.AccountFill;
import io.halfspread.gateway.rest.AccountFunding;
import io.halfspread.gateway.rest.AccountState;
import io.halfspread.gateway.rest.InfoClient;
import io.halfspread.gateway.rest.RestingOrder;
import io.halfspread.gateway.rest.VenueQueryException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Asks for the account's state and puts it on the ring. The ring's writer starts a resync when the account's streams are
 * subscribed and the fate of every action is known, and publishes that the account is ready once this desk is done and its
 * events are in the ring. What waits for HTTP runs on the executor, which must run one task at a time; nothing waits there
 * for anything but HTTP.
 */
@HotPath
public final class AccountDesk {
    /** Bytes of the side queue: a whole resync must fit, with the 10,000 fills that the venue lets anybody ask for. */
    public static final int QUEUE_CAPACITY = 1 << 22;

    private static final long OVERLAP_NS = 10_000_000_000L;

    private final AccountQueries queries;
    private final AccountEvents writer;
    private final SideQueue events;
    private final Executor executor;
    private final UnresolvedGate gate;
    private final AccountLedger ledger;
    private boolean unsure;
    private volatile int inFlight;
    private volatile boolean ready;
    private volatile String failure;
    private volatile long resyncs;

    /**
     * A desk.
     *
     * @param address  address of the account, never of its agent
     * @param coins    venue names by instrument index
     * @param info     asks the venue
     * @param gate     whether the fate of every action is known
     * @param events   takes the events, of {@link #QUEUE_CAPACITY}; offered to by the executor's tasks only
     * @param executor runs what waits for HTTP, one task at a time
     * @param notes    gets lines for people, on the executor's thread
     */
    public AccountDesk(
            final String address,
            final List<String> coins,
            final InfoClient info,
            final UnresolvedGate gate,
            final SideQueue events,
            final Executor executor,
            final Consumer<String> notes) {
        this.gate = gate;
        this.events = events;
        this.executor = executor;
        queries = new AccountQueries(info, address, notes);
        writer = new AccountEvents(List.copyOf(coins), events);
        ledger = new AccountLedger(List.copyOf(coins));
    }

    /**
     * Starts a resync. Ring writer's thread, and only when none is in flight. Fills are asked for since the resync before
     * and a little earlier: streams lose some, and what comes twice is counted once.
     */
    @ColdPath("once per resync")
    public void start() {
        failure = null;
        inFlight = 1;
        try {
            executor.execute(this::resync);
        } catch (final RejectedExecutionException e) {
            failure = "the thread for queries has ended";
            inFlight = 0;
        }
    }

    @ColdPath("once per resync")
    private void resync() {
        try {
            final AccountState state = queries.state();
            final List<RestingOrder> orders = queries.openOrders();
            if (ledger.isOpen()) {
                final List<AccountFill> fills = queries.fillsSince(ledger.sinceNs() - OVERLAP_NS);
                final List<AccountFunding> fundings = queries.fundingsBetween(ledger.sinceNs(), state.venueNs());
                writer.fills(fills);
                writer.fundings(fundings);
                compare(state, fills, fundings);
            } else {
                ledger.open(state);
            }
            writer.snapshot(state, orders);
            if (!ledger.isUnsure() && queries.knowsFills()) {
                writer.review(state.venueNs(), ledger.cash(), ledger.fees());
            }
            unsure = ledger.isUnsure();
            resyncs++;
        } catch (final VenueQueryException | RuntimeException e) {
            failure = e.getMessage() == null ? e.toString() : e.getMessage();
        } finally {
            inFlight = 0;
        }
    }

    /** A venue that tells no fills explains nothing: its positions are compared by the engine alone. */
    @ColdPath("once per resync")
    private void compare(final AccountState state, final List<AccountFill> fills, final List<AccountFunding> fundings) {
        if (queries.knowsFills()) {
            writer.adjustments(state.venueNs(), ledger.review(state, fills, fundings));
        } else {
            ledger.open(state);
        }
    }

    /**
     * Whether the last resync found a position that the fills do not explain, so that a second look is wanted soon. Ring
     * writer's thread, when none is in flight.
     *
     * @return true until it is explained or taken over
     */
    @ColdPath("once per resync")
    public boolean isUnsure() {
        return unsure;
    }

    /**
     * Why the resync that ended last gave nothing. Ring writer's thread, when none is in flight.
     *
     * @return one line, null when it is complete
     */
    @ColdPath("once per resync")
    public String failure() {
        return failure;
    }

    /**
     * Whether the fate of every action is known.
     *
     * @return the gate
     */
    public UnresolvedGate gate() {
        return gate;
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
     * Notes whether the ring was told that the account is ready. Ring writer's thread.
     *
     * @param now true from READY to the next loss
     */
    public void onReady(final boolean now) {
        ready = now;
    }

    /**
     * Resyncs handed to the executor and not done yet. Any thread.
     *
     * @return 0 or 1
     */
    public int inFlight() {
        return inFlight;
    }

    /**
     * Whether the account is ready and nothing is asked. Any thread.
     *
     * @return true between a resync and the next
     */
    public boolean isIdle() {
        return ready && inFlight == 0;
    }

    /**
     * Resyncs completed. Any thread.
     *
     * @return the count
     */
    public long resyncs() {
        return resyncs;
    }
}
