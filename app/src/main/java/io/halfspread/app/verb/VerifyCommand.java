package io.halfspread.app.verb;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Progress;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.replay.CrashedCapture;
import io.halfspread.app.replay.Resolution;
import io.halfspread.app.replay.Verification;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.capture.VerifyReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a capture and replays it against what it holds. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Check every record and segment, replay, and compare with the outputs recorded.")
public final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CAPTURE", description = "A capture folder.")
    private Path folder;

    @Option(
            names = "--resolve",
            description = "Also solve recorded policies again from their models and compare the tables.")
    private boolean resolve;

    @Mixin
    private OutputOptions output;

    private final Terminal terminal;

    /**
     * Creates the verb.
     *
     * @param terminal its streams
     */
    public VerifyCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CrashedCapture.recover(folder, terminal.err());
        final Verification result;
        try (Progress progress = output.progress(terminal, "verify")) {
            result = Verification.of(folder, progress);
        }
        final Resolution resolution = resolve && result.ok() ? Resolution.of(folder) : null;
        if (output.json()) {
            terminal.out().println(JsonOutput.of(json(result, resolution)));
        } else {
            print(result);
            print(resolution);
        }
        terminal.out().flush();
        return result.ok() && (resolution == null || resolution.problem() == null) ? 0 : Failure.CHECK_FAILED;
    }

    private static Map<String, Object> json(final Verification result, final Resolution resolution) {
        final Map<String, Object> json = new LinkedHashMap<>(result.json());
        if (resolution != null) {
            json.put("ok", result.ok() && resolution.problem() == null);
            json.put("resolve", resolution.json());
        }
        return json;
    }

    private void print(final Resolution resolution) {
        if (resolution == null) {
            return;
        }
        if (resolution.problem() == null) {
            terminal.out()
                    .println(String.format(
                            Locale.ROOT, "policies    %,d tables solved again, all equal", resolution.tables()));
        } else {
            terminal.err().println("halfspread verify: " + folder + ": " + resolution.problem());
        }
    }

    private void print(final Verification result) {
        final VerifyReport report = result.report();
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "records     %,d inputs, %,d outputs in %d segments, %,d bytes: %s",
                        report.totals().inputs(),
                        report.totals().outputs(),
                        report.segments(),
                        report.bytes(),
                        report.ok() ? "sound" : "NOT SOUND"));
        if (!report.note().isEmpty()) {
            terminal.out().println("note        " + report.note());
        }
        if (!report.ok()) {
            terminal.err().println("halfspread verify: " + folder + ": " + report.problem());
            return;
        }
        if (report.totals().outputs() == 0) {
            terminal.out().println("replay      none: the capture holds inputs only");
            terminal.out().println("input hash  " + result.hash());
        } else if (result.ok()) {
            terminal.out().println(String.format(Locale.ROOT, "replay      %,d outputs, all equal", result.compared()));
            terminal.out().println("hash        " + result.hash());
        } else {
            terminal.out().println("recorded    " + result.recorded());
            terminal.out().println("computed    " + result.computed());
            terminal.err().println("halfspread verify: " + folder + ": " + result.difference());
        }
    }
}
