package io.halfspread.spark;

import java.io.Serializable;

/**
 * What one cell gave, as a row of a typed data set. A bean, because Spark makes its columns from the properties of one:
 * {@code spark.sql} and notebooks see {@code candidate}, {@code capture}, {@code share} and {@code outcome}.
 */
public final class OutcomeRow implements Serializable {
    private static final long serialVersionUID = 1L;

    private long candidate;
    private int capture;
    private double share;
    private byte[] outcome = {};

    /** An empty row; Spark fills it. */
    public OutcomeRow() {}

    /**
     * Number of the candidate in its space, 0 for the default.
     *
     * @return the number
     */
    public long getCandidate() {
        return candidate;
    }

    /**
     * Sets the candidate.
     *
     * @param candidate number of the candidate in its space, 0 for the default
     */
    public void setCandidate(final long candidate) {
        this.candidate = candidate;
    }

    /**
     * Number of the capture in the sweep.
     *
     * @return the number from 0
     */
    public int getCapture() {
        return capture;
    }

    /**
     * Sets the capture.
     *
     * @param capture number of the capture in the sweep, from 0
     */
    public void setCapture(final int capture) {
        this.capture = capture;
    }

    /**
     * Leading part of the capture's time that was replayed.
     *
     * @return above 0, at most 1
     */
    public double getShare() {
        return share;
    }

    /**
     * Sets the share.
     *
     * @param share leading part of the capture's time that was replayed, above 0, at most 1
     */
    public void setShare(final double share) {
        this.share = share;
    }

    /**
     * The outcome in its canonical form.
     *
     * @return bytes; the row's own
     */
    public byte[] getOutcome() {
        return outcome;
    }

    /**
     * Sets the outcome.
     *
     * @param outcome its canonical form; kept, not copied
     */
    public void setOutcome(final byte[] outcome) {
        this.outcome = outcome;
    }
}
