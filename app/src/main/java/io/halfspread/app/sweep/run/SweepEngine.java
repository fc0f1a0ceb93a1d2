package io.halfspread.app.sweep.run;

import java.util.List;

/** Runs cells somewhere. What it gives does not depend on how many run at a time, nor in which order. */
public interface SweepEngine extends AutoCloseable {
    /**
     * Runs cells, each once; returns when all have ended, or when the engine was asked to end early: what had not ended by
     * then is given up without an outcome.
     *
     * @param cells what to run
     * @param sink  gets an outcome a cell
     * @throws io.halfspread.app.console.Failure when a cell cannot be run; what has ended was given to the sink
     */
    void evaluate(List<Cell> cells, OutcomeSink sink);

    /**
     * What runs cells, for people.
     *
     * @return for example "2 threads"
     */
    String describe();

    /** Lets go of threads and captures. */
    @Override
    void close();
}
