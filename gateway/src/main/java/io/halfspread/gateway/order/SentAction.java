package io.halfspread.gateway.order;

import io.halfspread.codec.action.ActionBatch;
import io.halfspread.codec.contract.HotPath;

/**
 * One action: its elements, the commands they came from, and where it is on its way to an outcome. Pooled by
 * {@link SentActions}. Egress thread only.
 */
@HotPath
final class SentAction {
    /** Most elements: below 40 an action costs one unit of the address's weight. */
    static final int MOST_ELEMENTS = 32;

    final ActionBatch batch = new ActionBatch(MOST_ELEMENTS);
    final int[] instruments = new int[MOST_ELEMENTS];
    final long[] eventNs = new long[MOST_ELEMENTS];
    final boolean[] settled = new boolean[MOST_ELEMENTS];
    final boolean[] refused = new boolean[MOST_ELEMENTS];

    ActionStage stage = ActionStage.FREE;
    SentAction previous;
    SentAction next;
    int template;
    int elements;
    int rounds;
    int open;
    long id;
    long nonce;
    long expiresAtMs;
    long dueNs;
    Resolution resolution;

    SentAction() {}

    void begin(final int commandTemplate) {
        template = commandTemplate;
        elements = 0;
        rounds = 0;
        open = 0;
        id = 0;
        nonce = 0;
        resolution = null;
        for (int i = 0; i < MOST_ELEMENTS; i++) {
            settled[i] = false;
            refused[i] = false;
        }
    }

    /** Notes whence the element came that was added to the batch last, or the only one of an action without elements. */
    void added(final int instrument, final long causedNs) {
        instruments[elements] = instrument;
        eventNs[elements] = causedNs;
        elements++;
        open++;
    }

    boolean isFull() {
        return elements == MOST_ELEMENTS;
    }

    /** Marks an element as answered; false when it was before. */
    boolean settle(final int element) {
        if (settled[element]) {
            return false;
        }
        settled[element] = true;
        open--;
        return true;
    }

    /** Whether one of its elements is an order of this id. */
    boolean creates(final long cloidLow) {
        for (int i = 0; i < elements; i++) {
            if (batch.cloidLow(i) == cloidLow) {
                return true;
            }
        }
        return false;
    }
}
