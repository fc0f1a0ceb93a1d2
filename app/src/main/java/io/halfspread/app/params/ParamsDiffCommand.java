package io.halfspread.app.params;

import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningValues;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** params diff: what differs between two accepted versions. */
@Command(
        name = "diff",
        description = "Show what differs between two accepted versions.",
        mixinStandardHelpOptions = true)
final class ParamsDiffCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ParamsPlaces places;

    @Parameters(index = "0", paramLabel = "A", description = "Version to compare from.")
    private long from;

    @Parameters(index = "1", paramLabel = "B", description = "Version to compare to.")
    private long to;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        final PrintWriter out = spec.commandLine().getOut();
        try {
            final Versions versions =
                    Versions.read(places.ledger(), spec.commandLine().getErr());
            final TuningValues before = versions.of(from).update().values();
            final TuningValues after = versions.of(to).update().values();
            final List<Map<String, Object>> changed = new ArrayList<>();
            for (final TuningParam param : after.differingFrom(before)) {
                final Map<String, Object> change = new LinkedHashMap<>();
                change.put("key", param.key());
                change.put("from", before.value(param));
                change.put("to", after.value(param));
                changed.add(change);
            }
            out.println(json ? object(changed) : table(changed));
            return ExitCode.OK;
        } catch (final BadInput e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.BAD_INPUT;
        }
    }

    private String object(final List<Map<String, Object>> changed) {
        final Map<String, Object> result = new LinkedHashMap<>();
        result.put("from", from);
        result.put("to", to);
        result.put("changed", changed);
        return JsonOutput.of(result);
    }

    private String table(final List<Map<String, Object>> changed) {
        if (changed.isEmpty()) {
            return "versions " + from + " and " + to + " have the same values";
        }
        final StringBuilder text = new StringBuilder();
        changed.forEach(change -> text.append(text.isEmpty() ? "" : System.lineSeparator())
                .append(String.format("%-36s %s -> %s", change.get("key"), change.get("from"), change.get("to"))));
        return text.toString();
    }
}
