package io.halfspread.app.verb;

import io.halfspread.app.capture.catalogue.CaptureEntry;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Terminal;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.capture.CaptureException;
import io.halfspread.engine.capture.CaptureVerifier;
import io.halfspread.engine.capture.VerifyReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads every byte of many captures. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Check every record, segment and hash of each capture; replays nothing and changes nothing.")
final class CapturesVerifyCommand implements Callable<Integer> {
    @Mixin
    private CaptureSelection selection;

    @Option(names = "--json", description = "One JSON object on stdout and nothing else there.")
    private boolean json;

    private final Terminal terminal;

    CapturesVerifyCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    /** What was found of one capture; problem null when all is right. */
    private record Checked(CaptureEntry entry, String problem, String note) {
        private Map<String, Object> json() {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("path", entry.path().toString());
            json.put("ok", problem == null);
            json.put("problem", problem);
            json.put("note", note);
            return json;
        }

        private String describe() {
            final String text = problem != null ? "DAMAGED  " : "ok       ";
            final String more = problem != null ? ": " + problem : note.isEmpty() ? "" : ": " + note;
            return text + entry.path() + more;
        }
    }

    @Override
    public Integer call() {
        final List<Checked> checked = selection.entries().parallelStream()
                .map(CapturesVerifyCommand::check)
                .toList();
        final long damaged =
                checked.stream().filter(one -> one.problem() != null).count();
        if (json) {
            final Map<String, Object> result = new LinkedHashMap<>();
            result.put("count", checked.size());
            result.put("damaged", damaged);
            result.put("captures", checked.stream().map(Checked::json).toList());
            terminal.out().println(JsonOutput.of(result));
        } else {
            checked.forEach(one -> terminal.out().println(one.describe()));
            terminal.out().println(checked.size() + " captures, " + damaged + " damaged");
        }
        terminal.out().flush();
        return damaged == 0 ? 0 : Failure.CHECK_FAILED;
    }

    private static Checked check(final CaptureEntry entry) {
        try {
            final VerifyReport report = CaptureVerifier.verify(entry.path());
            return new Checked(entry, report.problem(), report.note());
        } catch (final CaptureException e) {
            return new Checked(entry, e.getMessage(), "");
        }
    }
}
