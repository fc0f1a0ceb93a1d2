package io.halfspread.app.console;

/** Progress of several pieces of work at the same time, drawn as one: events are added, shares are averaged. Of any thread. */
public final class ProgressParts {
    private final Progress whole;
    private final Terminal terminal;
    private final long[] events;
    private final double[] shares;
    private int begun;

    ProgressParts(final Progress whole, final Terminal terminal, final int count) {
        this.whole = whole;
        this.terminal = terminal;
        events = new long[count];
        shares = new double[count];
    }

    /**
     * Begins the next part.
     *
     * @return for the one thread that does it
     * @throws IllegalStateException when all were begun
     */
    public synchronized Progress next() {
        if (begun == events.length) {
            throw new IllegalStateException("all " + begun + " parts were begun");
        }
        final int part = begun++;
        return new Progress(terminal, (done, share) -> at(part, done, share));
    }

    private synchronized void at(final int part, final long done, final double share) {
        events[part] = done;
        shares[part] = share;
        long sum = 0;
        double mean = 0;
        for (int i = 0; i < events.length; i++) {
            sum += events[i];
            mean += shares[i] / events.length;
        }
        whole.at(sum, mean);
    }
}
