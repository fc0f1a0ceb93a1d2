package io.halfspread.app.replay;

import io.halfspread.app.console.Progress;
import io.halfspread.engine.agent.Idling;
import io.halfspread.engine.agent.ThreadPlacement;
import io.halfspread.engine.agent.ThreadingMode;
import io.halfspread.engine.capture.CaptureInputs;
import io.halfspread.engine.capture.CaptureReader;
import io.halfspread.engine.capture.CaptureStatus;
import io.halfspread.engine.capture.CaptureVerifier;
import io.halfspread.engine.capture.VerifyReport;
import io.halfspread.engine.replay.ReplayOptions;
import io.halfspread.engine.replay.ReplayPipeline;
import io.halfspread.engine.replay.ReplayPlan;
import io.halfspread.engine.replay.ReplaySummary;
import io.halfspread.engine.ring.EventRing;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a verification found: every record and segment, then the outputs of a replay against those recorded.
 *
 * @param report     records and segments
 * @param hash       hash of the replay, or of the inputs when the capture holds no outputs; empty when not replayed
 * @param compared   outputs that are equal
 * @param difference first output that differs, in words; null when none does
 * @param recorded   the recorded side of it as JSON, or null
 * @param computed   the computed side of it as JSON, or null
 */
public record Verification(
        VerifyReport report, String hash, long compared, String difference, String recorded, String computed) {
    /**
     * Verifies a capture.
     *
     * @param folder   the capture
     * @param progress told how far it is
     * @return what was found
     */
    public static Verification of(final Path folder, final Progress progress) {
        final VerifyReport report = CaptureVerifier.verify(folder);
        if (!report.ok()) {
            return new Verification(report, "", 0, null, null, null);
        }
        if (report.totals().outputs() == 0) {
            return new Verification(report, report.inputHash(), 0, null, null, null);
        }
        final CaptureReader recorded = CaptureReader.open(folder);
        final boolean mayEndEarly = report.status() != CaptureStatus.ENDED
                || recorded.manifest().totals().lostOutputs() > 0;
        try (OutputComparison comparison = new OutputComparison(recorded, mayEndEarly)) {
            final ReplaySummary summary = new ReplayPipeline(
                            ReplayPlan.ofSession(null, List.of(), null, null, false),
                            CaptureInputs.open(folder),
                            null,
                            new ReplayOptions(
                                    ThreadingMode.INVOKED,
                                    ReplayOptions.DEFAULT_BATCH,
                                    0,
                                    comparison,
                                    null,
                                    null,
                                    Idling.BACKOFF,
                                    ThreadPlacement.ANYWHERE,
                                    EventRing.DEFAULT_SLOTS))
                    .run(inputs -> {
                        progress.at(inputs, (double) inputs / report.totals().inputs());
                        return true;
                    });
            comparison.end();
            final OutputComparison.Difference difference = comparison.difference();
            return difference == null
                    ? new Verification(
                            report, ReplayReport.hex(summary.hash()), comparison.compared(), null, null, null)
                    : new Verification(
                            report,
                            ReplayReport.hex(summary.hash()),
                            comparison.compared(),
                            "output " + difference.sequence() + " differs",
                            difference.recorded(),
                            difference.computed());
        }
    }

    /**
     * Whether everything holds.
     *
     * @return false when the report or the difference says what does not
     */
    public boolean ok() {
        return report.ok() && difference == null;
    }

    /**
     * The result for programs.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("ok", ok());
        json.put("status", report.status() == null ? null : report.status().text());
        json.put("inputs", report.totals().inputs());
        json.put("outputs", report.totals().outputs());
        json.put("segments", report.segments());
        json.put("bytes", report.bytes());
        json.put("input_hash", report.inputHash());
        json.put("hash", hash);
        json.put("outputs_equal", compared);
        json.put("problem", report.ok() ? difference : report.problem());
        json.put("note", report.note());
        json.put("recorded", recorded);
        json.put("computed", computed);
        return json;
    }
}
