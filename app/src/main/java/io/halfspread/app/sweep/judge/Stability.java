package io.halfspread.app.sweep.judge;

import io.halfspread.app.sweep.run.CaptureRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Whether the same candidates do well at all times: stretches are days when there are several, else captures, else quarters of
 * the one capture.
 *
 * @param kind        what a stretch is
 * @param stretches   in the order of time
 * @param correlation mean rank correlation of the candidates' profit between two stretches: 1 the same order always, 0 none;
 *     NaN with one stretch or one candidate
 */
public record Stability(String kind, List<Stretch> stretches, double correlation) {
    private static final int QUARTERS = 4;
    private static final long DAY_NS = 86_400_000_000_000L;

    /**
     * One stretch of time.
     *
     * @param name   day, capture or quarter
     * @param blocks blocks in it
     * @param best   index of the candidate with the most profit in it
     * @param rank   rank of the winner of the whole, from 1
     * @param base   rank of the default, from 1
     * @param gain   profit of the winner of the whole above the default's, USD
     */
    public record Stretch(String name, int blocks, long best, int rank, int base, Band gain) {
        Map<String, Object> json() {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", name);
            json.put("blocks", blocks);
            json.put("best", best);
            json.put("winner_rank", rank);
            json.put("default_rank", base);
            json.put("winner_gain", gain.json());
            return json;
        }
    }

    static Stability of(final Evidence evidence, final int winner, final JudgeSettings settings) {
        final List<String> names = new ArrayList<>();
        final int[] stretchOf = new int[evidence.profit().length];
        final String kind = cut(evidence, names, stretchOf);
        final List<Stretch> stretches = new ArrayList<>();
        final List<double[]> ranks = new ArrayList<>();
        for (int s = 0; s < names.size(); s++) {
            final int stretch = s;
            final double[][] blocks = IntStream.range(0, stretchOf.length)
                    .filter(t -> stretchOf[t] == stretch)
                    .mapToObj(t -> evidence.profit()[t])
                    .toArray(double[][]::new);
            if (blocks.length == 0) {
                continue;
            }
            final double[] rank = Ranks.of(BlockSums.means(blocks));
            ranks.add(rank);
            stretches.add(new Stretch(
                    names.get(s),
                    blocks.length,
                    evidence.full().get(first(rank)).candidate().index(),
                    (int) Math.ceil(rank[winner]),
                    (int) Math.ceil(rank[0]),
                    gain(blocks, winner, settings)));
        }
        return new Stability(kind, List.copyOf(stretches), Ranks.meanCorrelation(ranks));
    }

    private static Band gain(final double[][] blocks, final int winner, final JudgeSettings settings) {
        final double[][] gains = new double[blocks.length][1];
        for (int t = 0; t < gains.length; t++) {
            gains[t][0] = blocks[t][winner] - blocks[t][0];
        }
        return Bands.sums(gains, new int[] {gains.length}, settings)[0];
    }

    private static int first(final double... rank) {
        return IntStream.range(0, rank.length)
                .boxed()
                .min(Comparator.comparingDouble(k -> rank[k]))
                .orElse(0);
    }

    /** Says for each block in which stretch it lies. */
    private static String cut(final Evidence evidence, final List<String> names, final int... stretchOf) {
        final List<String> days =
                evidence.captures().stream().map(Stability::day).toList();
        final boolean several = new TreeSet<>(days).size() > 1;
        int begin = 0;
        for (int c = 0; c < evidence.lengths().length; c++) {
            final String name =
                    several ? days.get(c) : evidence.captures().get(c).name();
            if (!names.contains(name)) {
                names.add(name);
            }
            for (int i = 0; i < evidence.lengths()[c]; i++) {
                stretchOf[begin + i] = names.indexOf(name);
            }
            begin += evidence.lengths()[c];
        }
        if (names.size() > 1) {
            return several ? "day" : "capture";
        }
        names.clear();
        for (int q = 0; q < QUARTERS; q++) {
            names.add("quarter " + (q + 1));
        }
        for (int t = 0; t < stretchOf.length; t++) {
            stretchOf[t] = (int) ((long) t * QUARTERS / stretchOf.length);
        }
        return "quarter";
    }

    private static String day(final CaptureRef capture) {
        return LocalDate.ofEpochDay(Math.floorDiv(capture.firstNs(), DAY_NS)).toString();
    }

    /**
     * All of it.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("stretches_are", kind);
        json.put("rank_correlation", correlation);
        json.put("stretches", stretches.stream().map(Stretch::json).toList());
        return json;
    }
}
