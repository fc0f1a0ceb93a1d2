package io.halfspread.app.sweep.judge;

import io.halfspread.app.sweep.run.CaptureRef;
import io.halfspread.app.sweep.run.Outcome;
import io.halfspread.app.sweep.space.Candidate;
import io.halfspread.app.sweep.space.Scored;
import io.halfspread.app.sweep.space.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Outcomes in the form in which they are judged: candidates that ran over all of the time, the default first, and their
 * profit block by block, captures in the order of time. Immutable.
 */
final class Evidence {
    /** Blocks are put together until there are no more than this, so that a year is judged as quickly as a day. */
    private static final int MOST_BLOCKS = 2000;

    /** With very many candidates there are fewer blocks, so that all of it fits into memory. */
    private static final int MOST_CELLS = 20_000_000;

    private static final double DECIMAL8 = 1e8;

    private final List<CaptureRef> captures;
    private final List<Scored> scored;
    private final List<Scored> full;
    private final List<Totals> totals;
    private final double[][] profit;
    private final int[] lengths;
    private final long blockNs;

    private Evidence(
            final List<CaptureRef> captures,
            final List<Scored> scored,
            final List<Scored> full,
            final List<Totals> totals,
            final double[][] profit,
            final int[] lengths,
            final long blockNs) {
        this.captures = captures;
        this.scored = scored;
        this.full = full;
        this.totals = totals;
        this.profit = profit;
        this.lengths = lengths;
        this.blockNs = blockNs;
    }

    static Evidence of(
            final List<CaptureRef> captures, final List<Trial> trials, final List<Outcome> outcomes, final Goal goal) {
        final Map<Long, Candidate> candidates = new HashMap<>();
        trials.forEach(trial -> candidates.put(trial.candidate().index(), trial.candidate()));
        final Map<Trial, List<Outcome>> byTrial = new LinkedHashMap<>();
        outcomes.stream()
                .sorted(Comparator.comparing(Outcome::key))
                .forEach(outcome -> byTrial.computeIfAbsent(
                                new Trial(
                                        candidates.get(outcome.key().candidate()),
                                        outcome.key().share()),
                                trial -> new ArrayList<>())
                        .add(outcome));
        final List<Integer> order = new ArrayList<>();
        for (int i = 0; i < captures.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingLong(i -> captures.get(i).firstNs()));
        final List<Scored> scored = new ArrayList<>();
        final List<Scored> full = new ArrayList<>();
        final List<List<Outcome>> rows = new ArrayList<>();
        byTrial.forEach((trial, ran) -> {
            if (ran.size() != captures.size()) {
                return;
            }
            final Scored score = goal.scored(trial, ran);
            scored.add(score);
            if (trial.share() >= 1) {
                full.add(score);
                rows.add(ran);
            }
        });
        if (full.isEmpty() || !full.get(0).candidate().isBase()) {
            throw new IllegalArgumentException("the default did not run over all captures");
        }
        final int merged = merged(rows.get(0), rows.size());
        final int[] lengths = order.stream()
                .mapToInt(i -> (blocks(rows.get(0).get(i)) + merged - 1) / merged)
                .toArray();
        return new Evidence(
                order.stream().map(captures::get).toList(),
                List.copyOf(scored),
                List.copyOf(full),
                rows.stream().map(Totals::of).toList(),
                profit(rows, order, lengths, merged),
                lengths,
                rows.get(0).get(0).blockNs() * merged);
    }

    private static int merged(final List<Outcome> outcomes, final int candidates) {
        final int most = Math.min(MOST_BLOCKS, Math.max(100, MOST_CELLS / candidates));
        final int blocks = outcomes.stream().mapToInt(Evidence::blocks).sum();
        return (blocks + most - 1) / most;
    }

    private static int blocks(final Outcome outcome) {
        return outcome.coins().get(0).blockProfit().length;
    }

    private static double[][] profit(
            final List<List<Outcome>> rows, final List<Integer> order, final int[] lengths, final int merged) {
        int blocks = 0;
        for (final int length : lengths) {
            blocks += length;
        }
        final double[][] profit = new double[blocks][rows.size()];
        for (int k = 0; k < rows.size(); k++) {
            int begin = 0;
            for (int c = 0; c < lengths.length; c++) {
                final long[] row = rows.get(k).get(order.get(c)).blockProfit();
                for (int i = 0; i < row.length; i++) {
                    profit[begin + i / merged][k] += row[i] / DECIMAL8;
                }
                begin += lengths[c];
            }
        }
        return profit;
    }

    /** Captures in the order of time. */
    List<CaptureRef> captures() {
        return captures;
    }

    /** Every trial, by candidate and share; candidates that did not run on every capture are left out. */
    List<Scored> scored() {
        return scored;
    }

    /** Candidates tried, the default not counted. */
    int tried() {
        return new TreeSet<>(scored.stream()
                                .map(score -> score.candidate().index())
                                .toList())
                        .size()
                - 1;
    }

    /** Candidates that ran over all of the time; the default first. */
    List<Scored> full() {
        return full;
    }

    /** What they came to. */
    List<Totals> totals() {
        return totals;
    }

    /** Their profit in USD: [block][candidate]. */
    double[][] profit() {
        return profit;
    }

    /** Their profit above the default's, in USD, the default left out: [block][candidate - 1]. */
    double[][] gains() {
        final double[][] gains = new double[profit.length][full.size() - 1];
        for (int t = 0; t < gains.length; t++) {
            for (int k = 1; k < full.size(); k++) {
                gains[t][k - 1] = profit[t][k] - profit[t][0];
            }
        }
        return gains;
    }

    /** Blocks of each capture. */
    int[] lengths() {
        return lengths;
    }

    /** Length of a block. */
    long blockNs() {
        return blockNs;
    }
}
