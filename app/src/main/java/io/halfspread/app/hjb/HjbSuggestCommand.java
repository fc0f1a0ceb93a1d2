package io.halfspread.app.hjb;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Terminal;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.gateway.tuning.TuningFile;
import io.halfspread.gateway.tuning.TuningRefusal;
import io.halfspread.gateway.tuning.TuningStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes better tuning parameters as a file of their own, with what they lose and what the ones before lose. */
@Command(
        name = "suggest",
        mixinStandardHelpOptions = true,
        description = "Find tuning parameters that lose less on a frozen model and write them to a file of their own.",
        footer = {
            "",
            "The case is that of hjb solve. The value is followed by its gradient within the range of each parameter; the",
            "filter's two parameters stay, because the model starts from the signal that the filter gives. The file is a",
            "suggestion: copy it over tuning_params.json, or into config/drops, to take it over."
        })
public final class HjbSuggestCommand implements Callable<Integer> {
    private static final String NAME = ".suggested.json";

    private final Terminal terminal;

    @Mixin
    private final ModelOption model = new ModelOption();

    @Option(
            names = "--params",
            paramLabel = "FILE",
            description = "Tuning parameters to start from, instead of those of the case.")
    private Path params;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            defaultValue = "tuning_params.suggested.json",
            description = "File to write; its name ends with .suggested.json (default: ${DEFAULT-VALUE}).")
    private Path file;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /**
     * Creates the verb.
     *
     * @param terminal its streams
     */
    public HjbSuggestCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!file.getFileName().toString().endsWith(NAME)) {
            throw Failure.badInput("--out " + file + ": accepted: a name that ends with " + NAME
                    + ", so that a suggestion is never taken for the file in force");
        }
        final HjbCase problem = startingFrom(model.read(terminal));
        final HjbSuggestion found = HjbSuggestion.of(HjbResult.required(problem));
        write(found);
        terminal.out().println(json ? JsonOutput.of(object(problem, found)) : text(found));
        terminal.out().flush();
        return 0;
    }

    private HjbCase startingFrom(final HjbCase problem) {
        if (params == null) {
            return problem;
        }
        try {
            final TuningFile given = TuningFile.of(TuningStart.bytes(params));
            if (!given.accepted()) {
                throw Failure.badInput(params + ": " + given.faults().get(0));
            }
            return problem.with(given.whole());
        } catch (final TuningRefusal e) {
            throw Failure.badInput(params + ": " + e.getMessage());
        }
    }

    private void write(final HjbSuggestion found) {
        final Path folder = file.toAbsolutePath().getParent();
        final String text = "# Suggested by hjb suggest for one frozen model; stationary gap there "
                + percent(found.before().gapStationaryPct()) + " % before, "
                + percent(found.after().gapStationaryPct()) + " % with these values.\n"
                + found.to().toJson();
        try {
            final Path temporary = Files.createTempFile(folder, ".suggested-", ".tmp");
            try {
                Files.writeString(temporary, text);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (final IOException e) {
            throw Failure.environment(file + " cannot be written: " + e);
        }
    }

    private Map<String, Object> object(final HjbCase problem, final HjbSuggestion found) {
        final Map<String, Object> out = new LinkedHashMap<>();
        out.put("file", file.toString());
        out.put("values", found.to().byKey());
        final List<Map<String, Object>> changed = new ArrayList<>();
        for (final TuningParam param : found.to().differingFrom(found.from())) {
            final Map<String, Object> change = new LinkedHashMap<>();
            change.put("key", param.key());
            change.put("from", found.from().value(param));
            change.put("to", found.to().value(param));
            changed.add(change);
        }
        out.put("changed", changed);
        out.put("before", found.before().json());
        out.put("after", found.after().json());
        out.put("state", Map.of("q", problem.lots(), "x", problem.signal()));
        return out;
    }

    private String text(final HjbSuggestion found) {
        final StringBuilder text = new StringBuilder();
        final PolicyFigures before = found.before();
        final PolicyFigures after = found.after();
        line(
                text,
                "stationary gap   %s %% -> %s %%",
                percent(before.gapStationaryPct()),
                percent(after.gapStationaryPct()));
        line(text, "gap here         %s %% -> %s %%", percent(before.gapPct()), percent(after.gapPct()));
        line(text, "loses            %.5f -> %.5f lot bps/s", before.lossPerS(), after.lossPerS());
        if (!Double.isNaN(before.lotNotionalUsd())) {
            line(text, "                 %.4f -> %.4f USD/h", before.lossUsdPerHour(), after.lossUsdPerHour());
        }
        for (final TuningParam param : found.to().differingFrom(found.from())) {
            line(
                    text,
                    "  %-36s %s -> %s",
                    param.key(),
                    JsonOutput.number(found.from().value(param)),
                    JsonOutput.number(found.to().value(param)));
        }
        if (before.hardlyFills()) {
            line(text, "  quotes hardly ever fill in this model: no tuning parameter mends that; see hjb explain");
        }
        if (!found.changesSomething()) {
            line(text, "  nothing better was found; the file holds the values as they are");
        }
        return text.append("written          ")
                .append(file)
                .append("; nothing in force was changed")
                .toString();
    }

    private static String percent(final double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static void line(final StringBuilder text, final String format, final Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
