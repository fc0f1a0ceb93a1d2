package io.halfspread.app.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long each position was held. Positions are kept exactly while there are few; beyond {@value #MOST} of them they are
 * rounded to a step that grows tenfold. For one thread.
 */
final class PositionTimes {
    private static final int MOST = 2048;
    private static final int BINS = 21;
    private static final double SCALE = 1e8;

    private TreeMap<Long, Long> nsByPosition = new TreeMap<>();
    private long step = 1;
    private long most;
    private long totalNs;
    private double absNs;
    private double signedNs;

    /**
     * One bar of the distribution.
     *
     * @param from  least position, base units
     * @param to    largest position
     * @param share share of time
     */
    record Bin(double from, double to, double share) {}

    /**
     * The distribution.
     *
     * @param mean     mean position over time, base units
     * @param meanSize mean size of the position over time
     * @param largest  largest size of the position, decimal8
     * @param low      5th percentile over time, decimal8
     * @param median   median over time, decimal8
     * @param high     95th percentile over time, decimal8
     * @param bins     bars from the most short on
     */
    record Distribution(double mean, double meanSize, long largest, long low, long median, long high, List<Bin> bins) {
        Map<String, Object> json() {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("mean", mean);
            json.put("mean_abs", meanSize);
            json.put("max_abs", Decimals.of(largest));
            json.put("p5", Decimals.of(low));
            json.put("p50", Decimals.of(median));
            json.put("p95", Decimals.of(high));
            final List<Object> bars = new ArrayList<>();
            for (final Bin bin : bins) {
                final Map<String, Object> bar = new LinkedHashMap<>();
                bar.put("from", bin.from());
                bar.put("to", bin.to());
                bar.put("share", bin.share());
                bars.add(bar);
            }
            json.put("distribution", bars);
            return json;
        }
    }

    void hold(final long position, final long ns) {
        most = Math.max(most, Math.abs(position));
        if (ns <= 0) {
            return;
        }
        totalNs += ns;
        signedNs += position / SCALE * ns;
        absNs += Math.abs(position) / SCALE * ns;
        nsByPosition.merge(rounded(position), ns, Long::sum);
        while (nsByPosition.size() > MOST) {
            step *= 10;
            final TreeMap<Long, Long> coarser = new TreeMap<>();
            nsByPosition.forEach((at, time) -> coarser.merge(rounded(at), time, Long::sum));
            nsByPosition = coarser;
        }
    }

    Distribution distribution() {
        final double scale = Math.max(1, totalNs);
        return new Distribution(
                signedNs / scale, absNs / scale, most, percentile(0.05), percentile(0.5), percentile(0.95), bins());
    }

    private long rounded(final long position) {
        return Math.floorDiv(position + step / 2, step) * step;
    }

    private long percentile(final double share) {
        long passed = 0;
        for (final Map.Entry<Long, Long> entry : nsByPosition.entrySet()) {
            passed += entry.getValue();
            if (passed >= share * totalNs) {
                return entry.getKey();
            }
        }
        return 0;
    }

    /** Bars of equal width, the middle one around flat. */
    private List<Bin> bins() {
        final List<Bin> bins = new ArrayList<>();
        if (most == 0 || totalNs == 0) {
            return bins;
        }
        final double width = 2 * (most / SCALE) / (BINS - 1);
        final long[] ns = new long[BINS];
        nsByPosition.forEach((at, time) -> {
            final int bin = (int) Math.rint(at / SCALE / width) + BINS / 2;
            ns[Math.max(0, Math.min(BINS - 1, bin))] += time;
        });
        for (int i = 0; i < BINS; i++) {
            final double middle = (i - BINS / 2) * width;
            bins.add(new Bin(middle - width / 2, middle + width / 2, (double) ns[i] / totalNs));
        }
        return bins;
    }
}
