package io.halfspread.app.soak;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Judges the last two thirds of a run: what is held must lie on a line that rises by no more than a bound over their whole
 * length, and what is allocated a message must not be more in the last third than in the one before.
 */
final class EnduranceJudge {
    /** Most that the live set may rise over the last two thirds. */
    static final double LIVE_RISE_MIB = 2;
    /** Most that the memory of the process may rise over the last two thirds. */
    static final double RESIDENT_RISE_MIB = 16;
    /** Most that direct memory may rise over the last two thirds. */
    static final double DIRECT_RISE_MIB = 2;

    private static final double MIB = 1 << 20;
    private static final double MORE = 1.10;
    private static final double MORE_BYTES = 4;
    private static final double MORE_SESSION_BYTES = 24;
    private static final int THIRDS = 3;
    private static final List<String> HOT = List.of("engine", "journal", "ingress", "egress");

    private final List<EnduranceSample> samples;
    private final Violations violations;
    private final long endNs;

    private EnduranceJudge(final List<EnduranceSample> samples, final Violations violations, final long endNs) {
        this.samples = samples;
        this.violations = violations;
        this.endNs = endNs;
    }

    static void judge(final List<EnduranceSample> samples, final Violations violations, final long endNs) {
        if (samples.size() < THIRDS) {
            violations.add("samples to judge by", endNs, samples.size() + " samples");
            return;
        }
        final EnduranceJudge judge = new EnduranceJudge(samples, violations, endNs);
        judge.rise("live set", LIVE_RISE_MIB, sample -> sample.process().liveBytes() / MIB);
        judge.rise(
                "memory of the process",
                RESIDENT_RISE_MIB,
                sample -> sample.process().residentBytes() / MIB);
        judge.rise("direct memory", DIRECT_RISE_MIB, sample -> sample.process().directBytes() / MIB);
        HOT.forEach(thread -> judge.allocation(thread, MORE_BYTES, sample -> sample.bytes(thread)));
        judge.allocation("the session", MORE_SESSION_BYTES, EnduranceSample::sessionBytes);
        final EnduranceSample last = samples.get(samples.size() - 1);
        if (last.checks() == 0) {
            violations.add("comparisons with the venue", endNs, "none was made");
        }
        if (last.stalls() > 0) {
            violations.add("no missed heartbeat", endNs, last.stalls() + " times an agent made no duty cycle");
        }
        if (last.losses() > 0) {
            violations.add("no lost connection", endNs, last.losses() + " lost");
        }
    }

    /** Rise of the fitted line over the last two thirds. */
    static double rise(final List<EnduranceSample> samples, final ToDoubleFunction<EnduranceSample> figure) {
        final List<EnduranceSample> judged = samples.subList(samples.size() / THIRDS, samples.size());
        final double meanS =
                judged.stream().mapToDouble(EnduranceSample::endS).average().orElse(0);
        final double mean = judged.stream().mapToDouble(figure).average().orElse(0);
        double above = 0;
        double below = 0;
        for (final EnduranceSample sample : judged) {
            above += (sample.endS() - meanS) * (figure.applyAsDouble(sample) - mean);
            below += (sample.endS() - meanS) * (sample.endS() - meanS);
        }
        final double spanS =
                judged.get(judged.size() - 1).endS() - judged.get(0).endS();
        return below == 0 ? 0 : above / below * spanS;
    }

    private void rise(final String what, final double mostMib, final ToDoubleFunction<EnduranceSample> figure) {
        final double rise = rise(samples, figure);
        if (rise > mostMib) {
            violations.add(
                    what + " is flat",
                    endNs,
                    String.format(
                            Locale.ROOT,
                            "it rose by %.2f MiB over the last two thirds, accepted: %.0f",
                            rise,
                            mostMib));
        }
    }

    private void allocation(final String who, final double moreBytes, final ToDoubleFunction<EnduranceSample> figure) {
        final int third = samples.size() / THIRDS;
        final double before = mean(samples.subList(third, samples.size() - third), figure);
        final double after = mean(samples.subList(samples.size() - third, samples.size()), figure);
        if (after > before * MORE + moreBytes) {
            violations.add(
                    "allocation of " + who + " does not grow",
                    endNs,
                    String.format(Locale.ROOT, "%.1f bytes a message, after %.1f", after, before));
        }
    }

    private static double mean(final List<EnduranceSample> samples, final ToDoubleFunction<EnduranceSample> figure) {
        return samples.stream().mapToDouble(figure).average().orElse(0);
    }
}
