package io.halfspread.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.metrics.MetricsDocument;
import io.halfspread.app.report.Formulas;
import io.halfspread.app.sweep.judge.Metric;
import io.halfspread.app.sweep.space.Variable;
import io.halfspread.engine.tuning.TuningValues;
import io.halfspread.gateway.tuning.TuningDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Files that follow from the tables of options and parameters are current. With -Dhalfspread.update=true they are written
 * instead of compared.
 */
class GeneratedDocumentsTest {
    private static final Path HOME = Path.of(System.getProperty("halfspread.home"));
    private static final String HOW = " is stale; write it anew with: mvn -q -pl app -am test"
            + " -Dtest=GeneratedDocumentsTest -Dsurefire.failIfNoSpecifiedTests=false -Dhalfspread.update=true";

    @Test
    void shouldShipTheSchemaOfTheTable() throws IOException {
        whole("config/tuning_params.schema.json", TuningDocuments.jsonSchema());
    }

    @Test
    void shouldShipTheDefaultsOfTheTable() throws IOException {
        whole("tuning_params.json", TuningValues.defaults().toJson());
    }

    @Test
    void shouldShowTheParametersInTheGuides() throws IOException {
        part("docs/tuning.md", "parameters", TuningDocuments.markdownTable());
        part("docs/quick-reference.md", "parameters", TuningDocuments.markdownTable());
    }

    @Test
    void shouldShowTheOptionsInTheGuide() throws IOException {
        part("docs/configuration.md", "options", ConfigDocument.options());
        part("docs/configuration.md", "instruments", ConfigDocument.instruments());
    }

    @Test
    void shouldShowTheFiguresInTheGuide() throws IOException {
        part("docs/metrics.md", "metrics", MetricsDocument.table());
    }

    @Test
    void shouldShowTheFormulasOfReportsInTheGuide() throws IOException {
        part("docs/reports.md", "formulas", Formulas.markdown());
    }

    @Test
    void shouldShowWhatASweepVariesAndMeasures() throws IOException {
        part("docs/sweep-methods.md", "variables", Variable.markdown());
        part("docs/sweep-methods.md", "figures", Metric.markdown());
    }

    private static void whole(final String name, final String expected) throws IOException {
        final Path file = HOME.resolve(name);
        if (Boolean.getBoolean("halfspread.update")) {
            Files.writeString(file, expected);
        }
        assertEquals(expected, Files.readString(file), name + HOW);
    }

    private static void part(final String name, final String marker, final String expected) throws IOException {
        final Path file = HOME.resolve(name);
        final String begin = "<!-- generated " + marker + " begin -->\n";
        final String end = "<!-- generated " + marker + " end -->";
        final String text = Files.readString(file);
        final int from = text.indexOf(begin) + begin.length();
        final int to = text.indexOf(end);
        assertTrue(from >= begin.length() && to >= from, name + " lacks the marks of part " + marker);
        if (Boolean.getBoolean("halfspread.update")) {
            Files.writeString(file, text.substring(0, from) + expected + text.substring(to));
        } else {
            assertEquals(expected, text.substring(from, to), name + HOW);
        }
    }
}
