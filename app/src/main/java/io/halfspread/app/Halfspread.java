package io.halfspread.app;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.hjb.HjbCommand;
import io.halfspread.app.params.ParamsCommand;
import io.halfspread.app.verb.CalibrateCommand;
import io.halfspread.app.verb.CapturesCommand;
import io.halfspread.app.verb.CompareCommand;
import io.halfspread.app.verb.CompareSessionsCommand;
import io.halfspread.app.verb.CompletionCommand;
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
import io.halfspread.app.verb.SweepCommand;
import io.halfspread.app.verb.SynthCommand;
import io.halfspread.app.verb.VerifyCommand;
import io.halfspread.app.verb.WatchdogCommand;
import io.halfspread.app.verb.WhatIfCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import net.openhft.posix.PosixAPI;
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
    /** The verb that tells of all others. */
    private static final String EVERY_VERB = "completion";

    @Spec
    private CommandSpec spec;

    private Halfspread() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args verb and options
     */
    public static void main(final String[] args) {
        ProcessDefaults.set();
        // Chronicle would generate bindings of native functions that nothing here calls: a tenth of a second.
        PosixAPI.useNoOpPosixApi();
        EarlyLoad.start(args);
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
        return commandLine(terminal, environment, args.length == 0 ? null : args[0])
                .execute(args);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a verb is missing");
    }

    /** The command line; only the verb that is asked for is made, because each costs milliseconds of every start. */
    private static CommandLine commandLine(
            final Terminal terminal, final Map<String, String> environment, final String first) {
        final CommandLine root = new CommandLine(new Halfspread());
        final Map<String, Supplier<Object>> verbs = verbs(terminal, environment);
        if (first != null && verbs.containsKey(first) && !first.equals(EVERY_VERB)) {
            root.addSubcommand(verbs.get(first).get());
        } else {
            verbs.values().forEach(verb -> root.addSubcommand(verb.get()));
            root.addSubcommand(new HelpCommand());
        }
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

    /** Each verb by its name, in the order of the help. */
    private static Map<String, Supplier<Object>> verbs(final Terminal terminal, final Map<String, String> environment) {
        final String build = BuildVersion.text();
        final Map<String, Supplier<Object>> verbs = new LinkedHashMap<>();
        verbs.put("replay", () -> new ReplayCommand(terminal, build));
        verbs.put("import", () -> new ImportCommand(terminal, build));
        verbs.put("captures", () -> CapturesCommand.commandLine(terminal));
        verbs.put("record", () -> new RecordCommand(terminal, build));
        verbs.put("demo", () -> new DemoCommand(terminal, build));
        verbs.put("run", () -> new RunCommand(terminal, build));
        verbs.put("status", () -> new StatusCommand(terminal));
        verbs.put("flatten", () -> new FlattenCommand(terminal));
        verbs.put("mode", () -> new ModeCommand(terminal));
        verbs.put("verify", () -> new VerifyCommand(terminal));
        verbs.put("report", () -> new ReportCommand(terminal));
        verbs.put("compare", () -> new CompareSessionsCommand(terminal, build));
        verbs.put("sweep", () -> new SweepCommand(terminal, build));
        verbs.put("what-if", () -> new WhatIfCommand(terminal, build));
        verbs.put("dump", () -> new DumpCommand(terminal));
        verbs.put("explain", () -> new ExplainCommand(terminal));
        verbs.put("quote", () -> new QuoteCommand(terminal));
        verbs.put("sign", () -> new SignCommand(terminal, environment));
        verbs.put("params", () -> new ParamsCommand());
        verbs.put("doctor", () -> new DoctorCommand(terminal));
        verbs.put("sim", () -> new SimCommand(terminal));
        verbs.put("soak", () -> new SoakCommand(terminal, build));
        verbs.put("synth", () -> new SynthCommand(terminal));
        verbs.put("watchdog", () -> new WatchdogCommand(terminal));
        verbs.put(EVERY_VERB, () -> new CompletionCommand(terminal));
        verbs.put(
                "hjb",
                () -> HjbCommand.commandLine(terminal)
                        .addSubcommand(new CalibrateCommand(terminal, build))
                        .addSubcommand(new CompareCommand(terminal, build)));
        return verbs;
    }
}
