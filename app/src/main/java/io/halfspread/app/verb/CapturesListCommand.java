package io.halfspread.app.verb;

import io.halfspread.app.capture.catalogue.CaptureEntry;
import io.halfspread.app.capture.catalogue.CaptureTable;
import io.halfspread.app.console.Terminal;
import io.halfspread.codec.text.JsonOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists captures. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Captures by path: day, coins, state, grade, span, size, hash. Nothing is hidden: damaged, torn and"
                        + " running ones are listed as such.")
final class CapturesListCommand implements Callable<Integer> {
    @Mixin
    private CaptureSelection selection;

    @Option(names = "--json", description = "One JSON object on stdout and nothing else there.")
    private boolean json;

    @Option(
            names = "--paths",
            description = "Only the paths of usable captures, one a line, for other commands; the others are named on"
                    + " stderr.")
    private boolean paths;

    private final Terminal terminal;

    CapturesListCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        final List<CaptureEntry> entries = selection.entries();
        final long problems =
                entries.stream().filter(entry -> !entry.state().isUsable()).count();
        if (paths) {
            printPaths(entries);
        } else if (json) {
            final Map<String, Object> result = new LinkedHashMap<>();
            result.put("count", entries.size());
            result.put("not_usable", problems);
            result.put("captures", entries.stream().map(CaptureEntry::json).toList());
            terminal.out().println(JsonOutput.of(result));
        } else {
            CaptureTable.print(entries, problems, terminal.out());
        }
        terminal.out().flush();
        return 0;
    }

    private void printPaths(final List<CaptureEntry> entries) {
        for (final CaptureEntry entry : entries) {
            if (entry.state().isUsable()) {
                terminal.out().println(entry.path());
            } else {
                terminal.err()
                        .println("captures: left out " + entry.path() + ": "
                                + entry.state().text());
            }
        }
    }
}
