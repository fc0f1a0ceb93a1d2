package io.halfspread.gateway.ingress;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.ConnectionStatus;
import io.halfspread.gateway.account.AccountDesk;
import io.halfspread.gateway.session.Backoff;

/**
 * Leads the account from subscribed to ready. Nothing is asked before the fate of every action is known and in the ring;
 * the state RESYNCING then stands in the ring before the venue is asked, so that an order which rests before that event and
 * is missing from the answer is done; READY follows the answer. Losing the connection that carries orders begins it anew.
 * For the ring writer's thread.
 */
@HotPath
final class AccountSync {
    private static final long NONE = Long.MIN_VALUE;
    private static final long PATIENCE_NS = 10_000_000_000L;

    private final AccountDesk desk;
    private final ConnectionStateWriter states;
    private final int connection;
    private final Backoff backoff;
    private final NoteLog notes;
    private AccountState state = AccountState.DOWN;
    private long losses;
    private long newestFillNs = NONE;
    private long knownFillNs = NONE;
    private long retryAtNs;
    private long overdueAtNs;
    private long lossesSeen;
    private boolean clear;
    private boolean idle;

    AccountSync(
            final AccountDesk desk,
            final ConnectionStateWriter states,
            final int connection,
            final Backoff backoff,
            final NoteLog notes) {
        this.desk = desk;
        this.states = states;
        this.connection = connection;
        this.backoff = backoff;
        this.notes = notes;
    }

    /** Every stream of the account is acknowledged. */
    @ColdPath("once per connection")
    void onSubscribed(final long nowNs) {
        restart(nowNs);
    }

    /** The connection is gone, or being made again. */
    @ColdPath("once per connection")
    void onLost() {
        if (state != AccountState.DOWN) {
            state = AccountState.DOWN;
            desk.onReady(false);
            keepKnownFills();
        }
    }

    /** A fill came by the stream. */
    void onFill(final long venueNs) {
        newestFillNs = Math.max(newestFillNs, venueNs);
    }

    /** Notes what other threads say; what they offered before is in their queues by now. */
    void look() {
        if (state != AccountState.DOWN) {
            clear = desk.gate().isClear();
            lossesSeen = desk.gate().losses();
            idle = desk.inFlight() == 0;
        }
    }

    /** Does what is due; everything that was queued at the last look must be in the ring. */
    int step(final long nowNs) {
        switch (state) {
            case WAITING:
                return clear && idle && nowNs >= retryAtNs ? mark() : checkOverdue(nowNs);
            case MARKED:
                return states.isEmpty() ? ask() : 0;
            case ASKING:
                return idle ? onAnswer(nowNs) : 0;
            case READY:
                return lossesSeen == losses ? 0 : restart(nowNs);
            default:
                return 0;
        }
    }

    @ColdPath("once per resync")
    private int restart(final long nowNs) {
        keepKnownFills();
        desk.onReady(false);
        losses = lossesSeen;
        retryAtNs = nowNs;
        overdueAtNs = nowNs + PATIENCE_NS;
        state = AccountState.WAITING;
        states.add(connection, ConnectionStatus.RESYNCING);
        return 1;
    }

    @ColdPath("once per resync")
    private int mark() {
        losses = lossesSeen;
        state = AccountState.MARKED;
        states.add(connection, ConnectionStatus.RESYNCING);
        return 1;
    }

    @ColdPath("once per resync")
    private int ask() {
        state = AccountState.ASKING;
        idle = false;
        desk.start(knownFillNs);
        return 1;
    }

    @ColdPath("once per resync")
    private int onAnswer(final long nowNs) {
        final String failure = desk.failure();
        if (failure == null && lossesSeen == losses) {
            state = AccountState.READY;
            knownFillNs = NONE;
            backoff.reset();
            states.add(connection, ConnectionStatus.READY);
            desk.onReady(true);
            return 1;
        }
        state = AccountState.WAITING;
        retryAtNs = nowNs;
        overdueAtNs = nowNs + PATIENCE_NS;
        if (failure != null) {
            retryAtNs += backoff.nextDelayNs();
            notes.note(
                    "account not known yet, asked again in " + (retryAtNs - nowNs) / 1_000_000 + " ms: " + failure,
                    nowNs);
        }
        return 1;
    }

    private int checkOverdue(final long nowNs) {
        if (!clear && nowNs >= overdueAtNs) {
            noteOverdue(nowNs);
        }
        return 0;
    }

    @ColdPath("when an outcome stays unknown")
    private void noteOverdue(final long nowNs) {
        overdueAtNs = nowNs + PATIENCE_NS;
        notes.note("account not asked yet: the order connection is not ready or an action has no outcome", nowNs);
    }

    /** Fills that came after the streams broke say nothing about those before. */
    private void keepKnownFills() {
        if (knownFillNs == NONE) {
            knownFillNs = newestFillNs;
        }
    }
}
