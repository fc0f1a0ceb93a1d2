package io.halfspread.app.sweep;

import io.halfspread.app.console.Failure;
import io.halfspread.app.sweep.judge.Judgement;
import io.halfspread.app.sweep.judge.Verdicts;
import io.halfspread.app.sweep.page.SweepFacts;
import io.halfspread.app.sweep.page.SweepPage;
import io.halfspread.app.sweep.run.CaptureIntake;
import io.halfspread.app.sweep.run.CaptureRef;
import io.halfspread.app.sweep.run.CellKey;
import io.halfspread.app.sweep.run.Outcome;
import io.halfspread.app.sweep.run.RunSettings;
import io.halfspread.app.sweep.run.SweepDigest;
import io.halfspread.app.sweep.space.Scored;
import io.halfspread.app.sweep.space.Trial;
import io.halfspread.app.sweep.table.CsvTable;
import io.halfspread.app.sweep.table.ParquetTable;
import io.halfspread.codec.event.SessionKind;
import io.halfspread.codec.text.JsonOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges the outcomes of a sweep that has ended and writes its files. */
final class SweepResults {
    private final SweepRequest request;
    private final String build;
    private final SweepFolder folder;
    private final RunSettings settings;

    SweepResults(final SweepRequest request, final String build, final SweepFolder folder, final RunSettings settings) {
        this.request = request;
        this.build = build;
        this.folder = folder;
        this.settings = settings;
    }

    SweepResult write(
            final CaptureIntake intake,
            final List<Trial> trials,
            final List<Scored> scored,
            final Map<CellKey, Outcome> outcomes,
            final SweepResult.Work work) {
        final List<CaptureRef> captures = intake.taken();
        final String digest = SweepDigest.of(outcomes.values());
        final Judgement judgement = Verdicts.of(
                request.space(), captures, trials, List.copyOf(outcomes.values()), request.goal(), request.judging());
        final SweepResult result =
                new SweepResult(request, captures, intake.leftOut(), outcomes.size(), digest, work, judgement);
        final ResultRows rows = new ResultRows(request.space(), captures);
        for (final Scored one : scored) {
            rows.add(one, outcomes(one, captures.size(), outcomes));
        }
        try {
            CsvTable.write(rows.table(), folder.file(SweepFolder.CSV));
            ParquetTable.write(rows.table(), folder.file(SweepFolder.PARQUET));
            SweepPage.write(request.folder(), judgement, facts(result));
        } catch (final IOException e) {
            throw Failure.environment(request.folder() + ": results cannot be written: " + e.getMessage() + "; all "
                    + outcomes.size() + " outcomes are kept, and the same command writes them again");
        }
        folder.write(
                SweepFolder.SUGGESTED,
                SuggestedParams.text(
                        judgement,
                        settings.config().session(SessionKind.REPLAY, settings.coins()),
                        settings.base(),
                        digest,
                        String.join(
                                ", ", captures.stream().map(CaptureRef::name).toList())));
        folder.write(SweepFolder.SUMMARY, JsonOutput.of(result.json()) + "\n");
        return result;
    }

    private static List<Outcome> outcomes(
            final Scored scored, final int captures, final Map<CellKey, Outcome> outcomes) {
        final List<Outcome> found = new ArrayList<>();
        for (int capture = 0; capture < captures; capture++) {
            found.add(outcomes.get(new CellKey(scored.candidate().index(), capture, scored.share())));
        }
        return found;
    }

    private SweepFacts facts(final SweepResult result) {
        final Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("build", build);
        provenance.put("digest of all outcomes", result.digest());
        provenance.put("wiring", String.valueOf(settings.identity().get("wiring_sha256")));
        provenance.put(
                "base parameters",
                settings.base().source().name() + ", "
                        + settings.base().source().sha256());
        provenance.put("coins", String.join(", ", settings.coins()));
        provenance.put("fill model", settings.fills().text());
        if (settings.fills().isQueue()) {
            provenance.put("latency", settings.latency());
        }
        provenance.put(
                "method",
                request.plan().method() + ", " + request.plan().sets() + " sets at most, seed "
                        + request.plan().seed());
        provenance.put("space", JsonOutput.of(request.space().json()));
        provenance.put("space file", request.space().sha256());
        provenance.put("again", again());
        provenance.put("replays", result.outcomes() + ", " + result.work().inputs() + " events");
        return new SweepFacts(
                String.join(", ", settings.coins()),
                result.captures().stream().map(SweepResult::described).toList(),
                result.leftOut().stream().map(String::valueOf).toList(),
                provenance);
    }

    /** The command that gives the same outcomes of the same captures. */
    private String again() {
        final StringBuilder command = new StringBuilder("scripts/halfspread sweep CAPTURES --space FILE --asset ")
                .append(String.join(",", settings.coins()))
                .append(" --method ")
                .append(request.plan().method())
                .append(" --sets ")
                .append(request.plan().sets())
                .append(" --seed ")
                .append(request.plan().seed())
                .append(" --fills ")
                .append(settings.fills().text())
                .append(" --objective '")
                .append(request.goal().objective().text())
                .append('\'');
        request.goal()
                .constraints()
                .forEach(constraint ->
                        command.append(" --constraint '").append(constraint).append('\''));
        return command.append(" -o DIR, with the same configuration and parameters")
                .toString();
    }
}
