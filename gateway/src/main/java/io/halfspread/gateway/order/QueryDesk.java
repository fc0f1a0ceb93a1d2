package io.halfspread.gateway.order;

import io.halfspread.codec.action.ActionKind;
import io.halfspread.codec.event.CancelAllDecoder;
import io.halfspread.codec.event.ResponseKind;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * The egress thread's side of everything that is asked over HTTP: outcomes that were lost, cancels while the socket is
 * down, and the cancelling of all orders. It hands questions to the thread of queries and takes their answers; what has to
 * wait, waits for a time here and holds no thread. What cancels has a thread of its own: finding out outcomes, which may take
 * seconds for each, never holds it up. Egress thread only.
 */
final class QueryDesk {
    private static final int LONGEST_DELAY_DOUBLINGS = 4;

    private final SentActions actions;
    private final Queue<Question> answers;
    private final ActionSeal seal;
    private final OutcomeWriter writer;
    private final Executor executor;
    private final Executor urgent;
    private final ActionPost post;
    private final OutcomeResolver resolver;
    private final ResolvedOutcomes resolved;
    private final CancelSweep sweep;
    private final KeyWatch keys;
    private final Consumer<String> notes;
    private final long firstDelayNs;
    private ActionSender sender;
    private ReplyReader replies;

    QueryDesk(
            final SentActions actions,
            final Queue<Question> answers,
            final ActionSeal seal,
            final OutcomeWriter writer,
            final Executor executor,
            final Executor urgent,
            final StatusQuery status,
            final ActionPost post,
            final EgressSettings settings,
            final KeyWatch keys,
            final Consumer<String> notes) {
        this.actions = actions;
        this.answers = answers;
        this.seal = seal;
        this.writer = writer;
        this.executor = executor;
        this.urgent = urgent;
        this.keys = keys;
        this.post = post;
        this.notes = notes;
        resolver = new OutcomeResolver(status, post, settings.replyTimeoutNs() * 3 / 2);
        resolved = new ResolvedOutcomes(writer);
        sweep = new CancelSweep(settings.instruments(), settings.cancels(), status, answers);
        firstDelayNs = settings.replyTimeoutNs() / 10;
    }

    /** Names those who need the desk and whom it needs; once, before anything else. */
    void connect(final ActionSender actionSender, final ReplyReader replyReader) {
        sender = actionSender;
        replies = replyReader;
    }

    /**
     * Finds out what became of the elements that have no outcome; those that were not refused are told to be unresolved.
     *
     * @param executed whether the venue is known to have executed the action, so that there is nothing to kill
     */
    void chase(final SentAction action, final boolean executed, final long nowNs) {
        if (action.template == CancelAllDecoder.TEMPLATE_ID) {
            sweep(action, nowNs);
            return;
        }
        for (int i = 0; i < action.elements; i++) {
            if (!action.settled[i] && !action.refused[i]) {
                writer.plain(action, i, ResponseKind.UNRESOLVED);
            }
        }
        final boolean harmless =
                action.batch.kind() == ActionKind.CANCEL_BY_CLOID || action.batch.kind() == ActionKind.CANCEL;
        final byte[] noop = harmless || executed ? null : seal.sealNoop(action.nonce);
        actions.resolve(action, new Resolution(action, answers, resolver, noop));
        attempt(action, nowNs);
    }

    /** Posts a harmless action over HTTP, because the socket is down. */
    void postOffline(final SentAction action, final long nowNs) {
        actions.identify(action);
        ask(action, new PostQuestion(action.id, answers, post, seal.sealExchange(action, nowNs)), urgent, nowNs);
    }

    /** Looks for open orders to cancel: the next round of cancelling all. */
    void sweep(final SentAction action, final long nowNs) {
        actions.identify(action);
        ask(action, sweep.question(action), urgent, nowNs);
    }

    /** Asks again what is due. */
    int askAgain(final long nowNs) {
        int count = 0;
        SentAction action = actions.firstUnresolved();
        while (action != null) {
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
    int takeAnswers(final long nowNs) {
        int count = 0;
        for (Question answer = answers.poll(); answer != null; answer = answers.poll()) {
            actions.answered();
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
        } else if (answer instanceof SweepQuestion found) {
            onSweep(found, action, nowNs);
        } else if (answer instanceof PostQuestion posted) {
            onPosted(posted, action, nowNs);
        }
    }

    private void attempt(final SentAction action, final long nowNs) {
        action.resolution.attemptAt(nowNs);
        ask(action, action.resolution, executor, nowNs);
    }

    private void ask(final SentAction action, final Question question, final Executor by, final long nowNs) {
        actions.move(action, ActionStage.ASKING);
        try {
            by.execute(question);
            actions.asked();
        } catch (final RejectedExecutionException e) {
            later(action, LONGEST_DELAY_DOUBLINGS, nowNs);
            notes.accept("nothing can be asked about action " + action.id + ": the thread of queries has ended");
        }
    }

    private void later(final SentAction action, final int attempts, final long nowNs) {
        action.dueNs = nowNs + (firstDelayNs << Math.min(attempts, LONGEST_DELAY_DOUBLINGS));
        actions.move(action, ActionStage.UNRESOLVED);
    }

    private void onAttempt(final Resolution resolution, final SentAction action, final long nowNs) {
        if (resolution.isKeyRefused()) {
            keys.refused(resolution.refusal());
        }
        resolved.tell(resolution, action);
        if (action.open == 0) {
            actions.release(action);
            return;
        }
        if (!resolution.trouble().isEmpty()) {
            notes.accept("outcome of action " + action.id + " still unknown after attempt " + resolution.attempts + ": "
                    + resolution.trouble());
        }
        later(action, resolution.attempts, nowNs);
        if (resolution.finalNs() > nowNs) {
            action.dueNs = Math.min(action.dueNs, resolution.finalNs());
        }
    }

    private void onPosted(final PostQuestion posted, final SentAction action, final long nowNs) {
        final ActionReply reply = posted.reply();
        if (reply == null || reply.isUnknown()) {
            chase(action, false, nowNs);
        } else if (!reply.isAnswer()) {
            refuse(action, "HTTP " + reply.httpStatus());
        } else if (!replies.onBody(action, reply.body(), nowNs)) {
            chase(action, true, nowNs);
        }
    }

    private void onSweep(final SweepQuestion found, final SentAction action, final long nowNs) {
        if (++action.rounds > CancelSweep.MOST_ROUNDS) {
            refuse(action, "not known whether every order is cancelled " + found.trouble());
        } else if (found.open() == null) {
            notes.accept("open orders could not be asked for: " + found.trouble());
            later(action, action.rounds, nowNs);
        } else if (sweep.fill(action, found.open()) > 0) {
            sender.send(action, nowNs);
        } else {
            action.settle(0);
            writer.plain(action, 0, ResponseKind.SUCCESS);
            actions.release(action);
        }
    }

    /** Gives an error to every element that has no outcome. */
    void refuse(final SentAction action, final String text) {
        for (int i = 0; i < action.elements; i++) {
            if (action.settle(i)) {
                writer.explained(action, i, ResponseKind.ERROR, text);
            }
        }
        actions.release(action);
    }
}
