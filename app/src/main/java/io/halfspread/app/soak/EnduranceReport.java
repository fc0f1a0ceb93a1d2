package io.halfspread.app.soak;

import io.halfspread.codec.text.JsonOutput;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an endurance run came to. */
public final class EnduranceReport {
    private static final double MIB = 1 << 20;

    private final EnduranceRequest request;
    private final List<EnduranceSample> samples;
    private final List<String> violations;
    private final Path capture;
    private final long captureBytes;
    private final String hash;

    EnduranceReport(
            final EnduranceRequest request,
            final List<EnduranceSample> samples,
            final List<String> violations,
            final Path capture,
            final long captureBytes,
            final String hash) {
        this.request = request;
        this.samples = List.copyOf(samples);
        this.violations = List.copyOf(violations);
        this.capture = capture;
        this.captureBytes = captureBytes;
        this.hash = hash;
    }

    /**
     * Whether everything held.
     *
     * @return false when something did not
     */
    public boolean ok() {
        return violations.isEmpty();
    }

    /**
     * What did not hold.
     *
     * @return one line each
     */
    public List<String> violations() {
        return violations;
    }

    /**
     * Messages a second over the whole run.
     *
     * @return the mean of all samples, 0 without any
     */
    public double messagesPerS() {
        return samples.stream()
                .mapToDouble(EnduranceSample::messagesPerS)
                .average()
                .orElse(0);
    }

    /**
     * Prints it.
     *
     * @param out  where
     * @param json as one JSON object, else as a table
     */
    public void print(final PrintStream out, final boolean json) {
        if (json) {
            out.println(JsonOutput.of(json()));
        } else {
            table(out);
        }
        out.flush();
    }

    private void table(final PrintStream out) {
        out.println(EnduranceSample.heading());
        samples.forEach(sample -> out.println(sample.line()));
        out.printf(
                Locale.ROOT,
                "%.0f messages a second, %.1f times the venue's %.2f a coin; aim %.0f%n",
                messagesPerS(),
                messagesPerS() / EnduranceRequest.VENUE_MESSAGES_PER_S,
                EnduranceRequest.VENUE_MESSAGES_PER_S,
                request.aim());
        if (samples.size() > 2) {
            out.printf(
                    Locale.ROOT,
                    "over the last two thirds the live set rose by %.2f MiB, the process by %.2f, direct memory by %.2f%n",
                    EnduranceJudge.rise(samples, sample -> sample.process().liveBytes() / MIB),
                    EnduranceJudge.rise(samples, sample -> sample.process().residentBytes() / MIB),
                    EnduranceJudge.rise(samples, sample -> sample.process().directBytes() / MIB));
        }
        out.printf(Locale.ROOT, "capture %s: %.0f MiB, replay %s%n", capture, captureBytes / MIB, hash);
        violations.forEach(line -> out.println("VIOLATED  " + line));
        out.println(ok() ? "everything held" : violations.size() + " things did not hold");
    }

    private Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("ok", ok());
        json.put("minutes", request.minutes());
        json.put("messages_per_s", messagesPerS());
        json.put("aim_per_s", request.aim());
        json.put("venue_per_s", EnduranceRequest.VENUE_MESSAGES_PER_S);
        json.put("capture", capture.toString());
        json.put("capture_bytes", captureBytes);
        json.put("hash", hash);
        json.put("samples", samples.stream().map(EnduranceSample::json).toList());
        json.put("violations", violations);
        return json;
    }
}
