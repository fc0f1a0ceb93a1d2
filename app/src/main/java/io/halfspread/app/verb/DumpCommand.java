package io.halfspread.app.verb;

import io.halfspread.app.capture.CaptureDump;
import io.halfspread.app.capture.DumpFilter;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.replay.CrashedCapture;
import io.halfspread.codec.dump.EventKind;
import io.halfspread.engine.capture.CaptureReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a capture as JSON Lines. */
@Command(
        name = "dump",
        mixinStandardHelpOptions = true,
        description = "Print every event and output of a capture as JSON Lines.")
public final class DumpCommand implements Callable<Integer> {
    private static final int LINES_PER_LOOK = 512;

    @Parameters(paramLabel = "CAPTURE", description = "A capture folder.")
    private Path folder;

    @Option(names = "--kind", split = ",", paramLabel = "KIND", description = "Only these kinds, such as quote,place.")
    private List<String> kinds = List.of();

    @Option(names = "--from", paramLabel = "SEQ", description = "From this input on; outputs belong to their input.")
    private long from;

    @Option(names = "--to", paramLabel = "SEQ", description = "Up to this input.")
    private long to = Long.MAX_VALUE;

    @Option(names = "--asset", paramLabel = "COIN", description = "Only this coin.")
    private String asset;

    @Option(names = "--json", description = "Accepted like everywhere; the output is JSON Lines anyway.")
    private boolean json;

    private final Terminal terminal;
    private long written;

    /**
     * Creates the verb.
     *
     * @param terminal its streams
     */
    public DumpCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        final Set<EventKind> wanted = EnumSet.noneOf(EventKind.class);
        kinds.forEach(name -> wanted.add(kind(name)));
        final PrintStream out = terminal.out();
        CrashedCapture.recover(folder, terminal.err());
        try (CaptureReader records = CaptureReader.open(folder)) {
            final DumpFilter filter = new DumpFilter(wanted, from, to, instrument(records));
            new CaptureDump(filter).print(records, this::write);
        } finally {
            out.flush();
        }
        return 0;
    }

    private int instrument(final CaptureReader records) {
        if (asset == null) {
            return -1;
        }
        final List<String> coins = records.manifest().identity().instruments();
        if (!coins.contains(asset)) {
            throw Failure.badInput(folder + ": holds no asset " + asset + "; it holds: " + String.join(", ", coins));
        }
        return coins.indexOf(asset);
    }

    private static EventKind kind(final String name) {
        return Arrays.stream(EventKind.values())
                .filter(kind -> kind.text().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.badInput("--kind " + name + ": accepted: "
                        + Arrays.stream(EventKind.values()).map(EventKind::text).collect(Collectors.joining(", "))));
    }

    /** Prints a line; false once nobody reads any more, as after {@code | head}. */
    private boolean write(final String line) {
        terminal.out().append(line).append('\n');
        return ++written % LINES_PER_LOOK != 0 || !terminal.out().checkError();
    }
}
