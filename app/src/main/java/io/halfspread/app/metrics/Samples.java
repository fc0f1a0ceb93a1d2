package io.halfspread.app.metrics;

import io.halfspread.app.view.HopHistogram;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.util.ArrayList;
import java.util.List;

/** The values of one figure as they are collected. What is not known is left out. */
final class Samples {
    /** Upper ends of the buckets of a latency, seconds: 1, 2.5 and 5 of each decade from a microsecond to ten seconds. */
    static final double[] BOUNDS = {
        1e-6,
        2.5e-6,
        5e-6,
        1e-5,
        2.5e-5,
        5e-5,
        1e-4,
        2.5e-4,
        5e-4,
        1e-3,
        2.5e-3,
        5e-3,
        0.01,
        0.025,
        0.05,
        0.1,
        0.25,
        0.5,
        1,
        2.5,
        5,
        10,
        Double.POSITIVE_INFINITY
    };

    private static final double NS = 1e9;

    private final String[] names;
    private final List<Sample> values = new ArrayList<>();
    private final List<HistogramDataPointSnapshot> histograms = new ArrayList<>();
    private final List<SummaryDataPointSnapshot> summaries = new ArrayList<>();

    private record Sample(double value, Labels labels) {}

    /**
     * No values yet.
     *
     * @param names names of the labels
     */
    Samples(final String... names) {
        this.names = names;
    }

    void add(final double value, final String... labels) {
        if (!Double.isNaN(value)) {
            values.add(new Sample(value, Labels.of(names, labels)));
        }
    }

    void add(final boolean yes, final String... labels) {
        add(yes ? 1 : 0, labels);
    }

    void histogram(final HopHistogram hop, final String... labels) {
        final long[] bounds = new long[BOUNDS.length];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = Double.isInfinite(BOUNDS[i]) ? Long.MAX_VALUE : Math.round(BOUNDS[i] * NS);
        }
        histograms.add(HistogramDataPointSnapshot.builder()
                .classicHistogramBuckets(ClassicHistogramBuckets.of(BOUNDS, hop.countsUpTo(bounds)))
                .sum(hop.sum() / NS)
                .labels(Labels.of(names, labels))
                .build());
    }

    void summary(final long count, final double sum, final String... labels) {
        summaries.add(SummaryDataPointSnapshot.builder()
                .count(count)
                .sum(sum)
                .labels(Labels.of(names, labels))
                .build());
    }

    /** What was collected, of a figure of a kind. */
    MetricSnapshot snapshot(final MetricKind kind, final String name, final String help) {
        return switch (kind) {
            case COUNTER -> {
                final CounterSnapshot.Builder counter =
                        CounterSnapshot.builder().name(name).help(help);
                values.forEach(s -> counter.dataPoint(CounterDataPointSnapshot.builder()
                        .value(s.value)
                        .labels(s.labels)
                        .build()));
                yield counter.build();
            }
            case GAUGE -> {
                final GaugeSnapshot.Builder gauge =
                        GaugeSnapshot.builder().name(name).help(help);
                values.forEach(s -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                        .value(s.value)
                        .labels(s.labels)
                        .build()));
                yield gauge.build();
            }
            case INFO -> {
                final InfoSnapshot.Builder info =
                        InfoSnapshot.builder().name(name).help(help);
                values.forEach(s -> info.dataPoint(
                        InfoDataPointSnapshot.builder().labels(s.labels).build()));
                yield info.build();
            }
            case HISTOGRAM -> {
                final HistogramSnapshot.Builder histogram =
                        HistogramSnapshot.builder().name(name).help(help);
                histograms.forEach(histogram::dataPoint);
                yield histogram.build();
            }
            case SUMMARY -> {
                final SummarySnapshot.Builder summary =
                        SummarySnapshot.builder().name(name).help(help);
                summaries.forEach(summary::dataPoint);
                yield summary.build();
            }
        };
    }
}
