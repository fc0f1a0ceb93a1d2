package io.halfspread.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Figures of the rig: medians over rounds of what each round took, and of the ratios of neighbouring rounds, so that what the
 * machine does to one round moves one ratio of many.
 */
final class WireFigures {
    private final JsonNode wire;

    /** Takes what the rig wrote; missing nodes have no figures. */
    WireFigures(final JsonNode wire) {
        this.wire = wire;
    }

    /** Median over rounds of a percentile, ns. */
    OptionalDouble nanos(final String participant, final String schedule, final boolean drops, final String figure) {
        return Medians.of(values(participant, schedule, drops, figure));
    }

    /** Median over rounds of the ratio of two participants in the same round. */
    OptionalDouble ratio(final String one, final String other, final String schedule, final String figure) {
        return ratios(values(one, schedule, false, figure), values(other, schedule, false, figure));
    }

    /** Median over rounds of the product with a drop every ten milliseconds to the product without. */
    OptionalDouble dropsRatio(final String figure) {
        return ratios(values("product", "normal", true, figure), values("product", "normal", false, figure));
    }

    /** From a drop's rename to the ring, ns. */
    OptionalDouble drops(final String figure) {
        final JsonNode drops = wire.path("drops");
        return drops.path("found").asLong() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(drops.path(figure).asDouble());
    }

    /** Frames answered in all rounds of a schedule. */
    long samples(final String participant, final String schedule) {
        return (long)
                Arrays.stream(values(participant, schedule, false, "answered")).sum();
    }

    /** Drops whose event was found. */
    long dropsFound() {
        return wire.path("drops").path("found").asLong();
    }

    /** Median over all rounds of a figure of the machine's own jitter. */
    OptionalDouble jitter(final String figure) {
        final List<Double> found = new ArrayList<>();
        for (final JsonNode round : wire.path("rounds")) {
            found.add(round.path(figure).asDouble());
        }
        return Medians.of(array(found));
    }

    private static OptionalDouble ratios(final double[] ones, final double[] others) {
        final double[] ratios = new double[Math.min(ones.length, others.length)];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = ones[i] / others[i];
        }
        return Medians.of(ratios);
    }

    private double[] values(final String participant, final String schedule, final boolean drops, final String figure) {
        final List<Double> found = new ArrayList<>();
        for (final JsonNode round : wire.path("rounds")) {
            if (round.path("participant").asText().equals(participant)
                    && round.path("schedule").asText().equals(schedule)
                    && round.path("drops").asBoolean() == drops
                    && round.path("answered").asLong() > 0) {
                found.add(round.path(figure).asDouble());
            }
        }
        return array(found);
    }

    private static double[] array(final List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
