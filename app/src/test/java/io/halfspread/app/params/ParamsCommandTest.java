package io.halfspread.app.params;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.SourceKind;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.engine.tuning.Sha256;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningSource;
import io.halfspread.engine.tuning.TuningValues;
import io.halfspread.gateway.tuning.TuningFile;
import io.halfspread.gateway.tuning.TuningLog;
import io.halfspread.gateway.tuning.TuningVersions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ParamsCommandTest {
    @TempDir
    private Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @Test
    void shouldCheckAPartialFileAndSayWhatIsDefaulted() throws IOException {
        final Path file = Files.writeString(folder.resolve("p.json"), "{\"skew_adjustment_factor\": 1} # one\n");

        assertEquals(0, run("check", file.toString(), "--json"));

        final JsonNode result = json();
        assertEquals(JsonNode.Kind.TRUE, result.member("ok").kind());
        assertEquals(7, result.member("values").members().size());
        assertEquals(
                1.0, result.member("values").member("skew_adjustment_factor").asDouble());
        assertEquals(
                100.0,
                result.member("values").member("adverse_selection_spread_scale").asDouble());
        assertEquals(6, result.member("defaulted").elements().size());
        assertEquals(
                Sha256.of(Files.readAllBytes(file)).hex(),
                result.member("sha256").text());
        assertEquals("", err.toString());

        assertEquals(0, run("check", file.toString()));
        assertTrue(out.toString().contains("skew_adjustment_factor               1.0"), out::toString);
    }

    @Test
    void shouldReportAllErrorsAndExitTwo() throws IOException {
        final Path file = Files.writeString(
                folder.resolve("p.json"),
                "{\"skew_adjustment_factor\": NaN, \"adverse_selection_lambda\": 1e400,\n"
                        + " \"min_spread_base_ratio\": \"0.5\", \"liquidation\": 3, \"inventory_urgency_threshold\": 1.5,\n"
                        + " \"skew_adjustment_factor\": null");

        assertEquals(2, run("check", file.toString(), "--json"));

        final JsonNode result = json();
        final List<JsonNode> errors = result.member("errors").elements();
        assertEquals(JsonNode.Kind.FALSE, result.member("ok").kind());
        assertEquals(8, errors.size(), out::toString);
        assertEquals("NaN", errors.get(0).member("value").text());
        assertEquals("1e400", errors.get(1).member("value").text());
        assertEquals("0.5", errors.get(2).member("value").text());
        assertEquals("liquidation", errors.get(3).member("key").text());
        assertTrue(errors.get(3).member("message").text().endsWith("liquidation_rate_multiplier"));
        assertEquals(1.5, errors.get(4).member("value").asDouble());
        assertEquals(
                "duplicate key \"skew_adjustment_factor\"",
                errors.get(5).member("message").text());
        assertEquals(JsonNode.Kind.NULL, errors.get(6).member("value").kind());
        assertEquals(JsonNode.Kind.NULL, errors.get(7).member("key").kind());

        assertEquals(2, run("check", file.toString()));
        assertEquals(8, err.toString().lines().count());
        assertEquals("", out.toString());
    }

    @Test
    void shouldExitTwoWithOneLineWhenThereIsNothingToCheck() throws IOException {
        assertEquals(2, run("check", folder.resolve("none.json").toString()));
        assertEquals(folder.resolve("none.json") + ": no such file or folder\n", err.toString());
        assertEquals(2, run("check", folder.toString()));
        assertEquals(folder + ": a folder, where a file is expected\n", err.toString());
        assertEquals(2, run("check", folder.toString(), "--json"));
        assertEquals(1, json().member("errors").elements().size());
        assertEquals(2, run("check"));
        assertEquals(2, run());
        assertEquals(2, run("chekc", "x"));
    }

    @Test
    void shouldShowCompareAndBringBackVersions() throws IOException {
        final Path ledger = ledgerOfThree();
        final String places = "--ledger=" + ledger;

        assertEquals(0, run("history", places, "--json"));
        final List<JsonNode> versions = json().member("versions").elements();
        assertEquals(3, versions.size());
        assertEquals("drop", versions.get(1).member("source").text());
        assertEquals("volatile.json", versions.get(1).member("name").text());
        assertEquals(
                "skew_adjustment_factor",
                versions.get(1).member("changed").elements().get(0).text());
        assertEquals(0, run("history", places));
        assertEquals(3, out.toString().lines().count());

        assertEquals(0, run("diff", "1", "3", places, "--json"));
        final List<JsonNode> changed = json().member("changed").elements();
        assertEquals(1, changed.size());
        assertEquals(0.5, changed.get(0).member("from").asDouble());
        assertEquals(0.9, changed.get(0).member("to").asDouble());
        assertEquals(0, run("diff", "2", "2", places));
        assertEquals("versions 2 and 2 have the same values\n", out.toString());

        final Path drops = folder.resolve("drops");
        assertEquals(0, run("rollback", "2", places, "--drops=" + drops, "--json"));
        assertEquals(0, run("rollback", "2", places, "--drops=" + drops));
        for (final String name : new String[] {"rollback-to-2.json", "rollback-to-2-2.json"}) {
            final TuningFile dropped = TuningFile.of(Files.readAllBytes(drops.resolve(name)));
            assertEquals(TuningParam.COUNT, dropped.stated().size());
            assertEquals(0.8, dropped.whole().value(TuningParam.SKEW_ADJUSTMENT_FACTOR));
        }
        try (var files = Files.list(drops)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void shouldNameKnownVersionsWhenOneIsUnknown() throws IOException {
        final String places = "--ledger=" + ledgerOfThree();

        assertEquals(2, run("diff", "1", "9", places));
        assertTrue(err.toString().endsWith("no version 9; known: [1, 2, 3]\n"), err::toString);
        assertEquals(2, run("rollback", "0", places));
        assertEquals(2, run("diff", "1", "x", places));
        assertEquals(2, run("history", "--ledger=" + folder.resolve("none.yaml")));
        assertEquals(1, err.toString().lines().count());
        assertEquals(2, run("history", "--config=" + folder.resolve("none.yaml")));
        assertEquals(folder.resolve("none.yaml") + ": no such file\n", err.toString());
    }

    @Test
    void shouldExitThreeWhenTheDropsFolderCannotBeWritten() throws IOException {
        final Path inTheWay = Files.writeString(folder.resolve("drops"), "a file");

        assertEquals(3, run("rollback", "1", "--ledger=" + ledgerOfThree(), "--drops=" + inTheWay));
        assertEquals(1, err.toString().lines().count());
    }

    @Test
    void shouldListTheParametersInItsHelp() {
        assertEquals(0, run("check", "--help"));
        for (final TuningParam param : TuningParam.values()) {
            assertTrue(
                    out.toString().contains(param.key() + " ") && out.toString().contains(param.meaning()));
        }
    }

    private Path ledgerOfThree() {
        final Path ledger = folder.resolve("ledger.yaml");
        final TuningLog log = new SilentLog();
        try (TuningVersions versions = TuningVersions.open(ledger, log, Clock.systemUTC())) {
            versions.accept(versions.propose(TuningSource.defaults(), TuningValues.defaults(), Set.of()));
            for (final double skew : new double[] {0.8, 0.9}) {
                final TuningSource source = new TuningSource(SourceKind.DROP, "volatile.json", Sha256.of(new byte[0]));
                final TuningValues values =
                        TuningValues.defaults().with(Map.of(TuningParam.SKEW_ADJUSTMENT_FACTOR, skew));
                versions.accept(versions.propose(source, values, EnumSet.of(TuningParam.SKEW_ADJUSTMENT_FACTOR)));
            }
        }
        return ledger;
    }

    private int run(final String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return new CommandLine(new ParamsCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private JsonNode json() {
        assertEquals(1, out.toString().lines().count());
        return StrictJson.parse(out.toString(), false).root();
    }

    private static final class SilentLog implements TuningLog {
        @Override
        public void info(final String line) {}

        @Override
        public void warn(final String line) {
            throw new AssertionError(line);
        }
    }
}
