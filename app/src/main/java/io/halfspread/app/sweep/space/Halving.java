package io.halfspread.app.sweep.space;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Successive halving (Jamieson and Talwalkar 2016) with a third kept each time: all candidates over the first part of the
 * time, the best third of them over three times as much, until the last round runs over all of it. The default runs in
 * every round, to be compared with.
 */
final class Halving implements Sampler {
    private static final int KEPT_ONE_OF = 3;
    private static final int MOST_ROUNDS = 4;

    private final List<Candidate> candidates;
    private final int rounds;

    Halving(final List<Candidate> candidates) {
        this.candidates = candidates;
        int most = 1;
        for (int left = candidates.size() - 1; left >= KEPT_ONE_OF && most < MOST_ROUNDS; left /= KEPT_ONE_OF) {
            most++;
        }
        rounds = most;
    }

    @Override
    public List<Trial> next(final List<Scored> done) {
        final Map<Double, List<Scored>> byShare = new TreeMap<>();
        done.forEach(scored -> byShare.computeIfAbsent(scored.share(), share -> new ArrayList<>())
                .add(scored));
        final int round = byShare.size();
        if (round >= rounds) {
            return List.of();
        }
        double share = 1;
        for (int later = round + 1; later < rounds; later++) {
            share /= KEPT_ONE_OF;
        }
        return trials(round == 0 ? candidates : best(new ArrayList<>(byShare.values()).get(round - 1)), share);
    }

    private static List<Candidate> best(final List<Scored> last) {
        final int others = last.size() - 1;
        final List<Candidate> kept = new ArrayList<>();
        kept.add(Candidate.BASE);
        last.stream()
                .filter(scored -> !scored.candidate().isBase())
                .sorted(Scored.BEST_FIRST)
                .limit(Math.max(1, (others + KEPT_ONE_OF - 1) / KEPT_ONE_OF))
                .map(Scored::candidate)
                .sorted(Comparator.comparingLong(Candidate::index))
                .forEach(kept::add);
        return kept;
    }

    private static List<Trial> trials(final List<Candidate> candidates, final double share) {
        return candidates.stream().map(candidate -> new Trial(candidate, share)).toList();
    }
}
