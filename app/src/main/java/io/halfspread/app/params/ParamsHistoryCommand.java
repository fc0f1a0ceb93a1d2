package io.halfspread.app.params;

import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.gateway.tuning.LedgerEntry;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** params history: every version ever accepted. */
@Command(
        name = "history",
        description = "Show every parameter version accepted under this working directory.",
        mixinStandardHelpOptions = true)
final class ParamsHistoryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ParamsPlaces places;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        final PrintWriter out = spec.commandLine().getOut();
        final PrintWriter err = spec.commandLine().getErr();
        try {
            final List<Map<String, Object>> versions = new ArrayList<>();
            for (final LedgerEntry entry : Versions.read(places.ledger(), err).all()) {
                versions.add(fields(entry));
                if (!json) {
                    out.println(line(entry));
                }
            }
            if (json) {
                out.println(JsonOutput.of(Map.of("versions", versions)));
            }
            return ExitCode.OK;
        } catch (final BadInput e) {
            err.println(e.getMessage());
            return ExitCode.BAD_INPUT;
        }
    }

    private static String line(final LedgerEntry entry) {
        final String changed = entry.changed().stream()
                .map(param -> param.key() + "="
                        + JsonOutput.number(entry.update().values().value(param)))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%4d  %s  %-8s %-28s %s  %s",
                entry.update().version(),
                entry.time(),
                entry.update().source().kind().name().toLowerCase(Locale.ROOT),
                entry.update().source().name(),
                entry.update().source().sha256().brief(),
                changed.isEmpty() ? "nothing changed" : changed);
    }

    private static Map<String, Object> fields(final LedgerEntry entry) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", entry.update().version());
        fields.put("time", entry.time().toString());
        fields.put("source", entry.update().source().kind().name().toLowerCase(Locale.ROOT));
        fields.put("name", entry.update().source().name());
        fields.put("sha256", entry.update().source().sha256().hex());
        fields.put("values", entry.update().values().byKey());
        fields.put(
                "stated", entry.update().stated().stream().map(TuningParam::key).toList());
        fields.put("changed", entry.changed().stream().map(TuningParam::key).toList());
        return fields;
    }
}
