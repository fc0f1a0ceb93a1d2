package io.halfspread.app.verb;

import io.halfspread.app.capture.catalogue.CaptureEntry;
import io.halfspread.app.capture.catalogue.CaptureLook;
import io.halfspread.app.capture.catalogue.Catalogue;
import io.halfspread.app.capture.quality.Grade;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which captures a command is about. */
final class CaptureSelection {
    @Parameters(arity = "0..*", paramLabel = "DIR", description = "Folders with captures below; else captures.")
    private List<Path> folders = List.of();

    @Option(names = "--coin", paramLabel = "COINS", description = "Only captures with all of these coins.")
    private String coins;

    @Option(names = "--from", paramLabel = "DAY", description = "Only what reaches this UTC day or later: 2026-11-25.")
    private String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Only what begins on this UTC day or before.")
    private String to;

    @Option(names = "--grade", paramLabel = "GRADE", description = "Only captures graded this or better: A, B, C or D.")
    private Grade grade;

    /** The captures, in the order of their paths. */
    List<CaptureEntry> entries() {
        final List<String> wanted = coins == null ? List.of() : HalfspreadConfig.coinList(coins);
        final LocalDate first = day("--from", from);
        final LocalDate last = day("--to", to);
        return (folders.isEmpty() ? List.of(Path.of("captures")) : folders)
                .stream()
                        .flatMap(folder -> Catalogue.folders(folder).stream())
                        .distinct()
                        .parallel()
                        .map(CaptureLook::at)
                        .filter(entry -> entry.coins().containsAll(wanted) && entry.touches(first, last))
                        .filter(entry -> grade == null
                                || entry.quality() != null
                                        && entry.quality().grade().compareTo(grade) <= 0)
                        .toList();
    }

    private static LocalDate day(final String option, final String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (final DateTimeException e) {
            throw Failure.badInput(option + " " + text + ": accepted: a UTC day such as 2026-11-25");
        }
    }
}
