package io.halfspread.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command: table and comparison, from files to exit codes. */
class BenchReportTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void shouldWriteAResultThatComparesWithItself() throws IOException {
        final Path result = table("base.json", 800, 4000, 0.001);
        assertTrue(text(out).contains("P3   met in part"), text(out));
        assertEquals(0, run("compare", result.toString(), result.toString()));
        assertTrue(text(out).contains("no regression"));
    }

    @Test
    void shouldReportARegressionWhenARatioFellBeyondItsBound() throws IOException {
        final Path base = table("base.json", 800, 4000, 0);
        final Path slower = table("slower.json", 1000, 4000, 0);
        assertEquals(1, run("compare", base.toString(), slower.toString()));
        assertTrue(text(out).contains("REGRESSION (more than 15 % worse)"), text(out));
        assertEquals(0, run("compare", slower.toString(), base.toString()));
    }

    @Test
    void shouldNotBlameTheCodeWhenTheWholeMachineWasSlower() throws IOException {
        final Path base = table("base.json", 800, 4000, 0);
        final Path loaded = table("loaded.json", 2400, 12_000, 0);
        assertEquals(0, run("compare", base.toString(), loaded.toString()));
    }

    @Test
    void shouldReportARegressionWhenBytesAreAllocatedThatWereNot() throws IOException {
        final Path base = table("base.json", 800, 4000, 0);
        final Path garbage = table("garbage.json", 800, 4000, 24);
        assertEquals(1, run("compare", base.toString(), garbage.toString()));
        assertTrue(text(out).contains("more than a byte"), text(out));
    }

    @Test
    void shouldNameWhatIsWrongWhenInputCannotBeRead() throws IOException {
        assertEquals(2, run("compare", folder.resolve("none.json").toString(), "x"));
        assertTrue(text(err).contains("none.json: no such file"), text(err));
        final Path broken = Files.writeString(folder.resolve("broken.json"), "{");
        assertEquals(2, run("compare", broken.toString(), broken.toString()));
        assertTrue(text(err).contains("broken.json: no JSON"), text(err));
        assertEquals(2, run("tables"));
        assertTrue(text(err).contains("accepted: table"), text(err));
        assertEquals(2, run("table", folder.resolve("x.json").toString(), "c", "quick", "1", "jmh"));
        assertTrue(text(err).contains("jmh: accepted: jmh=FILE"), text(err));
    }

    private Path table(final String name, final double own, final double jackson, final double bytes)
            throws IOException {
        final Path jmh = Files.writeString(
                folder.resolve("jmh.json"),
                "[" + benchmark("halfspread", own, bytes) + "," + benchmark("jacksonStreaming", jackson, 500) + "]");
        final Path result = folder.resolve(name);
        assertEquals(0, run("table", result.toString(), "abc", "quick", "0.1", "jmh=" + jmh, "startSeconds=1.5"));
        return result;
    }

    private static String benchmark(final String method, final double ns, final double bytes) {
        return "{\"benchmark\":\"io.halfspread.bench.decode.DecodeBenchmark." + method
                + "\",\"primaryMetric\":{\"scoreUnit\":\"ns/op\",\"rawData\":[[" + ns
                + "]]},\"secondaryMetrics\":{\"gc.alloc.rate.norm\":{\"score\":" + bytes + "}}}";
    }

    private int run(final String... arguments) {
        out.reset();
        err.reset();
        return BenchReport.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
    }

    private static String text(final ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
