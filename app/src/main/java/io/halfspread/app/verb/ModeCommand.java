package io.halfspread.app.verb;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.control.ControlFolder;
import io.halfspread.app.control.ModeCaller;
import io.halfspread.app.control.ModeWish;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes what a running session may do. */
@Command(
        name = "mode",
        mixinStandardHelpOptions = true,
        description =
                "Ask the running session for a trading mode, through its control folder: run quotes, reduce quotes"
                        + " only what reduces the position, pause quotes nothing, kill cancels everything and is left only with"
                        + " --leave-kill. The mode outlives the session.")
public final class ModeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODE", description = "run, reduce, pause or kill")
    private String mode;

    @Option(names = "--why", paramLabel = "TEXT", defaultValue = "", description = "Reason, kept in the capture.")
    private String why;

    @Option(names = "--leave-kill", description = "Leave kill: without it kill stays.")
    private boolean leaveKill;

    @Mixin
    private ConfigOptions config;

    private final Terminal terminal;

    /**
     * Creates the verb.
     *
     * @param terminal its streams
     */
    public ModeCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        final ModeWish wish;
        try {
            wish = new ModeWish(ModeWish.modeOf(mode), leaveKill, why);
        } catch (final IllegalArgumentException e) {
            throw Failure.badInput(e.getMessage());
        }
        final ControlFolder folder = new ControlFolder(Path.of(config.load().text(ConfigOption.PATHS_CONTROL)));
        terminal.out().println(new ModeCaller(folder).ask(wish));
        terminal.out().flush();
        return 0;
    }
}
