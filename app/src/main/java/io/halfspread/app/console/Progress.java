package io.halfspread.app.console;

import java.util.Locale;

/**
 * One line on err that is drawn over, at most five times a second: how far, how fast, how long yet. For one thread.
 */
public final class Progress implements AutoCloseable {
    private static final long REDRAW_NS = 200_000_000L;
    private static final double NS = 1e9;
    private static final int BAR = 24;
    private static final double FEW = 100;

    private final Terminal terminal;
    private final boolean drawn;
    private final String what;
    private final String unit;
    private final Listener listener;
    private final long startNs = System.nanoTime();
    private long drawnNs = startNs;
    private boolean dirty;

    /**
     * Begins.
     *
     * @param terminal where to draw
     * @param drawn    whether to draw at all
     * @param what     what is being done, for example "replay"
     */
    public Progress(final Terminal terminal, final boolean drawn, final String what) {
        this(terminal, drawn, what, "events");
    }

    /**
     * Begins something that is not counted in events.
     *
     * @param terminal where to draw
     * @param drawn    whether to draw at all
     * @param what     what is being done
     * @param unit     what is counted, for example "replays"
     */
    public Progress(final Terminal terminal, final boolean drawn, final String what, final String unit) {
        this(terminal, drawn, what, unit, null);
    }

    /** Begins a part of something, whose drawing is another's. */
    Progress(final Terminal terminal, final Listener listener) {
        this(terminal, false, "", "", listener);
    }

    private Progress(
            final Terminal terminal,
            final boolean drawn,
            final String what,
            final String unit,
            final Listener listener) {
        this.terminal = terminal;
        this.drawn = drawn;
        this.what = what;
        this.unit = unit;
        this.listener = listener;
    }

    /** Is told how far a part is. */
    @FunctionalInterface
    interface Listener {
        /**
         * Takes how far it is.
         *
         * @param events what was done so far, in the part's unit
         * @param share  0 to 1
         */
        void at(long events, double share);
    }

    /**
     * Parts of this, done at the same time and drawn as one.
     *
     * @param count how many
     * @return the parts, to be begun one by one
     */
    public ProgressParts parts(final int count) {
        return new ProgressParts(this, terminal, count);
    }

    /**
     * Says how far the work is. Cheap when it is not time to draw.
     *
     * @param events events, or what else is counted, done so far
     * @param share  share of the work done, 0 to 1; 0 when not known
     */
    public void at(final long events, final double share) {
        if (listener != null) {
            listener.at(events, share);
        }
        if (!drawn) {
            return;
        }
        final long nowNs = System.nanoTime();
        if (nowNs - drawnNs < REDRAW_NS) {
            return;
        }
        drawnNs = nowNs;
        dirty = true;
        final double elapsed = (nowNs - startNs) / NS;
        final double perSecond = events / elapsed;
        final String rate = String.format(
                Locale.ROOT, perSecond < FEW ? "%,d %s, %,.1f/s" : "%,d %s, %,.0f/s", events, unit, perSecond);
        final String left = share > 0.001
                ? String.format(Locale.ROOT, " %3.0f %%, %.0f s left, ", share * 100, elapsed / share - elapsed)
                : " ";
        terminal.err().print("\r\u001b[K" + what + (share > 0.001 ? " " + bar(share) : ":") + left + rate);
        terminal.err().flush();
    }

    private static String bar(final double share) {
        final int done = (int) Math.round(Math.min(1, share) * BAR);
        return "[" + "#".repeat(done) + "-".repeat(BAR - done) + "]";
    }

    /**
     * Says something that is no progress; from any thread.
     *
     * @param line one line
     */
    public void say(final String line) {
        if (terminal != null) {
            terminal.err().println(line);
        }
    }

    @Override
    public void close() {
        if (dirty) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
        }
    }
}
