package io.halfspread.app.capture.quality;

/** How good data are, the best first. */
public enum Grade {
    /** Nothing that a judgement of parameters would notice. */
    A,
    /** Small faults: usable, with the reasons in mind. */
    B,
    /** Faults that show in results. */
    C,
    /** Not to be averaged in. */
    D;

    /**
     * The worse of two.
     *
     * @param other the other
     * @return the later one
     */
    public Grade worse(final Grade other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
