package io.halfspread.app;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.hjb.HjbCommand;
import io.halfspread.app.params.ParamsCommand;
import io.halfspread.app.verb.CalibrateCommand;
import io.halfspread.app.verb.CompareCommand;
import io.halfspread.app.verb.CompareSessionsCommand;
import io.halfspread.app.verb.DemoCommand;
import io.halfspread.app.verb.DoctorCommand;
import io.halfspread.app.verb.DumpCommand;
import io.halfspread.app.verb.ExplainCommand;
import io.halfspread.app.verb.FlattenCommand;
import io.halfspread.app.verb.ImportCommand;
import io.halfspread.app.verb.ModeCommand;
import io.halfspread.app.verb.QuoteCommand;
import io.halfspread.app.verb.RecordCommand;
import io.halfspread.app.verb.ReplayCommand;
import io.halfspread.app.verb.ReportCommand;
import io.halfspread.app.verb.RunCommand;
import io.halfspread.app.verb.SignCommand;
import io.halfspread.app.verb.SimCommand;
import io.halfspread.app.verb.SoakCommand;
import io.halfspread.app.verb.StatusCommand;
import io.halfspread.app.verb.SynthCommand;
import io.halfspread.app.verb.VerifyCommand;
import io.halfspread.app.verb.WatchdogCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line's root: verbs, exit codes, and one line for every failure. */
@Command(
        name = "halfspread",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        description = "Deterministic market making for perpetual futures.",
        synopsisSubcommandLabel = "VERB",
        footer = {"", "Exit codes: 0 ok, 1 a check failed, 2 bad usage or bad input, 3 environment."})
public final class Halfspread implements Runnable {
    @Spec
    private CommandSpec spec;

    private Halfspread() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args verb and options
     */
    public static void main(final String[] args) {
        final Terminal terminal = Terminal.ofProcess();
        final int exitCode = run(terminal, args);
        terminal.out().flush();
        System.exit(exitCode);
    }

    /**
     * Runs one command.
     *
     * @param terminal its streams
     * @param args     verb and options
     * @return the exit code
     */
    public static int run(final Terminal terminal, final String... args) {
        return run(terminal, System.getenv(), args);
    }

    /** Runs one command with variables that stand for those of the process. */
    static int run(final Terminal terminal, final Map<String, String> environment, final String... args) {
        return commandLine(terminal, environment).execute(args);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a verb is missing");
    }

    private static CommandLine commandLine(final Terminal terminal, final Map<String, String> environment) {
        final CommandLine root = new CommandLine(new Halfspread());
        final String build = BuildVersion.text();
        root.addSubcommand(new ReplayCommand(terminal, build));
        root.addSubcommand(new ImportCommand(terminal, build));
        root.addSubcommand(new RecordCommand(terminal, build));
        root.addSubcommand(new DemoCommand(terminal, build));
        root.addSubcommand(new RunCommand(terminal, build));
        root.addSubcommand(new StatusCommand(terminal));
        root.addSubcommand(new FlattenCommand(terminal));
        root.addSubcommand(new ModeCommand(terminal));
        root.addSubcommand(new VerifyCommand(terminal));
        root.addSubcommand(new ReportCommand(terminal));
        root.addSubcommand(new CompareSessionsCommand(terminal, build));
        root.addSubcommand(new DumpCommand(terminal));
        root.addSubcommand(new ExplainCommand(terminal));
        root.addSubcommand(new QuoteCommand(terminal));
        root.addSubcommand(new SignCommand(terminal, environment));
        root.addSubcommand(new ParamsCommand());
        root.addSubcommand(new DoctorCommand(terminal));
        root.addSubcommand(new SimCommand(terminal));
        root.addSubcommand(new SoakCommand(terminal, build));
        root.addSubcommand(new SynthCommand(terminal));
        root.addSubcommand(new WatchdogCommand(terminal));
        root.addSubcommand(HjbCommand.commandLine(terminal)
                .addSubcommand(new CalibrateCommand(terminal, build))
                .addSubcommand(new CompareCommand(terminal, build)));
        root.addSubcommand(new HelpCommand());
        root.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        root.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setUsageHelpAutoWidth(true);
        final FailureReport report = new FailureReport(terminal.err());
        root.setParameterExceptionHandler(report);
        root.setExecutionExceptionHandler(report);
        root.setExitCodeExceptionMapper(e -> e instanceof Failure failure ? failure.exitCode() : Failure.ENVIRONMENT);
        return root;
    }
}
