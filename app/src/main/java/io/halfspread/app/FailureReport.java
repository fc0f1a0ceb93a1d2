package io.halfspread.app;

import io.halfspread.app.config.ConfigException;
import io.halfspread.app.console.Failure;
import io.halfspread.codec.text.PrintableLine;
import io.halfspread.engine.capture.CaptureException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever ended a command into one line on err and an exit code; a stack trace only on -Dhalfspread.debug=true. */
final class FailureReport implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final PrintStream err;

    FailureReport(final PrintStream err) {
        this.err = err;
    }

    @Override
    public int handleParseException(final ParameterException e, final String[] args) {
        final CommandLine command = e.getCommandLine();
        final String name = command.getCommandSpec().qualifiedName();
        final String accepted = e instanceof UnmatchedArgumentException
                        || !command.getSubcommands().isEmpty()
                ? "; accepted: " + accepted(command)
                : "";
        line(name + ": " + oneLine(e.getMessage()) + accepted + "; see " + name + " --help");
        trace(e);
        return Failure.BAD_INPUT;
    }

    @Override
    public int handleExecutionException(final Exception e, final CommandLine command, final ParseResult parsed) {
        if (e instanceof ParameterException usage) {
            return handleParseException(usage, new String[0]);
        }
        final String name = command.getCommandSpec().qualifiedName();
        trace(e);
        if (e instanceof Failure failure) {
            line(name + ": " + oneLine(failure.getMessage()));
            return failure.exitCode();
        }
        if (e instanceof ConfigException) {
            line(name + ": " + oneLine(e.getMessage()));
            return Failure.BAD_INPUT;
        }
        if (e instanceof CaptureException capture) {
            line(name + ": " + oneLine(e.getMessage()));
            return capture.kind() == CaptureException.Cause.ENVIRONMENT ? Failure.ENVIRONMENT : Failure.BAD_INPUT;
        }
        final Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
        if (cause instanceof FileSystemException file) {
            line(name + ": " + file.getFile() + ": " + reason(file));
            return cause instanceof NoSuchFileException ? Failure.BAD_INPUT : Failure.ENVIRONMENT;
        }
        if (cause instanceof java.io.IOException) {
            line(name + ": " + oneLine(String.valueOf(cause.getMessage())));
            return Failure.ENVIRONMENT;
        }
        line(name + ": internal error, please report: " + oneLine(cause.toString())
                + " (JAVA_TOOL_OPTIONS=-Dhalfspread.debug=true shows where)");
        return Failure.ENVIRONMENT;
    }

    private static String reason(final FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (e instanceof AccessDeniedException) {
            return "no permission";
        }
        return e.getReason() == null ? oneLine(e.toString()) : oneLine(e.getReason());
    }

    private static String accepted(final CommandLine command) {
        if (!command.getSubcommands().isEmpty()) {
            return String.join(", ", command.getSubcommands().keySet());
        }
        final List<OptionSpec> options = command.getCommandSpec().options();
        return options.stream().map(OptionSpec::longestName).collect(Collectors.joining(", "));
    }

    private static String oneLine(final String text) {
        return PrintableLine.of(text.strip().replaceAll("\\s*\\R\\s*", "; "));
    }

    private void line(final String text) {
        err.println(text);
        err.flush();
    }

    private void trace(final Exception e) {
        if (Boolean.getBoolean("halfspread.debug")) {
            e.printStackTrace(err);
        }
    }
}
