package io.halfspread.app.verb;

import io.halfspread.app.console.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Captures as a collection. */
@Command(
        name = "captures",
        mixinStandardHelpOptions = true,
        description = "List, verify and grade captures; the folders are the truth.")
public final class CapturesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private CapturesCommand() {}

    /**
     * The verb with its own verbs.
     *
     * @param terminal its streams
     * @return the command line
     */
    public static CommandLine commandLine(final Terminal terminal) {
        return new CommandLine(new CapturesCommand())
                .addSubcommand(new CapturesListCommand(terminal))
                .addSubcommand(new CapturesVerifyCommand(terminal))
                .addSubcommand(new CapturesGradeCommand(terminal));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a verb is missing: list, verify or grade");
    }
}
