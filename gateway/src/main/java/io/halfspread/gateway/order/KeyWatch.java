package io.halfspread.gateway.order;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.hyperliquid.BoundedText;
import java.util.function.Consumer;

/**
 * Whether the venue takes what is signed with our key. Some refusals in a row, with nothing taken between them, are final:
 * from then on no order is sent, because each would be refused and cost a request. Egress thread only, but for the verdict,
 * which any thread may read.
 */
@HotPath
final class KeyWatch {
    /** Refusals in a row after which the key counts as refused. */
    static final int MOST_REFUSALS = 3;

    private final Consumer<String> notes;
    private int inARow;
    private volatile String verdict;

    KeyWatch(final Consumer<String> notes) {
        this.notes = notes;
    }

    /** Whether the venue refuses the key for good. */
    boolean isRefused() {
        return verdict != null;
    }

    /** The venue's words when it refuses the key for good; null otherwise. */
    String verdict() {
        return verdict;
    }

    /** The venue took up an action of ours. */
    void accepted() {
        inARow = 0;
    }

    /** One error answers a whole action. */
    void onError(final BoundedText text) {
        if (VenueWords.isAboutKey(text)) {
            refused(text);
        }
    }

    @ColdPath("when the key is refused")
    private void refused(final BoundedText text) {
        refused(text.buffer().getStringWithoutLengthUtf8(0, text.length()));
    }

    /** The venue refused an action of ours for its key. */
    @ColdPath("when the key is refused")
    void refused(final String text) {
        if (++inARow >= MOST_REFUSALS && verdict == null) {
            verdict = text;
            notes.accept("the venue refuses the key: " + text + " No more orders are sent. Approve the agent for the"
                    + " account, or give the right key, and start again; doctor tells what is wrong");
        }
    }
}
