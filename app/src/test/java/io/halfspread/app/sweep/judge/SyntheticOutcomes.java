package io.halfspread.app.sweep.judge;

import io.halfspread.app.sweep.run.CaptureRef;
import io.halfspread.app.sweep.run.CellKey;
import io.halfspread.app.sweep.run.CoinOutcome;
import io.halfspread.app.sweep.run.Outcome;
import io.halfspread.app.sweep.space.Candidate;
import io.halfspread.app.sweep.space.Trial;
import io.halfspread.sim.Draws;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Outcomes whose truth is known: a common market move, noise of each candidate, and an edge. */
public final class SyntheticOutcomes {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long HOUR_NS = 60 * MINUTE_NS;

    private final List<Trial> trials = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<CaptureRef> captures = new ArrayList<>();

    /**
     * Draws outcomes.
     *
     * @param candidates the default first
     * @param captures   captures, an hour apart
     * @param blocks     blocks of each
     * @param edge       mean profit of a candidate in a block, USD
     * @param seed       seed
     */
    public SyntheticOutcomes(
            final List<Candidate> candidates,
            final int captures,
            final int blocks,
            final ToDoubleFunction<Candidate> edge,
            final long seed) {
        final Draws draws = new Draws(seed);
        final double[][] market = new double[captures][blocks];
        for (int c = 0; c < captures; c++) {
            this.captures.add(new CaptureRef(
                    "night-" + c,
                    Path.of("night-" + c),
                    "00",
                    "00",
                    List.of("HYPE"),
                    c * HOUR_NS,
                    c * HOUR_NS + blocks * MINUTE_NS));
            for (int t = 0; t < blocks; t++) {
                market[c][t] = normal(draws);
            }
        }
        for (final Candidate candidate : candidates) {
            trials.add(new Trial(candidate, 1));
            for (int c = 0; c < captures; c++) {
                final long[] profit = new long[blocks];
                for (int t = 0; t < blocks; t++) {
                    profit[t] = Math.round(1e8 * (market[c][t] + normal(draws) / 2 + edge.applyAsDouble(candidate)));
                }
                outcomes.add(outcome(candidate.index(), c, profit));
            }
        }
    }

    private static double normal(final Draws draws) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += (draws.nextLong() >>> 11) * 0x1.0p-53;
        }
        return sum;
    }

    private static Outcome outcome(final long candidate, final int capture, final long... profit) {
        long total = 0;
        long peak = 0;
        long drawdown = 0;
        for (final long block : profit) {
            total += block;
            peak = Math.max(peak, total);
            drawdown = Math.max(drawdown, peak - total);
        }
        return new Outcome(
                new CellKey(candidate, capture, 1),
                candidate,
                MINUTE_NS,
                1000,
                candidate,
                drawdown,
                List.of(new CoinOutcome(
                        "HYPE",
                        new CoinOutcome.Profit(total, 0, 0, 0),
                        new CoinOutcome.Traffic(100, 1, 1_000_000_000_000L, 500, 600),
                        new CoinOutcome.Risk(drawdown, 1, 20 + candidate, 0, 4_000_000_000L),
                        new CoinOutcome.Market(1000, 900, 900, 500, 400),
                        new CoinOutcome.Markout(100, -50),
                        profit)));
    }

    /**
     * What was run.
     *
     * @return trials
     */
    public List<Trial> trials() {
        return trials;
    }

    /**
     * What it gave.
     *
     * @return outcomes
     */
    public List<Outcome> outcomes() {
        return outcomes;
    }

    /**
     * What it ran on.
     *
     * @return captures
     */
    public List<CaptureRef> captures() {
        return captures;
    }
}
