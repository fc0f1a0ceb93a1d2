package io.halfspread.app.sweep.judge;

import io.halfspread.app.sweep.run.CaptureRef;
import io.halfspread.app.sweep.run.Outcome;
import io.halfspread.app.sweep.space.Candidate;
import io.halfspread.app.sweep.space.Scored;
import io.halfspread.app.sweep.space.Space;
import io.halfspread.app.sweep.space.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Judges a sweep. */
public final class Verdicts {
    private static final int LISTED = 10;
    private static final int MAPPED = 4;

    private Verdicts() {}

    /**
     * Judges outcomes: a pure function, whatever the order of its arguments' elements.
     *
     * @param space    what was searched
     * @param captures captures that every candidate ran on
     * @param trials   everything that was run, the default among it
     * @param outcomes what it gave
     * @param goal     what was looked for
     * @param settings how to judge
     * @return the judgement
     * @throws IllegalArgumentException when the default did not run over all of every capture
     */
    public static Judgement of(
            final Space space,
            final List<CaptureRef> captures,
            final List<Trial> trials,
            final List<Outcome> outcomes,
            final Goal goal,
            final JudgeSettings settings) {
        final Evidence evidence = Evidence.of(captures, trials, outcomes, goal);
        final List<Integer> order = IntStream.range(0, evidence.full().size())
                .boxed()
                .sorted(Comparator.comparing(evidence.full()::get, Scored.BEST_FIRST))
                .toList();
        final int winner = order.get(0);
        final List<Integer> listed = new ArrayList<>(order.subList(0, Math.min(LISTED, order.size())));
        listed.add(0);
        final List<JudgedSet> sets = sets(evidence, listed, settings);
        final double[][] gains = evidence.gains();
        final RealityCheck check = RealityCheck.of(
                gains,
                Math.max(0, winner - 1),
                () -> Bands.resampler(evidence.lengths(), settings),
                settings.resamples());
        final WalkForward forward = WalkForward.of(evidence, settings);
        final Judgement.Sample sample = sample(evidence, settings);
        final List<Scored> widest = widest(evidence);
        final List<Sensitivity> sensitivity = Sensitivity.of(space, widest, settings.seed());
        final List<String> mapped =
                sensitivity.stream().map(Sensitivity::parameter).limit(MAPPED).toList();
        return new Judgement(
                Verdict.of(
                        sets.get(0),
                        check,
                        sample,
                        forward,
                        Cautions.of(space, sets.get(0), sets.get(sets.size() - 1), sample, settings)),
                goal,
                settings,
                sample,
                sets.get(sets.size() - 1),
                List.copyOf(sets.subList(0, sets.size() - 1)),
                check,
                winner == 0
                        ? DeflatedSharpe.none(evidence.tried())
                        : DeflatedSharpe.of(gains, winner - 1, evidence.tried()),
                DeflatedSharpe.of(evidence.profit(), winner, evidence.tried() + 1),
                forward,
                sensitivity,
                HeatMap.of(space, widest, mapped),
                fronts(evidence),
                Stability.of(evidence, winner, settings));
    }

    private static List<ParetoFront> fronts(final Evidence evidence) {
        final List<Candidate> candidates =
                evidence.full().stream().map(Scored::candidate).toList();
        return List.of(
                ParetoFront.of(Metric.DRAWDOWN, candidates, evidence.totals()),
                ParetoFront.of(Metric.POSITION_USD, candidates, evidence.totals()));
    }

    private static Judgement.Sample sample(final Evidence evidence, final JudgeSettings settings) {
        final List<Scored> others = evidence.full().subList(1, evidence.full().size());
        return new Judgement.Sample(
                evidence.tried(),
                others.size(),
                (int) others.stream().filter(scored -> scored.violation() == 0).count(),
                evidence.captures().size(),
                evidence.profit().length,
                evidence.blockNs(),
                Bands.runLength(evidence.lengths(), settings));
    }

    private static List<JudgedSet> sets(
            final Evidence evidence, final List<Integer> which, final JudgeSettings settings) {
        final double[][] profit = evidence.profit();
        final int count = which.size();
        final double[][] columns = new double[profit.length][2 * count];
        for (int t = 0; t < profit.length; t++) {
            for (int i = 0; i < count; i++) {
                columns[t][i] = profit[t][which.get(i)];
                columns[t][count + i] = profit[t][which.get(i)] - profit[t][0];
            }
        }
        final Band[] bands = Bands.sums(columns, evidence.lengths(), settings);
        return IntStream.range(0, count)
                .mapToObj(i -> new JudgedSet(
                        evidence.full().get(which.get(i)).candidate(),
                        evidence.full().get(which.get(i)).score(),
                        evidence.full().get(which.get(i)).violation(),
                        evidence.totals().get(which.get(i)),
                        bands[i],
                        bands[count + i]))
                .toList();
    }

    /** The round with the most candidates, the default left out: the first one of a halving, all of any other search. */
    private static List<Scored> widest(final Evidence evidence) {
        final Map<Double, List<Scored>> byShare = evidence.scored().stream()
                .filter(scored -> !scored.candidate().isBase())
                .collect(Collectors.groupingBy(Scored::share, TreeMap::new, Collectors.toList()));
        return byShare.values().stream()
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }
}
