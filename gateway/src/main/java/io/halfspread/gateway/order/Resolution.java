package io.halfspread.gateway.order;

import io.halfspread.codec.action.ActionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Finding out what became of one action, over as many attempts as it takes. Belongs to the egress thread, and to the thread
 * of queries while an attempt is under way.
 */
final class Resolution extends Question {
    final ActionKind kind;
    final byte[] noop;
    final long expiresAtMs;
    final List<LostElement> elements = new ArrayList<>();
    private final OutcomeResolver resolver;

    /** Whether the nonce is used up, or nothing is to be killed, so that what was not executed never will be; and since when that is known. */
    boolean spent;

    long spentNs;
    long nowNs;
    int attempts;
    private int refusals;
    private long refusedNs;
    private boolean refusedNow;
    private String refusal;

    Resolution(
            final SentAction action,
            final Queue<Question> answers,
            final OutcomeResolver resolver,
            final byte[] noopOrNull) {
        super(action.id, answers);
        this.resolver = resolver;
        kind = action.batch.kind();
        noop = noopOrNull;
        spent = noopOrNull == null;
        expiresAtMs = action.expiresAtMs;
        for (int i = 0; i < action.elements; i++) {
            if (!action.settled[i]) {
                elements.add(new LostElement(action.batch, i));
            }
        }
    }

    /** The venue refused the noop, and would refuse the action as well. */
    void refused(final String text) {
        refusal = text;
        refusedNow = true;
        refusedNs = refusals++ == 0 ? nowNs : refusedNs;
    }

    /** Why the venue refuses every action of ours; null when it never did. */
    String refusal() {
        return refusal;
    }

    /** Whether the last attempt was refused for its key. */
    boolean isKeyRefused() {
        return refusedNow && VenueWords.isAboutKey(refusal);
    }

    /** Whether what the venue does not know by now, it will never know. */
    boolean isFinal(final long patienceNs) {
        return spent && nowNs - spentNs >= patienceNs
                || refusals >= KeyWatch.MOST_REFUSALS && nowNs - refusedNs >= patienceNs;
    }

    /** When the attempt is due that settles what the venue does not know. */
    long finalNs() {
        return resolver.finalNs(this);
    }

    /** Begins an attempt at a time. */
    void attemptAt(final long now) {
        nowNs = now;
        refusedNow = false;
        attempts++;
        if (spent && spentNs == 0) {
            spentNs = now;
        }
    }

    @Override
    void ask() {
        resolver.attempt(this);
    }
}
