package io.halfspread.gateway.order;

import io.halfspread.codec.action.ActionKind;
import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.CancelAllDecoder;
import io.halfspread.gateway.session.OrderConnection;
import org.agrona.concurrent.EpochNanoClock;

/**
 * Sends actions over the socket, inside the venue's limits of messages and of posts without a reply. What cannot go that
 * way now, is refused here when it places orders, which is a known outcome, and goes over HTTP when it can only reduce
 * risk; of each limit a part is kept for the latter. Egress thread only.
 */
@HotPath
final class ActionSender {
    private static final int CANCELS_SHARE = 8;
    private static final String NO_CONNECTION = "not sent: no order connection";
    private static final String KEY_REFUSED = "not sent: the venue refuses the key";
    private static final String MESSAGES = "not sent: as many messages as the venue takes in a minute were sent";
    private static final String LATE = "not sent: the deadline is nearer than the venue takes";
    private static final String UNANSWERED = "not sent: as many posts as the venue allows have no reply";
    private static final String UNKNOWN = "not sent: too many actions have no known outcome";

    private final EpochNanoClock clock;
    private final OrderConnection connection;
    private final SentActions actions;
    private final ActionSeal seal;
    private final QueryDesk desk;
    private final KeyWatch keys;
    private final SendTap tap;
    private final long replyTimeoutNs;
    private final int messagesKept;
    private final int mostResolving;

    ActionSender(
            final EpochNanoClock clock,
            final OrderConnection connection,
            final SentActions actions,
            final ActionSeal seal,
            final QueryDesk desk,
            final KeyWatch keys,
            final SendTap tap,
            final EgressSettings settings) {
        this.clock = clock;
        this.connection = connection;
        this.actions = actions;
        this.seal = seal;
        this.desk = desk;
        this.keys = keys;
        this.tap = tap;
        replyTimeoutNs = settings.replyTimeoutNs();
        messagesKept = settings.messages().perMinute() / CANCELS_SHARE;
        mostResolving = actions.capacity() - (actions.capacity() + CANCELS_SHARE - 1) / CANCELS_SHARE;
    }

    /** Takes an action that is ready; it is from now on on its way to an outcome. */
    void send(final SentAction action, final long nowNs) {
        if (action.template == CancelAllDecoder.TEMPLATE_ID && action.batch.size() == 0) {
            cancelAll(action, nowNs);
            return;
        }
        final ActionKind kind = action.batch.kind();
        final boolean places = kind == ActionKind.ORDER || kind == ActionKind.BATCH_MODIFY;
        final String obstacle = obstacle(places);
        if (obstacle != null || !post(action, nowNs)) {
            doWithoutSocket(action, places, obstacle == null ? NO_CONNECTION : obstacle, nowNs);
        }
    }

    /** Gives an action up that came too late for what it asks. */
    @ColdPath("after a stall")
    void refuseLate(final SentAction action) {
        desk.refuse(action, LATE);
    }

    /** Why an action cannot go over the socket now; null when it can. */
    private String obstacle(final boolean places) {
        if (places && keys.isRefused()) {
            return KEY_REFUSED;
        }
        if (!connection.isReady()) {
            return NO_CONNECTION;
        }
        if (actions.unanswered() >= actions.capacity()) {
            return UNANSWERED;
        }
        if (!connection.hasRoom(places ? 1 + messagesKept : 1)) {
            return MESSAGES;
        }
        return places && actions.resolving() >= mostResolving ? UNKNOWN : null;
    }

    private boolean post(final SentAction action, final long nowNs) {
        actions.identify(action);
        final int length = seal.sealPost(action, nowNs);
        if (!connection.send(seal.message(), 0, length)) {
            return false;
        }
        actions.posted();
        action.dueNs = nowNs + replyTimeoutNs;
        actions.move(action, ActionStage.AWAITING);
        final long sentNs = clock.nanoTime();
        for (int i = 0; i < action.elements; i++) {
            tap.onSent(action.template, action.eventNs[i], sentNs);
        }
        return true;
    }

    @ColdPath("while the socket is down, or a limit is reached")
    private void doWithoutSocket(
            final SentAction action, final boolean places, final String obstacle, final long nowNs) {
        if (places) {
            desk.refuse(action, obstacle);
        } else {
            desk.postOffline(action, nowNs);
        }
    }

    @ColdPath("a stop of the session")
    private void cancelAll(final SentAction action, final long nowNs) {
        desk.sweep(action, nowNs);
    }
}
