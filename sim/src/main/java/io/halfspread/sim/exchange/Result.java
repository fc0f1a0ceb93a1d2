package io.halfspread.sim.exchange;

import java.util.List;

/** The answer to an action; immutable. */
public sealed interface Result {
    /**
     * Answer to orders, cancels and modifies: the action was executed, its elements may have failed.
     *
     * @param statuses one per element, in their order
     */
    record Statuses(List<ElementStatus> statuses) implements Result {
        /** Keeps a copy of the list. */
        public Statuses {
            statuses = List.copyOf(statuses);
        }
    }

    /** Answer to any other action that was executed. */
    record Done() implements Result {}

    /**
     * The action was not executed.
     *
     * @param text the venue's words
     */
    record Refused(String text) implements Result {}
}
