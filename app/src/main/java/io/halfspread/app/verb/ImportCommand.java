package io.halfspread.app.verb;

import io.halfspread.app.capture.FrameImport;
import io.halfspread.app.capture.ImportResult;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Interruption;
import io.halfspread.app.console.Progress;
import io.halfspread.app.console.Terminal;
import io.halfspread.codec.text.JsonOutput;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports raw frames into a capture. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Decode files of raw frames into a capture; malformed lines are counted and named, never fatal.")
public final class ImportCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Raw frames: plain, gzip or lz4.")
    private List<Path> files;

    @Option(names = "-o", required = true, paramLabel = "DIR", description = "Capture to make: a new or empty folder.")
    private Path folder;

    @Mixin
    private ConfigOptions config;

    @Mixin
    private OutputOptions output;

    private final Terminal terminal;
    private final String build;

    /**
     * Creates the verb.
     *
     * @param terminal its streams
     * @param build    version of this program
     */
    public ImportCommand(final Terminal terminal, final String build) {
        this.terminal = terminal;
        this.build = build;
    }

    @Override
    public Integer call() {
        try (Interruption interruption = new Interruption()) {
            final ImportResult result;
            try (Progress progress = output.progress(terminal, "import")) {
                result = new FrameImport(files, folder, config.load().coins(), build)
                        .run(progress, interruption::isRequested);
            }
            if (output.json()) {
                terminal.out().println(JsonOutput.of(result.json()));
            } else {
                result.print(terminal.out());
            }
            terminal.out().flush();
            if (result.stats().frames() == 0 && !result.interrupted()) {
                throw Failure.badInput("no usable frame in the files given; accepted: lines of"
                        + " <19-digit receive ns> <frame>, or the venue's archive form; plain, gzip or lz4");
            }
            return 0;
        }
    }
}
