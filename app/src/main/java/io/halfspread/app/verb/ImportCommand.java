package io.halfspread.app.verb;

import io.halfspread.app.capture.FrameImport;
import io.halfspread.app.capture.ImportResult;
import io.halfspread.app.capture.bulk.BulkImport;
import io.halfspread.app.capture.bulk.BulkRequest;
import io.halfspread.app.capture.bulk.BulkResult;
import io.halfspread.app.capture.bulk.DayState;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Interruption;
import io.halfspread.app.console.Progress;
import io.halfspread.app.console.Terminal;
import io.halfspread.codec.text.JsonOutput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports recorded market data into captures. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Decode files of raw frames into a capture (-o), or many files, of frames, of the venue's archive or of"
                        + " vendor CSV, into one capture a UTC day (--into); malformed lines are counted and named, never fatal.")
public final class ImportCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 256;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Raw frames: plain, gzip or lz4. With --into also folders, and CSV: docs/captures.md.")
    private List<Path> files;

    @ArgGroup(multiplicity = "1")
    private Target target;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "With --into: name of the source; else that of the folder.")
    private String name;

    @Option(
            names = "--asset",
            paramLabel = "COINS",
            description = "With --into: coins wanted, separated by commas; else all.")
    private String assets;

    @Option(
            names = "--rename",
            paramLabel = "SYMBOL=COIN",
            description = "With --into: coin of a vendor's symbol; repeatable.")
    private Map<String, String> renames = new LinkedHashMap<>();

    @Option(names = "--threads", paramLabel = "N", description = "With --into: days imported at once; else one a core.")
    private Integer threads;

    @Option(
            names = "--redo",
            description = "With --into: import a day again whose files are no longer those its capture was made of.")
    private boolean redo;

    @Mixin
    private ConfigOptions config;

    @Mixin
    private OutputOptions output;

    private final Terminal terminal;
    private final String build;

    /** Where the events go. */
    static final class Target {
        @Option(names = "-o", paramLabel = "DIR", description = "Capture to make: a new or empty folder.")
        private Path folder;

        @Option(
                names = "--into",
                paramLabel = "DIR",
                description = "Folder of captures: DIR/NAME/DAY is made for each UTC day; whole ones are kept.")
        private Path catalogue;
    }

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
            return target.catalogue == null ? importOne(interruption) : importMany(interruption);
        }
    }

    private int importOne(final Interruption interruption) {
        if (name != null || assets != null || !renames.isEmpty() || threads != null || redo) {
            throw Failure.badInput("--name, --asset, --rename, --threads and --redo go with --into DIR, not with -o");
        }
        final ImportResult result;
        try (Progress progress = output.progress(terminal, "import")) {
            result = new FrameImport(files, target.folder, config.load().coins(), build)
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

    private int importMany(final Interruption interruption) {
        final BulkRequest request = new BulkRequest(
                files,
                sourceName(),
                target.catalogue,
                assets == null ? List.of() : HalfspreadConfig.coinList(assets),
                renames,
                threads(),
                redo,
                build);
        final BulkResult result;
        try (Progress progress = output.progress(terminal, "import")) {
            result = new BulkImport(request).run(progress, interruption::isRequested);
        }
        if (output.json()) {
            terminal.out().println(JsonOutput.of(result.json()));
        } else {
            result.print(terminal.out());
        }
        terminal.out().flush();
        if (result.days().isEmpty()) {
            throw Failure.badInput("no usable file among those given"
                    + (result.passedOver().isEmpty()
                            ? ""
                            : "; " + result.passedOver().get(0).describe()));
        }
        return result.count(DayState.FAILED) + result.count(DayState.CHANGED) == 0 ? 0 : Failure.CHECK_FAILED;
    }

    private int threads() {
        if (threads == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw Failure.badInput("--threads " + threads + ": accepted: 1 to " + MOST_THREADS);
        }
        return threads;
    }

    private String sourceName() {
        final Path first = files.get(0).toAbsolutePath().normalize();
        final Path named = Files.isDirectory(first) ? first : first.getParent();
        final String text = name != null
                ? name
                : named == null || named.getFileName() == null
                        ? "import"
                        : named.getFileName().toString();
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw Failure.badInput("--name: '" + text + "' cannot be the name of a source;"
                    + " accepted: letters, digits, dot, dash and underscore, the first a letter or digit");
        }
        return text;
    }
}
