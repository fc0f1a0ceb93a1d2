package io.halfspread.app.sweep.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.random.MersenneTwister;

/**
 * CMA-ES of a library, asked a generation at a time. The library calls an objective and has no way to pause, but its
 * draws of one generation do not depend on values of the same generation: so each round runs it again from the start
 * with the values known so far, and stops it, by its own count of evaluations, where the first generation with unknown
 * values has been drawn. Those points are the round.
 */
final class Evolution implements Sampler {
    private static final double FIRST_DEVIATION = 0.3;
    private static final int LEAST_POPULATION = 8;
    private static final double BROKEN = 10;

    private final Space space;
    private final int sets;
    private final long seed;
    private final int dimensions;
    private final int population;

    Evolution(final Space space, final int sets, final long seed) {
        this.space = space;
        this.sets = sets;
        this.seed = seed;
        dimensions = space.varying().size();
        population = Math.max(LEAST_POPULATION, 4 + (int) (3 * StrictMath.log(dimensions)));
    }

    @Override
    public List<Trial> next(final List<Scored> done) {
        final Map<Map<String, Object>, Double> costs = costs(done);
        final int left = sets - costs.size();
        final int generations = sets / population + 1;
        for (int generation = first(costs.size()); generation <= generations && left > 0; generation++) {
            final List<Map<String, Object>> unknown = unknown(costs, generation, generations);
            if (!unknown.isEmpty()) {
                return trials(done, unknown.subList(0, Math.min(left, unknown.size())));
            }
        }
        return List.of();
    }

    /** No generation before this one can have unknown values: each brings no more than its points, the first one more. */
    private int first(final int known) {
        return 1 + Math.max(0, known - 1) / population;
    }

    private static List<Trial> trials(final List<Scored> done, final List<Map<String, Object>> values) {
        final List<Trial> trials = new ArrayList<>();
        long index = done.size();
        if (done.isEmpty()) {
            trials.add(new Trial(Candidate.BASE, 1));
            index = 1;
        }
        for (final Map<String, Object> point : values) {
            trials.add(new Trial(new Candidate(index++, point), 1));
        }
        return trials;
    }

    /** What is minimised; broken constraints cost more than any score near the default's. */
    private static Map<Map<String, Object>, Double> costs(final List<Scored> done) {
        final double usual = done.stream()
                .filter(scored -> scored.candidate().isBase())
                .mapToDouble(scored -> Math.abs(scored.score()))
                .filter(Double::isFinite)
                .findFirst()
                .orElse(0);
        final Map<Map<String, Object>, Double> costs = new HashMap<>();
        for (final Scored scored : done) {
            final boolean sound = Double.isFinite(scored.score()) && scored.violation() == 0;
            final double broken = Double.isFinite(scored.violation()) ? 1 + scored.violation() : 2 * BROKEN;
            if (!scored.candidate().isBase()) {
                costs.put(scored.candidate().values(), sound ? -scored.score() : BROKEN * (1 + usual) * broken);
            }
        }
        return costs;
    }

    /** Points of a generation whose cost is not known, each once, in the order in which they were drawn. */
    private List<Map<String, Object>> unknown(
            final Map<Map<String, Object>, Double> costs, final int generation, final int generations) {
        final Map<Map<String, Object>, Boolean> asked = new LinkedHashMap<>();
        final double[] middle = new double[dimensions];
        Arrays.fill(middle, 0.5);
        final double[] deviation = new double[dimensions];
        Arrays.fill(deviation, FIRST_DEVIATION);
        final double[] ones = new double[dimensions];
        Arrays.fill(ones, 1);
        final CMAESOptimizer optimizer =
                new CMAESOptimizer(generations, 0, true, 0, 0, new MersenneTwister(seed), false, null);
        optimizer.optimize(
                new MaxEval(1 + generation * population),
                new ObjectiveFunction(point -> {
                    final Map<String, Object> values = space.at(point);
                    final Double cost = costs.get(values);
                    if (cost == null) {
                        asked.put(values, true);
                    }
                    return cost == null ? 0 : cost;
                }),
                GoalType.MINIMIZE,
                new InitialGuess(middle),
                new SimpleBounds(new double[dimensions], ones),
                new CMAESOptimizer.Sigma(deviation),
                new CMAESOptimizer.PopulationSize(population));
        return List.copyOf(asked.keySet());
    }
}
