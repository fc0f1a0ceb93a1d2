package io.halfspread.app.verb;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Progress;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.replay.CrashedCapture;
import io.halfspread.app.report.Report;
import io.halfspread.codec.text.JsonOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the report of a capture. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description =
                "What a session came to, as one HTML file and the same as JSON, from its capture: P&L and its split,"
                        + " fills, markouts, time at touch, inventory, reasons, versions. docs/reports.md has every formula.")
public final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CAPTURE", description = "A capture folder.")
    private Path folder;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Where the HTML goes, the JSON beside it; else report.html and figures.json in the capture.")
    private Path file;

    @Mixin
    private OutputOptions output;

    private final Terminal terminal;

    /**
     * Creates the verb.
     *
     * @param terminal its streams
     */
    public ReportCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CrashedCapture.recover(folder, terminal.err());
        final Report report;
        try (Progress progress = output.progress(terminal, "report")) {
            report = Report.of(folder, progress);
        }
        if (file != null || !output.json()) {
            write(report);
        }
        if (output.json()) {
            terminal.out().println(JsonOutput.of(report.json()));
        }
        terminal.out().flush();
        return 0;
    }

    private void write(final Report report) {
        final Path html = file == null ? folder.resolve(Report.HTML) : file;
        try {
            if (file == null) {
                report.writeInto(folder);
            } else {
                report.write(file);
            }
        } catch (final IOException e) {
            throw Failure.environment(html + ": cannot be written: " + e.getMessage());
        }
        (output.json() ? terminal.err() : terminal.out()).println("report      " + html);
    }
}
