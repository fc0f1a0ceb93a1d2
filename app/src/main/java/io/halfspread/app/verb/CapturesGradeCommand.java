package io.halfspread.app.verb;

import io.halfspread.app.capture.catalogue.CaptureEntry;
import io.halfspread.app.capture.catalogue.CaptureGrading;
import io.halfspread.app.capture.quality.QualityReport;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Terminal;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.capture.CaptureException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges recorded captures as imports are judged. */
@Command(
        name = "grade",
        mixinStandardHelpOptions = true,
        description =
                "Write quality.json into each usable capture that has none: gaps, crossed books, clocks, duplicates.")
final class CapturesGradeCommand implements Callable<Integer> {
    @Mixin
    private CaptureSelection selection;

    @Option(names = "--json", description = "One JSON object on stdout and nothing else there.")
    private boolean json;

    private final Terminal terminal;

    CapturesGradeCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        final List<Map<String, Object>> results = new ArrayList<>();
        int exitCode = 0;
        for (final CaptureEntry entry : selection.entries()) {
            final Map<String, Object> result = new LinkedHashMap<>();
            result.put("path", entry.path().toString());
            if (entry.quality() != null) {
                result.put("grade", entry.quality().grade().name());
                result.put("reasons", entry.quality().reasons());
            } else if (entry.state().isUsable()) {
                exitCode = Math.max(exitCode, grade(entry, result));
            } else {
                result.put("grade", null);
                result.put("reasons", List.of(entry.state().text()));
            }
            results.add(result);
        }
        print(results);
        return exitCode;
    }

    private static int grade(final CaptureEntry entry, final Map<String, Object> result) {
        try {
            final QualityReport report = CaptureGrading.grade(entry.path());
            result.put("grade", report.grade().name());
            result.put("reasons", report.reasons());
            return 0;
        } catch (final CaptureException | IOException e) {
            result.put("grade", null);
            result.put("reasons", List.of(String.valueOf(e.getMessage())));
            return Failure.CHECK_FAILED;
        }
    }

    private void print(final List<Map<String, Object>> results) {
        if (json) {
            terminal.out().println(JsonOutput.of(Map.of("captures", results)));
        } else {
            for (final Map<String, Object> result : results) {
                terminal.out()
                        .println((result.get("grade") == null ? "-" : result.get("grade")) + "  " + result.get("path"));
                ((List<?>) result.get("reasons"))
                        .forEach(reason -> terminal.out().println("     " + reason));
            }
        }
        terminal.out().flush();
    }
}
