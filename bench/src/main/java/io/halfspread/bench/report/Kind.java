package io.halfspread.bench.report;

/** What a figure is, and with it how far two runs of it can be compared. */
enum Kind {
    /** A time or a rate of this machine at that moment: shown, never judged between runs. */
    ABSOLUTE(0),
    /** A ratio of two figures of one JMH run. */
    RATIO(0.15),
    /** A ratio of medians over sockets, from interleaved rounds. */
    WIRE_RATIO(0.35),
    /** A ratio of tails over sockets: on a shared machine mostly the machine's. */
    TAIL_RATIO(1.0),
    /** Bytes per operation. */
    BYTES(0);

    private final double bound;

    Kind(final double bound) {
        this.bound = bound;
    }

    /** Relative worsening between two runs that is not taken for noise. */
    double bound() {
        return bound;
    }
}
