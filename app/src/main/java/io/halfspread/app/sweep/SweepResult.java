package io.halfspread.app.sweep;

import io.halfspread.app.sweep.judge.Judgement;
import io.halfspread.app.sweep.run.CaptureIntake;
import io.halfspread.app.sweep.run.CaptureRef;
import io.halfspread.app.sweep.run.SweepJournal;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a sweep came to.
 *
 * @param request   what was asked for
 * @param captures  captures used
 * @param leftOut   captures not used, each with its reason
 * @param outcomes  outcomes kept
 * @param digest    hash over all outcomes; null when it was ended early
 * @param work      what was done; null when it was ended early
 * @param judgement what the outcomes allow to say; null when it was ended early
 */
public record SweepResult(
        SweepRequest request,
        List<CaptureRef> captures,
        List<CaptureIntake.LeftOut> leftOut,
        int outcomes,
        String digest,
        Work work,
        Judgement judgement) {
    /** Copies the lists. */
    public SweepResult {
        captures = List.copyOf(captures);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * What was done.
     *
     * @param engine  who ran the replays
     * @param ran     replays run this time
     * @param records replays ever run for this sweep
     * @param inputs  events of all replays of the sweep
     * @param seconds wall time of this run
     */
    public record Work(String engine, int ran, long records, long inputs, double seconds) {
        Map<String, Object> json(final int outcomes) {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("engine", engine);
            json.put("replays", outcomes);
            json.put("replays_run_now", ran);
            json.put("replays_run_ever", records);
            json.put("events", inputs);
            json.put("elapsed_s", seconds);
            json.put("events_per_s", ran == outcomes && seconds > 0 ? Math.rint(inputs / seconds) : null);
            return json;
        }
    }

    static SweepResult interrupted(final SweepRequest request, final CaptureIntake intake, final SweepJournal journal) {
        return new SweepResult(
                request, intake.taken(), intake.leftOut(), journal.outcomes().size(), null, null, null);
    }

    /**
     * Whether everything was run.
     *
     * @return false when it was ended early
     */
    public boolean complete() {
        return judgement != null;
    }

    /**
     * The result for programs.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("complete", complete());
        json.put("folder", request.folder().toString());
        json.put("method", request.plan().method().toString());
        json.put("seed", request.plan().seed());
        json.put("captures", captures.stream().map(CaptureRef::identity).toList());
        json.put("left_out", leftOut.stream().map(String::valueOf).toList());
        if (!complete()) {
            json.put("replays", outcomes);
            return json;
        }
        json.put("digest", digest);
        json.put("work", work.json(outcomes));
        json.put("objective", judgement.goal().objective().text());
        json.put(
                "constraints",
                judgement.goal().constraints().stream().map(String::valueOf).toList());
        json.put("sets", judgement.sample().tried());
        json.put("verdict", judgement.verdict().sentence());
        json.put("walk_forward", judgement.verdict().forward());
        json.put("distinguishable", judgement.verdict().distinguishable());
        json.put("cautions", judgement.verdict().cautions());
        json.put("default", judgement.base().json());
        json.put("winner", judgement.winner().json());
        json.put("suggested", request.folder().resolve(SweepFolder.SUGGESTED).toString());
        return json;
    }

    /**
     * Prints the result for a person.
     *
     * @param out where
     */
    public void print(final PrintStream out) {
        captures.forEach(capture -> line(out, "capture     %s", described(capture)));
        leftOut.forEach(left -> line(out, "left out    %s", left));
        if (!complete()) {
            line(
                    out,
                    "interrupted: %,d replays are kept in %s; the same command with -o %s goes on from them",
                    outcomes,
                    request.folder(),
                    request.folder());
            return;
        }
        line(
                out,
                "replays     %,d (%,d run now, %s) in %.1f s, %,d events%s",
                outcomes,
                work.ran(),
                work.engine(),
                work.seconds(),
                work.inputs(),
                work.ran() == outcomes ? String.format(Locale.ROOT, ", %,.0f/s", work.inputs() / work.seconds()) : "");
        line(out, "digest      %s", digest);
        line(
                out,
                "default     %s USD",
                band(judgement.base().pnl().value(), judgement.base().pnl().half()));
        line(
                out,
                "best        %s: %s USD, %s above the default",
                judgement.winner().candidate().isBase()
                        ? "the default"
                        : "set " + judgement.winner().candidate().index() + " ("
                                + judgement.winner().candidate() + ")",
                band(judgement.winner().pnl().value(), judgement.winner().pnl().half()),
                band(
                        judgement.winner().gain().value(),
                        judgement.winner().gain().half()));
        line(out, "%s", judgement.verdict().sentence());
        line(out, "%s", judgement.verdict().forward());
        judgement.verdict().cautions().forEach(caution -> line(out, "%s", caution));
        line(out, "written     %s: report.html, results.csv, results.parquet, summary.json,", request.folder());
        line(out, "            %s; nothing in force was changed", SweepFolder.SUGGESTED);
    }

    private static String band(final double value, final double half) {
        return String.format(Locale.ROOT, "%.4f ± %.4f", value, half);
    }

    /** A capture in one line. */
    static String described(final CaptureRef capture) {
        return String.format(
                Locale.ROOT,
                "%s: %s, %.1f min, sha256 %s..",
                capture.name(),
                String.join(",", capture.coins()),
                (capture.lastNs() - capture.firstNs()) / 60e9,
                capture.sha256().substring(0, 12));
    }

    private static void line(final PrintStream out, final String format, final Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
