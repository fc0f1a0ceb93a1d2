package io.halfspread.app.hjb;

import io.halfspread.app.console.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups the verbs around the control problem. */
@Command(
        name = "hjb",
        mixinStandardHelpOptions = true,
        description = "The market maker's control problem: the best quotes, and what the heuristic loses.",
        synopsisSubcommandLabel = "VERB")
public final class HjbCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private HjbCommand() {}

    /**
     * The group with its verbs.
     *
     * @param terminal their streams
     * @return to be added to the root
     */
    public static CommandLine commandLine(final Terminal terminal) {
        return new CommandLine(new HjbCommand())
                .addSubcommand(new HjbSolveCommand(terminal))
                .addSubcommand(new HjbExplainCommand(terminal))
                .addSubcommand(new HjbSuggestCommand(terminal));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a verb is missing");
    }
}
