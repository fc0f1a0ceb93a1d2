package io.halfspread.gateway.order;

import io.halfspread.codec.action.ActionKind;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.ResponseKind;

/** Tells the engine what was found out of actions whose outcome was lost, once for each element. Egress thread only. */
final class ResolvedOutcomes {
    private static final String NEVER_LANDED = "never landed: a noop of ours used up its nonce";
    private static final String UNKNOWN_ORDER = "the venue knows no such order: the action was refused or never came";
    private static final String STILL_OPEN = "not cancelled: the order is still open";
    private static final String MAYBE_SET = "received, but its answer was lost: set it again";

    private final OutcomeWriter writer;

    ResolvedOutcomes(final OutcomeWriter writer) {
        this.writer = writer;
    }

    /** Tells what is known by now and was not told before. */
    void tell(final Resolution resolution, final SentAction action) {
        for (final LostElement element : resolution.elements) {
            if (!action.settled[element.index]) {
                tell(resolution, action, element);
            }
        }
    }

    private void tell(final Resolution resolution, final SentAction action, final LostElement element) {
        switch (element.finding) {
            case NEVER_LANDED -> error(action, element, NEVER_LANDED);
            case UNKNOWN_ORDER -> {
                error(action, element, resolution.spent ? UNKNOWN_ORDER : refused(resolution));
                tellTarget(action, element);
            }
            case ORDER -> tellOrder(resolution, action, element);
            case NOTHING -> {
                if (resolution.kind == ActionKind.SCHEDULE_CANCEL && resolution.spent) {
                    error(action, element, MAYBE_SET);
                } else if (resolution.kind == ActionKind.SCHEDULE_CANCEL && resolution.isKeyRefused()) {
                    error(action, element, refused(resolution));
                }
            }
        }
    }

    private static String refused(final Resolution resolution) {
        return "the venue knows no such order and takes no action of ours: " + resolution.refusal();
    }

    private void tellOrder(final Resolution resolution, final SentAction action, final LostElement element) {
        final OrderReport order = element.order;
        final boolean cancels = resolution.kind == ActionKind.CANCEL_BY_CLOID || resolution.kind == ActionKind.CANCEL;
        if (cancels && !isOver(order)) {
            error(action, element, STILL_OPEN);
            return;
        }
        if (resolution.kind == ActionKind.BATCH_MODIFY && isRejected(order)) {
            error(action, element, order.reason());
        } else {
            action.settle(element.index);
            writer.found(action.instruments[element.index], element.cloidHigh, element.cloidLow, order);
        }
        tellTarget(action, element);
    }

    private void error(final SentAction action, final LostElement element, final String text) {
        action.settle(element.index);
        writer.explained(action, element.index, ResponseKind.ERROR, text);
    }

    /** Of the order a modify was to replace only its end is news. */
    private void tellTarget(final SentAction action, final LostElement element) {
        if (element.target != null && isOver(element.target)) {
            writer.found(action.instruments[element.index], element.cloidHigh, element.targetCloidLow, element.target);
        }
    }

    private static boolean isOver(final OrderReport order) {
        return order.status() != OrderStatus.OPEN
                && order.status() != OrderStatus.TRIGGERED
                && order.status() != OrderStatus.UNKNOWN;
    }

    private static boolean isRejected(final OrderReport order) {
        return order.status() == OrderStatus.REJECTED || order.status() == OrderStatus.REJECTED_POST_ONLY;
    }
}
