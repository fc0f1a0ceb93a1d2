package io.halfspread.app.params;

import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningValues;
import io.halfspread.gateway.tuning.TuningDocuments;
import io.halfspread.gateway.tuning.TuningFault;
import io.halfspread.gateway.tuning.TuningFile;
import io.halfspread.gateway.tuning.TuningRefusal;
import io.halfspread.gateway.tuning.TuningStart;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** params check: validates a tuning file, drop or preset, and names every fault. */
@Command(
        name = "check",
        description = "Validate a tuning file, drop or preset. Exit 0 when it is accepted, 2 when it is not.",
        mixinStandardHelpOptions = true)
final class ParamsCheckCommand implements Callable<Integer> {
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "File to check.")
    private Path file;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    void bind(final CommandSpec own) {
        spec = own;
        own.usageMessage().footer(("\nParameters:\n" + TuningDocuments.help()).split("\n"));
    }

    @Override
    public Integer call() {
        try {
            final TuningFile candidate = TuningFile.of(TuningStart.bytes(file));
            return candidate.accepted() ? accept(candidate) : refuse(candidate.faults());
        } catch (final TuningRefusal e) {
            return refuse(List.of(new TuningFault(null, null, e.getMessage(), 0, 0)));
        }
    }

    private int accept(final TuningFile candidate) {
        final PrintWriter out = spec.commandLine().getOut();
        final TuningValues values = candidate.whole();
        if (json) {
            final Map<String, Object> result = new LinkedHashMap<>();
            result.put("ok", true);
            result.put("values", values.byKey());
            result.put("defaulted", keys(candidate.unstated()));
            result.put("stated", keys(candidate.stated()));
            result.put("sha256", candidate.sha256().hex());
            out.println(JsonOutput.of(result));
        } else {
            out.println(file + ": accepted, sha256 " + candidate.sha256().hex());
            values.toMap()
                    .forEach((param, value) -> out.printf(
                            "  %-36s %s%s%n",
                            param.key(),
                            JsonOutput.number(value),
                            candidate.stated().contains(param) ? "" : "  (default; as a drop it stays as it is)"));
        }
        return ExitCode.OK;
    }

    private int refuse(final List<TuningFault> faults) {
        if (json) {
            final Map<String, Object> result = new LinkedHashMap<>();
            result.put("ok", false);
            result.put("errors", faults.stream().map(ParamsCheckCommand::fields).toList());
            spec.commandLine().getOut().println(JsonOutput.of(result));
        } else {
            final PrintWriter err = spec.commandLine().getErr();
            faults.forEach(fault -> err.println(fault.line() == 0 ? fault.message() : file + ": " + fault));
        }
        return ExitCode.BAD_INPUT;
    }

    private static Map<String, Object> fields(final TuningFault fault) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("key", fault.key());
        fields.put("value", fault.value());
        fields.put("message", fault.message());
        fields.put("line", fault.line());
        fields.put("column", fault.column());
        return fields;
    }

    private static List<String> keys(final Set<TuningParam> params) {
        return params.stream().map(TuningParam::key).toList();
    }
}
