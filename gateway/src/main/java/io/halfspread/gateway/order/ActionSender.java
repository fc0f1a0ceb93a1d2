package io.halfspread.gateway.order;

import io.halfspread.codec.action.ActionKind;
import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.CancelAllDecoder;
import io.halfspread.gateway.session.OrderConnection;
import org.agrona.concurrent.EpochNanoClock;

/**
 * Sends actions over the socket. Without one, orders are refused here, which is a known outcome, and what can only reduce
 * risk goes over HTTP. Egress thread only.
 */
@HotPath
final class ActionSender {
    private static final String NO_CONNECTION = "not sent: no order connection";

    private final EpochNanoClock clock;
    private final OrderConnection connection;
    private final SentActions actions;
    private final ActionSeal seal;
    private final QueryDesk desk;
    private final SendTap tap;
    private final long replyTimeoutNs;

    ActionSender(
            final EpochNanoClock clock,
            final OrderConnection connection,
            final SentActions actions,
            final ActionSeal seal,
            final QueryDesk desk,
            final SendTap tap,
            final long replyTimeoutNs) {
        this.clock = clock;
        this.connection = connection;
        this.actions = actions;
        this.seal = seal;
        this.desk = desk;
        this.tap = tap;
        this.replyTimeoutNs = replyTimeoutNs;
    }

    /** Takes an action that is ready; it is from now on on its way to an outcome. */
    void send(final SentAction action, final long nowNs) {
        if (action.template == CancelAllDecoder.TEMPLATE_ID && action.batch.size() == 0) {
            cancelAll(action, nowNs);
        } else if (!connection.isReady() || !post(action, nowNs)) {
            doWithoutSocket(action, nowNs);
        }
    }

    private boolean post(final SentAction action, final long nowNs) {
        actions.identify(action);
        final int length = seal.sealPost(action, nowNs);
        if (!connection.send(seal.message(), 0, length)) {
            return false;
        }
        action.dueNs = nowNs + replyTimeoutNs;
        actions.move(action, ActionStage.AWAITING);
        final long sentNs = clock.nanoTime();
        for (int i = 0; i < action.elements; i++) {
            tap.onSent(action.template, action.eventNs[i], sentNs);
        }
        return true;
    }

    @ColdPath("while the socket is down")
    private void doWithoutSocket(final SentAction action, final long nowNs) {
        final ActionKind kind = action.batch.kind();
        if (kind != ActionKind.ORDER && kind != ActionKind.BATCH_MODIFY) {
            desk.postOffline(action, nowNs);
            return;
        }
        desk.refuse(action, NO_CONNECTION);
    }

    @ColdPath("a stop of the session")
    private void cancelAll(final SentAction action, final long nowNs) {
        desk.sweep(action, nowNs);
    }
}
