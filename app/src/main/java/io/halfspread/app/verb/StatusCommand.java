package io.halfspread.app.verb;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.console.Ink;
import io.halfspread.app.console.StopSignals;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.status.SessionFinder;
import io.halfspread.app.status.SessionStatus;
import io.halfspread.app.status.StatusReport;
import io.halfspread.codec.text.JsonOutput;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a session does. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show what a session does now, from its growing capture: the one that runs, else the newest.")
public final class StatusCommand implements Callable<Integer> {
    private static final long WATCH_NS = TimeUnit.SECONDS.toNanos(1);

    @Option(names = "--capture", paramLabel = "DIR", description = "The session's capture.")
    private Path capture;

    @Option(names = "--watch", description = "Look again every second until the session ends; with --json a line each.")
    private boolean watch;

    @Mixin
    private ConfigOptions config;

    @Mixin
    private OutputOptions output;

    private final Terminal terminal;
    private final Ink ink = Ink.ofProcess();

    /**
     * Creates the verb.
     *
     * @param terminal its streams
     */
    public StatusCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        final Path folder = capture == null
                ? SessionFinder.newest(Path.of(config.load().text(ConfigOption.CAPTURE_FOLDER)))
                : capture;
        final SessionStatus status = new SessionStatus(folder);
        try (StopSignals signals = new StopSignals()) {
            boolean again;
            do {
                status.look();
                show(new StatusReport(status, TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis())));
                again = watch && status.isRunning();
                if (again) {
                    LockSupport.parkNanos(WATCH_NS);
                }
            } while (again && !signals.isRequested());
        }
        return 0;
    }

    private void show(final StatusReport report) {
        if (output.json()) {
            terminal.out().println(JsonOutput.of(report.json()));
            terminal.out().flush();
            return;
        }
        if (watch && ink.isTerminal()) {
            terminal.out().print("\u001b[H\u001b[2J");
        }
        report.print(terminal.out(), ink);
    }
}
