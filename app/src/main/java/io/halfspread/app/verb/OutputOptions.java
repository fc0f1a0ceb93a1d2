package io.halfspread.app.verb;

import io.halfspread.app.console.Progress;
import io.halfspread.app.console.Terminal;
import picocli.CommandLine.Option;

/** How a command talks. */
final class OutputOptions {
    @Option(names = "--json", description = "One JSON object on stdout and nothing else there.")
    private boolean json;

    @Option(names = "--progress", description = "Draw progress even when stderr is no terminal.")
    private boolean progress;

    boolean json() {
        return json;
    }

    Progress progress(final Terminal terminal, final String what) {
        return new Progress(terminal, progress || terminal.watching(), what);
    }

    /** Progress of what is not counted in events. */
    Progress progressOf(final Terminal terminal, final String what, final String unit) {
        return new Progress(terminal, progress || terminal.watching(), what, unit);
    }

    /** Progress that is only worth a line when nothing else is written to err meanwhile. */
    Progress progress(final Terminal terminal, final String what, final boolean alone) {
        return new Progress(terminal, progress || alone && terminal.watching(), what);
    }
}
