package io.halfspread.app.sweep.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.console.Failure;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;

final class SamplerTest {
    private static final Space SPACE = SpaceTest.space("""
            {"skew_adjustment_factor": {"from": 0, "to": 2}, "half_spread_bps": {"from": 2, "to": 12, "log": true},
             "min_spread_base_ratio": {"from": 0, "to": 1}}
            """);

    private static List<Candidate> candidates(final SearchMethod method, final int sets, final long seed) {
        return Sampler.of(new SearchPlan(method, sets, seed), SPACE).next(List.of()).stream()
                .map(Trial::candidate)
                .toList();
    }

    /** A smooth hill with its top at skew 0.6, half spread 5. */
    private static double hill(final Map<String, Object> values) {
        if (values.isEmpty()) {
            return -10;
        }
        final double skew = (Double) values.get("skew_adjustment_factor") - 0.6;
        final double half = Math.log((Double) values.get("half_spread_bps") / 5);
        final double ratio = (Double) values.get("min_spread_base_ratio") - 0.3;
        return -(skew * skew + half * half + ratio * ratio);
    }

    private static List<Scored> search(final Sampler sampler, final boolean shuffled) {
        final List<Scored> done = new ArrayList<>();
        for (List<Trial> round = sampler.next(done); !round.isEmpty(); round = sampler.next(done)) {
            round.forEach(trial -> done.add(new Scored(
                    trial.candidate(), trial.share(), hill(trial.candidate().values()), 0)));
            if (shuffled) {
                Collections.reverse(done);
            }
        }
        return done;
    }

    @Test
    void shouldTryEveryCombinationOfAGridOnce() {
        final List<Candidate> all = candidates(SearchMethod.GRID, 125, 1);

        assertEquals(126, all.size());
        assertEquals(Candidate.BASE, all.get(0));
        assertEquals(126, new HashSet<>(all.stream().map(Candidate::values).toList()).size());
        for (int i = 0; i < all.size(); i++) {
            assertEquals(i, all.get(i).index());
        }
    }

    @Test
    void shouldRefuseAGridThatIsTooLarge() {
        final Failure failure = assertThrows(Failure.class, () -> candidates(SearchMethod.GRID, 124, 1));

        assertEquals(
                "a grid of 125 sets; accepted: at most 124; state fewer steps, or search by sobol",
                failure.getMessage());
        assertThrows(Failure.class, () -> new SearchPlan(SearchMethod.GRID, 0, 1));
    }

    @Test
    void shouldRepeatDrawsBySeed() {
        for (final SearchMethod method : List.of(SearchMethod.RANDOM, SearchMethod.SOBOL)) {
            assertEquals(candidates(method, 50, 7), candidates(method, 50, 7));
            assertNotEquals(candidates(method, 50, 7), candidates(method, 50, 8));
            assertEquals(51, candidates(method, 50, 7).size());
        }
    }

    @Test
    void shouldHaveThePublishedSobolPoints() {
        final SobolSequenceGenerator sequence = new SobolSequenceGenerator(3);
        final double[][] published = {
            {0, 0, 0},
            {0.5, 0.5, 0.5},
            {0.75, 0.25, 0.25},
            {0.25, 0.75, 0.75},
            {0.375, 0.375, 0.625},
            {0.875, 0.875, 0.125},
            {0.625, 0.125, 0.875},
            {0.125, 0.625, 0.375}
        };
        for (final double[] point : published) {
            assertArrayEquals(point, sequence.nextVector());
        }
    }

    @Test
    void shouldKeepTheEvennessOfSobolPointsWhenShifted() {
        final SobolSequenceGenerator sequence = new SobolSequenceGenerator(12);
        final BitSet[] met = new BitSet[12];
        final long[] shift = new long[12];
        for (int d = 0; d < 12; d++) {
            met[d] = new BitSet();
            shift[d] = 0x9E3779B97F4A7C15L * (d + 1);
        }
        for (int i = 0; i < 64; i++) {
            final double[] point = Points.shifted(sequence.nextVector(), shift);
            for (int d = 0; d < 12; d++) {
                met[d].set((int) (point[d] * 64));
            }
        }
        for (final BitSet strata : met) {
            assertEquals(64, strata.cardinality(), "one point in each 64th of the range");
        }
    }

    @Test
    void shouldEndWhenASpaceIsUsedUp() {
        final Space small = SpaceTest.space("{\"quote_source\": [\"heuristic\", \"hjb\", \"glft\"]}");
        for (final SearchMethod method : SearchMethod.values()) {
            final Sampler sampler = Sampler.of(new SearchPlan(method, 40, 1), small);
            final Set<Object> seen = new HashSet<>();
            final List<Scored> done = new ArrayList<>();
            for (List<Trial> round = sampler.next(done); !round.isEmpty(); round = sampler.next(done)) {
                for (final Trial trial : round) {
                    assertTrue(seen.add(trial), () -> method + " tried " + trial + " twice");
                    done.add(new Scored(trial.candidate(), trial.share(), 1, 0));
                }
            }
            assertTrue(done.size() <= 8, () -> method + " tried " + done.size());
        }
    }

    @Test
    void shouldHalveOverGrowingTime() {
        final List<Scored> done = search(Sampler.of(new SearchPlan(SearchMethod.HALVING, 81, 3), SPACE), false);

        final double[] shares =
                done.stream().mapToDouble(Scored::share).distinct().toArray();
        assertArrayEquals(new double[] {1 / 27.0, 1 / 9.0, 1 / 3.0, 1}, shares, 1e-15);
        for (int round = 0; round < 4; round++) {
            final double share = shares[round];
            final List<Scored> ran =
                    done.stream().filter(scored -> scored.share() == share).toList();
            assertEquals(81 / (int) Math.pow(3, round) + 1, ran.size());
            assertTrue(ran.get(0).candidate().isBase());
        }
        final double best = done.stream().mapToDouble(Scored::score).max().orElseThrow();
        assertTrue(done.stream().anyMatch(scored -> scored.share() == 1 && scored.score() == best));
    }

    @Test
    void shouldFindTheTopOfAHillByEvolutionWhateverTheOrderOfResults() {
        final Sampler sampler = Sampler.of(new SearchPlan(SearchMethod.CMAES, 300, 5), SPACE);

        final List<Scored> done = search(sampler, false);
        final List<Scored> shuffled = search(sampler, true);

        final Scored best = done.stream().min(Scored.BEST_FIRST).orElseThrow();
        assertTrue(best.score() > -1e-3, best.toString());
        assertEquals(new HashSet<>(done), new HashSet<>(shuffled));
        assertTrue(done.size() <= 301);
        assertEquals(
                done.size(), done.stream().map(Scored::candidate).distinct().count());
    }

    @Test
    void shouldRankConstraintsBeforeScores() {
        final Scored good = new Scored(Candidate.BASE, 1, 1, 0);
        final Scored broken = new Scored(new Candidate(1, Map.of()), 1, 5, 0.1);
        final Scored worse = new Scored(new Candidate(2, Map.of()), 1, 9, 0.2);
        final Scored none = new Scored(new Candidate(3, Map.of()), 1, Double.NaN, 0);

        assertEquals(
                List.of(good, broken, worse, none),
                List.of(none, worse, broken, good).stream()
                        .sorted(Scored.BEST_FIRST)
                        .toList());
    }
}
