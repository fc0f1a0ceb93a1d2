package io.halfspread.engine.agent;

/** Puts the threads of a pipeline on cores. */
@FunctionalInterface
public interface ThreadPlacement {
    /** Leaves threads where the system puts them. */
    ThreadPlacement ANYWHERE = role -> {};

    /**
     * Places the calling thread.
     *
     * @param role role it runs: ingress, engine or journal
     */
    void place(String role);
}
