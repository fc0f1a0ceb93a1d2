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
 * While it is ready the account is reviewed from time to time in the same way, only that the engine quotes on meanwhile.
 * For the ring writer's thread.
 */
@HotPath
final class AccountSync {
    private static final long PATIENCE_NS = 10_000_000_000L;
    private static final long SECOND_LOOK_NS = 2_000_000_000L;

    private final AccountDesk desk;
    private final ConnectionStateWriter states;
    private final int connection;
    private final long reviewNs;
    private final Backoff backoff;
    private final NoteLog notes;
    private AccountState state = AccountState.DOWN;
    private long losses;
    private long retryAtNs;
    private long reviewAtNs;
    private long overdueAtNs;
    private long lossesSeen;
    private boolean clear;
    private boolean idle;

    AccountSync(
            final AccountDesk desk,
            final ConnectionStateWriter states,
            final int connection,
            final long reviewNs,
            final Backoff backoff,
            final NoteLog notes) {
        this.desk = desk;
        this.states = states;
        this.connection = connection;
        this.reviewNs = reviewNs;
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
        }
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
                return states.isEmpty() ? ask(AccountState.ASKING) : 0;
            case ASKING:
                return idle ? onAnswer(nowNs) : 0;
            case READY:
                if (lossesSeen != losses) {
                    return restart(nowNs);
                }
                return nowNs >= reviewAtNs && idle ? review() : 0;
            case REVIEW_MARKED:
                return states.isEmpty() ? ask(AccountState.REVIEWING) : 0;
            case REVIEWING:
                return idle ? onReviewed(nowNs) : 0;
            default:
                return 0;
        }
    }

    @ColdPath("once per resync")
    private int restart(final long nowNs) {
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
    private int ask(final AccountState next) {
        state = next;
        idle = false;
        desk.start();
        return 1;
    }

    @ColdPath("once per resync")
    private int onAnswer(final long nowNs) {
        final String failure = desk.failure();
        if (failure == null && lossesSeen == losses) {
            state = AccountState.READY;
            backoff.reset();
            reviewAtNs = nowNs + untilReviewNs();
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

    @ColdPath("once per review")
    private int review() {
        state = AccountState.REVIEW_MARKED;
        states.addReview();
        return 1;
    }

    /** A review that failed is tried again later; what the engine knew before holds. */
    @ColdPath("once per review")
    private int onReviewed(final long nowNs) {
        final String failure = desk.failure();
        state = AccountState.READY;
        if (failure == null) {
            backoff.reset();
            reviewAtNs = nowNs + untilReviewNs();
        } else {
            reviewAtNs = nowNs + Math.min(reviewNs, backoff.nextDelayNs());
            notes.note("account not reviewed: " + failure, nowNs);
        }
        return 1;
    }

    /** What the fills do not explain is looked at again soon, before it is believed. */
    @ColdPath("once per review")
    private long untilReviewNs() {
        return desk.isUnsure() ? Math.min(reviewNs, SECOND_LOOK_NS) : reviewNs;
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
}
