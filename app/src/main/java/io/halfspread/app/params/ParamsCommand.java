package io.halfspread.app.params;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The params verb: only its subcommands do something. */
@Command(
        name = "params",
        description = "Check tuning files; show, compare and bring back accepted versions.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ParamsCheckCommand.class,
            ParamsHistoryCommand.class,
            ParamsDiffCommand.class,
            ParamsRollbackCommand.class
        })
public final class ParamsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "params needs one of: check, history, diff, rollback");
    }
}
