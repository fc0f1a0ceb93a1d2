package io.halfspread.gateway.order;

import io.halfspread.codec.action.ActionKind;
import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.CancelAllDecoder;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.ResponseKind;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;

/**
 * The egress thread's side of everything that is asked over HTTP: outcomes that were lost, cancels while the socket is
 * down, and the cancelling of all orders. It hands questions to the thread of queries and takes their answers; what has to
 * wait, waits for a time here and holds no thread. Egress thread only.
 */
@HotPath
final class QueryDesk {
    private static final String NEVER_LANDED = "never landed: a noop of ours used up its nonce";
    private static final String UNKNOWN_ORDER = "the venue knows no such order: the action was refused or never came";
    private static final String STILL_OPEN = "not cancelled: the order is still open";
    private static final String MAYBE_SET = "received, but its answer was lost: set it again";
    private static final String NO_SWEEP = "not known whether every order is cancelled: ";
    private static final int LONGEST_DELAY_DOUBLINGS = 4;
    private static final int SWEEP_ROUNDS = 64;
    private static final int ALL = CancelAllDecoder.instrumentNullValue();

    private final SentActions actions;
    private final ActionSeal seal;
    private final OutcomeWriter writer;
    private final Executor executor;
    private final StatusQuery status;
    private final ActionPost post;
    private final OutcomeResolver resolver;
    private final EgressSettings settings;
    private final Consumer<String> notes;
    private final ManyToOneConcurrentArrayQueue<Question> answers;
    private final long firstDelayNs;
    private ActionSender sender;
    private ReplyReader replies;
    private int asked;
    private long lastId;

    QueryDesk(
            final SentActions actions,
            final ActionSeal seal,
            final OutcomeWriter writer,
            final Executor executor,
            final StatusQuery status,
            final ActionPost post,
            final EgressSettings settings,
            final Consumer<String> notes) {
        this.actions = actions;
        this.seal = seal;
        this.writer = writer;
        this.executor = executor;
        this.status = status;
        this.post = post;
        this.settings = settings;
        this.notes = notes;
        resolver = new OutcomeResolver(status, post, settings.replyTimeoutNs() * 3 / 2);
        firstDelayNs = settings.replyTimeoutNs() / 10;
        answers = new ManyToOneConcurrentArrayQueue<>(2 * EgressSettings.VENUE_IN_FLIGHT);
    }

    /** Names those who need the desk and whom it needs; once, before anything else. */
    @ColdPath("wiring")
    void connect(final ActionSender actionSender, final ReplyReader replyReader) {
        sender = actionSender;
        replies = replyReader;
    }

    boolean hasAnswers() {
        return !answers.isEmpty();
    }

    int asked() {
        return asked;
    }

    /** A new request id. */
    long nextId() {
        return ++lastId;
    }

    /** Gives up waiting for a reply: tells the engine and begins to find out. */
    @ColdPath("when an outcome is lost")
    void lost(final SentAction action, final long nowNs) {
        if (action.template == CancelAllDecoder.TEMPLATE_ID) {
            sweep(action, nowNs);
            return;
        }
        for (int i = 0; i < action.elements; i++) {
            if (!action.settled[i] && !action.refused[i]) {
                writer.plain(action, i, ResponseKind.UNRESOLVED);
            }
        }
        resolve(action, false, nowNs);
    }

    /** Looks up what a reply left open; the venue has executed the action. */
    @ColdPath("when a reply leaves an outcome open")
    void incomplete(final SentAction action, final long nowNs) {
        for (int i = 0; i < action.elements; i++) {
            if (!action.settled[i] && !action.refused[i]) {
                writer.plain(action, i, ResponseKind.UNRESOLVED);
            }
        }
        resolve(action, true, nowNs);
    }

    private void resolve(final SentAction action, final boolean executed, final long nowNs) {
        final ActionKind kind = action.batch.kind();
        final boolean harmless = kind == ActionKind.CANCEL_BY_CLOID;
        final byte[] noop = harmless || executed ? null : seal.sealNoop(action.nonce);
        final Resolution resolution = new Resolution(action, answers, resolver, noop);
        resolution.spent = noop == null;
        actions.resolve(action, resolution);
        attempt(action, nowNs);
    }

    /** Begins what is due. */
    @ColdPath("while outcomes are being found out")
    int askAgain(final long nowNs) {
        int count = 0;
        for (SentAction action = actions.firstUnresolved(); action != null; ) {
            final SentAction next = action.next;
            if (nowNs >= action.dueNs) {
                if (action.resolution != null) {
                    attempt(action, nowNs);
                } else {
                    sweep(action, nowNs);
                }
                count++;
            }
            action = next;
        }
        return count;
    }

    /** Takes the answers that came. */
    @ColdPath("after a query")
    int takeAnswers(final long nowNs) {
        int count = 0;
        for (Question answer = answers.poll(); answer != null; answer = answers.poll()) {
            asked--;
            count++;
            final SentAction action = actions.find(answer.actionId);
            if (action != null && action.stage == ActionStage.ASKING) {
                take(answer, action, nowNs);
            }
        }
        return count;
    }

    private void take(final Question answer, final SentAction action, final long nowNs) {
        if (answer instanceof Resolution resolution) {
            onAttempt(resolution, action, nowNs);
        } else if (answer instanceof SweepQuestion sweep) {
            onSweep(sweep, action, nowNs);
        } else if (answer instanceof PostQuestion posted) {
            onPosted(posted, action, nowNs);
        }
    }

    private void attempt(final SentAction action, final long nowNs) {
        action.resolution.attemptAt(nowNs);
        ask(action, action.resolution, nowNs);
    }

    private void ask(final SentAction action, final Question question, final long nowNs) {
        actions.move(action, ActionStage.ASKING);
        asked++;
        try {
            executor.execute(question);
        } catch (final RejectedExecutionException e) {
            asked--;
            later(action, 0, nowNs);
            notes.accept("no query about action " + action.id + " can be made: the thread of queries has ended");
        }
    }

    private void later(final SentAction action, final int attempts, final long nowNs) {
        action.dueNs = nowNs + (firstDelayNs << Math.min(attempts, LONGEST_DELAY_DOUBLINGS));
        actions.move(action, ActionStage.UNRESOLVED);
    }

    private void onAttempt(final Resolution resolution, final SentAction action, final long nowNs) {
        for (final LostElement element : resolution.elements) {
            if (!action.settled[element.index]) {
                conclude(resolution, action, element);
            }
        }
        if (action.open == 0) {
            actions.release(action);
            return;
        }
        if (!resolution.trouble().isEmpty()) {
            notes.accept("outcome of action " + action.id + " still unknown after attempt " + resolution.attempts + ": "
                    + resolution.trouble());
        }
        later(action, resolution.attempts, nowNs);
    }

    private void conclude(final Resolution resolution, final SentAction action, final LostElement element) {
        switch (element.finding) {
            case NEVER_LANDED -> error(action, element, NEVER_LANDED);
            case UNKNOWN_ORDER -> {
                error(action, element, UNKNOWN_ORDER);
                tellTarget(action, element);
            }
            case ORDER -> onFound(resolution, action, element);
            case NOTHING -> {
                if (resolution.kind == ActionKind.SCHEDULE_CANCEL && resolution.spent) {
                    error(action, element, MAYBE_SET);
                }
            }
        }
    }

    private void onFound(final Resolution resolution, final SentAction action, final LostElement element) {
        final OrderReport order = element.order;
        if (resolution.kind == ActionKind.CANCEL_BY_CLOID && !isOver(order)) {
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

    /** Posts a harmless action over HTTP, because the socket is down. */
    @ColdPath("when the socket is down")
    void postOffline(final SentAction action, final long nowNs) {
        actions.identify(action, nextId());
        ask(action, new PostQuestion(action.id, answers, post, seal.sealExchange(action, nowNs)), nowNs);
    }

    private void onPosted(final PostQuestion posted, final SentAction action, final long nowNs) {
        final ActionReply reply = posted.reply();
        if (reply != null && reply.isAnswer() && replies.onBody(action, reply.body(), nowNs)) {
            return;
        }
        if (reply != null && !reply.isAnswer() && !reply.isUnknown()) {
            for (int i = 0; i < action.elements; i++) {
                if (action.settle(i)) {
                    writer.explained(action, i, ResponseKind.ERROR, "HTTP " + reply.httpStatus());
                }
            }
            actions.release(action);
            return;
        }
        lost(action, nowNs);
    }

    /** Looks for open orders to cancel: the next round of cancelling all. */
    @ColdPath("when all orders are to be cancelled")
    void sweep(final SentAction action, final long nowNs) {
        if (action.id == 0) {
            actions.identify(action, nextId());
        }
        ask(action, new SweepQuestion(action.id, answers, status), nowNs);
    }

    private void onSweep(final SweepQuestion sweep, final SentAction action, final long nowNs) {
        final List<OpenOrder> open = sweep.open();
        if (++action.rounds > SWEEP_ROUNDS) {
            action.settle(0);
            writer.explained(action, 0, ResponseKind.ERROR, NO_SWEEP + sweep.trouble());
            actions.release(action);
        } else if (open == null) {
            notes.accept("open orders could not be asked for: " + sweep.trouble());
            later(action, action.rounds, nowNs);
        } else if (fill(action, open) > 0) {
            sender.send(action, nowNs);
        } else {
            action.settle(0);
            writer.plain(action, 0, ResponseKind.SUCCESS);
            actions.release(action);
        }
    }

    private int fill(final SentAction action, final List<OpenOrder> open) {
        action.batch.beginCancels(true);
        for (final OpenOrder order : open) {
            final int instrument = instrument(order.coin());
            if (instrument >= 0 && (action.instruments[0] == ALL || action.instruments[0] == instrument)) {
                action.batch.addCancel(settings.instruments().get(instrument).assetId(), order.oid());
            }
        }
        return action.batch.size();
    }

    private int instrument(final String coin) {
        for (int i = 0; i < settings.instruments().size(); i++) {
            if (settings.instruments().get(i).coin().equals(coin)) {
                return i;
            }
        }
        return -1;
    }
}
