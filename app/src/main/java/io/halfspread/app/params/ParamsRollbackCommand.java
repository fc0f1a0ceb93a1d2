package io.halfspread.app.params;

import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.tuning.TuningValues;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** params rollback: drops a file that states every value of an earlier version. */
@Command(
        name = "rollback",
        description = "Drop a file that states all seven values in force at an earlier version.",
        mixinStandardHelpOptions = true)
final class ParamsRollbackCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ParamsPlaces places;

    @Parameters(paramLabel = "V", description = "Version to bring back.")
    private long version;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        final PrintWriter out = spec.commandLine().getOut();
        final PrintWriter err = spec.commandLine().getErr();
        try {
            final TuningValues values =
                    Versions.read(places.ledger(), err).of(version).update().values();
            final Path folder = places.drops();
            final Path dropped = drop(folder, values);
            if (json) {
                final Map<String, Object> result = new LinkedHashMap<>();
                result.put("version", version);
                result.put("file", dropped.toString());
                result.put("values", values.byKey());
                out.println(JsonOutput.of(result));
            } else {
                out.println("dropped " + dropped + " with the values of version " + version + ": " + values);
            }
            return ExitCode.OK;
        } catch (final BadInput e) {
            err.println(e.getMessage());
            return ExitCode.BAD_INPUT;
        } catch (final IOException e) {
            err.println("the drops folder cannot be written: " + e);
            return ExitCode.ENVIRONMENT;
        }
    }

    private Path drop(final Path folder, final TuningValues values) throws IOException {
        Files.createDirectories(folder);
        final Path temporary = Files.createTempFile(folder, ".rollback-", ".tmp");
        try {
            final String text = "# Rollback to version " + version + ", all values in force there.\n" + values.toJson();
            Files.writeString(temporary, text);
            return Files.move(temporary, free(folder), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private Path free(final Path folder) {
        Path candidate = folder.resolve("rollback-to-" + version + ".json");
        for (int number = 2; Files.exists(candidate); number++) {
            candidate = folder.resolve("rollback-to-" + version + "-" + number + ".json");
        }
        return candidate;
    }
}
