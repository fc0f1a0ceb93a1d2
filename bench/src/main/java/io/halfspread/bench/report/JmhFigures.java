package io.halfspread.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Scores of a JMH run, read from what it writes as JSON. */
final class JmhFigures {
    private static final Map<String, Double> NANOSECONDS =
            Map.of("ns/op", 1.0, "us/op", 1e3, "ms/op", 1e6, "s/op", 1e9);
    private static final String BYTES = "gc.alloc.rate.norm";

    private final JsonNode runs;

    /** Takes the array that JMH wrote; missing nodes have no figures. */
    JmhFigures(final JsonNode runs) {
        this.runs = runs;
    }

    /** Time of an operation, ns: of the first method of the class whose name contains a text, ignoring case. */
    OptionalDouble nanos(final String benchmark, final String method) {
        final JsonNode run = find(benchmark, method);
        final Double scale = run == null
                ? null
                : NANOSECONDS.get(run.at("/primaryMetric/scoreUnit").asText());
        return scale == null ? OptionalDouble.empty() : OptionalDouble.of(median(run.path("primaryMetric")) * scale);
    }

    /** Median of the samples of a sampled benchmark, ns; its mean where it was not sampled. */
    OptionalDouble medianNanos(final String benchmark, final String method) {
        final JsonNode run = find(benchmark, method);
        final JsonNode median =
                run == null ? null : run.at("/primaryMetric/scorePercentiles").get("50.0");
        final Double scale = run == null
                ? null
                : NANOSECONDS.get(run.at("/primaryMetric/scoreUnit").asText());
        return median == null || scale == null
                ? nanos(benchmark, method)
                : OptionalDouble.of(median.asDouble() * scale);
    }

    /** A counter of a benchmark's own. */
    OptionalDouble counter(final String benchmark, final String method, final String counter) {
        final JsonNode run = find(benchmark, method);
        final JsonNode score =
                run == null ? null : run.path("secondaryMetrics").path(counter).get("score");
        return score == null ? OptionalDouble.empty() : OptionalDouble.of(score.asDouble());
    }

    /** Bytes allocated per operation. */
    OptionalDouble bytes(final String benchmark, final String method) {
        return counter(benchmark, method, BYTES);
    }

    /** Bytes that an operation allocated on its own thread, for a benchmark that counts them in a method for that. */
    OptionalDouble ownBytes(final String benchmark) {
        return Medians.ratio(
                counter(benchmark, "allocation", "ownBytes"), counter(benchmark, "allocation", "ownOperations"));
    }

    /** Median of iterations, which one disturbed iteration does not move; the score where JMH kept no iterations. */
    private static double median(final JsonNode metric) {
        final JsonNode forks = metric.path("rawData");
        final double[] values = new double[count(forks)];
        int at = 0;
        for (final JsonNode fork : forks) {
            for (final JsonNode value : fork) {
                values[at++] = value.asDouble();
            }
        }
        return at == 0 ? metric.path("score").asDouble() : Medians.of(values).getAsDouble();
    }

    private static int count(final JsonNode forks) {
        int count = 0;
        for (final JsonNode fork : forks) {
            count += fork.size();
        }
        return count;
    }

    private JsonNode find(final String benchmark, final String method) {
        for (final JsonNode run : runs) {
            final String name = run.path("benchmark").asText();
            final int dot = name.lastIndexOf('.');
            if (dot > 0
                    && name.substring(0, dot).endsWith("." + benchmark)
                    && name.substring(dot + 1).toLowerCase(Locale.ROOT).contains(method)) {
                return run;
            }
        }
        return null;
    }
}
