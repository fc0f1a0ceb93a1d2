package io.halfspread.app.sweep.run;

/** Takes outcomes as cells end. */
@FunctionalInterface
public interface OutcomeSink {
    /**
     * A cell has ended. Called by one thread at a time, in any order of cells; when this returns the outcome is kept.
     *
     * @param outcome what the cell gave
     */
    void accept(Outcome outcome);
}
