package io.halfspread.app.sweep.space;

import java.util.List;

/** Tries everything at once. */
final class OneRound implements Sampler {
    private final List<Candidate> candidates;

    OneRound(final List<Candidate> candidates) {
        this.candidates = candidates;
    }

    @Override
    public List<Trial> next(final List<Scored> done) {
        return done.isEmpty()
                ? candidates.stream().map(candidate -> new Trial(candidate, 1)).toList()
                : List.of();
    }
}
