package io.halfspread.app.sweep.space;

import io.halfspread.sim.Draws;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.hipparchus.random.SobolSequenceGenerator;

/** Candidates drawn all at once. */
final class Points {
    /** Bits of a coordinate of the Sobol sequence. */
    private static final double SOBOL_SCALE = 0x1.0p52;

    private static final long SOBOL_MASK = (1L << 52) - 1;

    private static final double UNIFORM_STEP = 0x1.0p-53;

    /** Draws for each candidate before a space counts as used up: whole numbers and choices repeat. */
    private static final int PATIENCE = 20;

    private Points() {}

    static List<Candidate> random(final Space space, final int sets, final long seed) {
        final Draws draws = new Draws(seed);
        final int size = space.varying().size();
        return distinct(space, sets, () -> {
            final double[] point = new double[size];
            for (int i = 0; i < size; i++) {
                point[i] = (draws.nextLong() >>> 11) * UNIFORM_STEP;
            }
            return point;
        });
    }

    static List<Candidate> sobol(final Space space, final int sets, final long seed) {
        final int size = space.varying().size();
        final SobolSequenceGenerator sequence = new SobolSequenceGenerator(size);
        final Draws draws = new Draws(seed);
        final long[] shift = LongStream.generate(draws::nextLong).limit(size).toArray();
        return distinct(space, sets, () -> shifted(sequence.nextVector(), shift));
    }

    /** A digital shift: every coordinate's bits flipped by the same random bits, which keeps the net's evenness. */
    static double[] shifted(final double[] point, final long... shift) {
        final double[] shifted = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            final long bits = (long) (point[i] * SOBOL_SCALE) ^ shift[i] & SOBOL_MASK;
            shifted[i] = bits / SOBOL_SCALE;
        }
        return shifted;
    }

    private static List<Candidate> distinct(final Space space, final int sets, final Supplier<double[]> draws) {
        final Set<Map<String, Object>> values = new LinkedHashSet<>();
        for (long draw = 0; values.size() < sets && draw < (long) PATIENCE * sets; draw++) {
            values.add(space.at(draws.get()));
        }
        return numbered(values);
    }

    /** The base, then a candidate for each of some values. */
    static List<Candidate> numbered(final Iterable<Map<String, Object>> values) {
        final List<Candidate> candidates = new ArrayList<>();
        candidates.add(Candidate.BASE);
        values.forEach(point -> candidates.add(new Candidate(candidates.size(), point)));
        return candidates;
    }
}
