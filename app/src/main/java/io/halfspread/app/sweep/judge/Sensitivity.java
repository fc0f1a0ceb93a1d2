package io.halfspread.app.sweep.judge;

import io.halfspread.app.sweep.space.Candidate;
import io.halfspread.app.sweep.space.Dimension;
import io.halfspread.app.sweep.space.Scored;
import io.halfspread.app.sweep.space.Space;
import io.halfspread.sim.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How much of the objective's variance over the candidates one parameter accounts for by itself: the variance between parts
 * of its range, less what chance puts there (the epsilon squared of Kelley 1935), over all variance.
 *
 * @param parameter name
 * @param share     first-order share, 0 to 1
 * @param low       2.5 % of the shares of resampled candidates lie below
 * @param high      2.5 % lie above
 * @param parts     the objective in each part of the range
 */
public record Sensitivity(String parameter, double share, double low, double high, List<Part> parts) {
    private static final int PARTS = 6;
    private static final int RESAMPLES = 200;
    private static final double TAIL = 0.025;

    /**
     * One part of a parameter's range.
     *
     * @param label its value, or the middle of its range
     * @param count candidates in it
     * @param mean  mean of their objective, NaN without any
     * @param error standard error of that mean, NaN with fewer than two
     */
    public record Part(String label, int count, double mean, double error) {
        Map<String, Object> json() {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("value", label);
            json.put("candidates", count);
            json.put("mean", mean);
            json.put("error", error);
            return json;
        }
    }

    /** Of every parameter that varies, the most influential first. */
    static List<Sensitivity> of(final Space space, final List<Scored> scored, final long seed) {
        final List<Candidate> candidates =
                scored.stream().map(Scored::candidate).toList();
        final double[] scores = scored.stream().mapToDouble(Scored::score).toArray();
        final List<Sensitivity> all = new ArrayList<>();
        for (final Dimension dimension : space.varying()) {
            all.add(of(Bins.of(dimension, candidates, PARTS), candidates, scores, new Draws(seed)));
        }
        all.sort(Comparator.comparingDouble(Sensitivity::share).reversed());
        return all;
    }

    private static Sensitivity of(
            final Bins bins, final List<Candidate> candidates, final double[] scores, final Draws draws) {
        final int[] bin = candidates.stream().mapToInt(bins::part).toArray();
        final int[] all = new int[bin.length];
        Arrays.setAll(all, i -> i);
        final double[] resampled = new double[bin.length < 2 ? 0 : RESAMPLES];
        for (int b = 0; b < resampled.length; b++) {
            final int[] drawn = new int[bin.length];
            Arrays.setAll(drawn, i -> draws.below(bin.length));
            resampled[b] = firstOrder(bins.count(), bin, scores, drawn);
        }
        Arrays.sort(resampled);
        final boolean none = resampled.length == 0;
        return new Sensitivity(
                bins.dimension().name(),
                firstOrder(bins.count(), bin, scores, all),
                none ? Double.NaN : Band.quantile(resampled, TAIL),
                none ? Double.NaN : Band.quantile(resampled, 1 - TAIL),
                parts(bins, bin, scores));
    }

    /** Between-part variance less what chance puts there, over the whole; 0 at least. */
    static double firstOrder(final int bins, final int[] bin, final double[] scores, final int... drawn) {
        final double[] sums = new double[bins];
        final int[] counts = new int[bins];
        double sum = 0;
        int count = 0;
        for (final int i : drawn) {
            if (bin[i] >= 0 && Double.isFinite(scores[i])) {
                sums[bin[i]] += scores[i];
                counts[bin[i]]++;
                sum += scores[i];
                count++;
            }
        }
        final double mean = count == 0 ? 0 : sum / count;
        double total = 0;
        for (final int i : drawn) {
            if (bin[i] >= 0 && Double.isFinite(scores[i])) {
                total += (scores[i] - mean) * (scores[i] - mean);
            }
        }
        double between = 0;
        int used = 0;
        for (int b = 0; b < bins; b++) {
            if (counts[b] > 0) {
                final double off = sums[b] / counts[b] - mean;
                between += counts[b] * off * off;
                used++;
            }
        }
        if (!(total > 0) || count <= used) {
            return 0;
        }
        final double within = (total - between) / (count - used);
        return Math.max(0, Math.min(1, (between - (used - 1) * within) / total));
    }

    private static List<Part> parts(final Bins bins, final int[] bin, final double[] scores) {
        final List<Part> parts = new ArrayList<>();
        for (int b = 0; b < bins.count(); b++) {
            final int part = b;
            final double[] in = IntStream.range(0, bin.length)
                    .filter(i -> bin[i] == part && Double.isFinite(scores[i]))
                    .mapToDouble(i -> scores[i])
                    .toArray();
            final Moments moments = Moments.of(in);
            parts.add(new Part(
                    bins.label(b),
                    in.length,
                    in.length == 0 ? Double.NaN : moments.mean(),
                    in.length < 2 ? Double.NaN : moments.deviation() / Math.sqrt(in.length)));
        }
        return parts;
    }

    /**
     * All of it.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("parameter", parameter);
        json.put("share", share);
        json.put("low95", low);
        json.put("high95", high);
        json.put("parts", parts.stream().map(Part::json).toList());
        return json;
    }
}
