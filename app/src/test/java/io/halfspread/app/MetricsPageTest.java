package io.halfspread.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.halfspread.app.metrics.MetricsDocument;
import io.halfspread.app.metrics.MetricsPage;
import io.halfspread.app.metrics.SessionLabels;
import io.halfspread.app.view.Gauges;
import io.halfspread.app.view.HopHistogram;
import io.halfspread.app.view.SessionView;
import io.halfspread.engine.capture.CaptureReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scrape returns, of a replayed session. */
final class MetricsPageTest {
    private static final Path HOME = Path.of(System.getProperty("halfspread.home", "."));
    private static final Pattern FAMILY = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+)(\\{[^}]*})? (\\S+)$");
    private static final Pattern NAME = Pattern.compile("\\b(?:halfspread|jvm|process)_[a-z_0-9]+");
    private static final List<String> ODD_UNITS =
            List.of("_ms", "_ns", "_us", "_millis", "_bps", "_percent", "_hours", "_minutes", "_mib", "_kb");

    @TempDir
    private static Path folder;

    private static Cli.Ran ran;
    private static String text;

    @BeforeAll
    static void scrape() {
        final Path capture = folder.resolve("capture");
        ran = Cli.run(
                "replay",
                HOME.resolve("config/sessions/hype-synthetic.gz"),
                "--asset",
                "HYPE",
                "--config",
                HOME.resolve("config/halfspread.yaml"),
                "--json",
                "--out",
                capture);
        assertEquals(0, ran.exitCode(), ran.err());
        final SessionView view = new SessionView();
        try (CaptureReader reader = CaptureReader.open(capture)) {
            while (reader.next()) {
                if (reader.isInput()) {
                    view.onInput(reader.buffer(), reader.offset(), reader.length(), reader.sequence());
                } else {
                    view.onOutput(reader.buffer(), reader.offset());
                }
            }
        }
        final HopHistogram hop = new HopHistogram();
        for (final long ns : new long[] {900, 1_500, 3_000_000, 20_000_000_000L}) {
            hop.record(ns);
        }
        final Gauges gauges = new Gauges(
                view.notes().lastNs() + 2_000_000_000L,
                8192,
                1024,
                7,
                8,
                3,
                4_000_000,
                5,
                "writing",
                "",
                List.of(new Gauges.Hop("a hop", "a_hop", hop)));
        final SessionLabels labels =
                new SessionLabels("simulated", "a \"venue\"", "testnet", "1.0", List.of("market data"));
        text = new String(new MetricsPage(labels, view).at(gauges), StandardCharsets.UTF_8);
    }

    @Test
    void shouldTellTheFiguresOfTheSession() {
        assertEquals(Double.parseDouble(ran.text("fills")), sum("halfspread_fills_total"));
        assertEquals(2 * value("halfspread_decisions_total{coin=\"HYPE\"}"), sum("halfspread_decision_reasons_total"));
        assertEquals(Double.parseDouble(ran.text("pnl")), sum("halfspread_pnl_usd"), 1e-6, "the parts are the whole");
        assertEquals(Double.parseDouble(ran.text("position")), value("halfspread_position{coin=\"HYPE\"}"), 1e-12);
        assertEquals(0.125, value("halfspread_ring_occupancy_ratio"));
        assertEquals(7, value("halfspread_capture_lag_messages{ring=\"input\"}"));
        assertEquals(1, value("halfspread_hash_confirmed"));
        assertEquals(1, sum("halfspread_trading_mode"));
        assertTrue(text.contains("halfspread_tuning_params_info{sha256=\""), "the hash of the file in force");
    }

    @Test
    void shouldCountEachTimeInItsBucket() {
        final String bucket = "halfspread_latency_seconds_bucket{hop=\"a_hop\",le=\"";

        assertEquals(1, value(bucket + "1.0E-6\"}"));
        assertEquals(2, value(bucket + "2.5E-6\"}"));
        assertEquals(2, value(bucket + "0.0025\"}"));
        assertEquals(3, value(bucket + "0.005\"}"));
        assertEquals(3, value(bucket + "10.0\"}"));
        assertEquals(4, value(bucket + "+Inf\"}"));
        assertEquals(20.0030024, value("halfspread_latency_seconds_sum{hop=\"a_hop\"}"), 1e-9);
    }

    @Test
    void shouldFollowTheConventionsOfPrometheus() {
        final Map<String, String> families = families();

        assertTrue(families.size() > 60, families::toString);
        families.forEach((name, kind) -> {
            assertTrue(NAME.matcher(name).matches(), name);
            assertEquals(kind.equals("counter"), name.endsWith("_total"), name);
            assertTrue(text.contains("# HELP " + name + " "), name);
            ODD_UNITS.forEach(unit -> assertTrue(!(name + "_").contains(unit + "_"), name));
        });
    }

    @Test
    void shouldListInTheGuideWhatIsScraped() {
        final Set<String> listed = names(MetricsDocument.table());

        assertEquals(Set.of(), without(families().keySet(), listed), "not in the guide");
    }

    @Test
    void shouldAskOnTheBoardForWhatExists() throws IOException {
        final Set<String> listed = names(MetricsDocument.table());
        listed.add("halfspread_latency_seconds_bucket");
        listed.add("jvm_gc_collection_seconds_sum");
        final JsonNode board = new ObjectMapper()
                .readTree(HOME.resolve("deploy/grafana/halfspread.json").toFile());
        final Set<String> asked = board.findValues("expr").stream()
                .flatMap(expr -> names(expr.asText()).stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertTrue(asked.size() > 40, asked::toString);
        assertEquals(Set.of(), without(asked, listed), "asked for and not there");
    }

    private static Map<String, String> families() {
        final Map<String, String> families = new TreeMap<>();
        final Matcher family = FAMILY.matcher(text);
        while (family.find()) {
            families.put(family.group(1), family.group(2));
        }
        return families;
    }

    private static Set<String> without(final Set<String> all, final Set<String> known) {
        final Set<String> left = new TreeSet<>(all);
        left.removeAll(known);
        return left;
    }

    private static Set<String> names(final String from) {
        return NAME.matcher(from).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static double value(final String series) {
        final int at = text.indexOf("\n" + series + " ");
        assertTrue(at >= 0, () -> series + " in " + text);
        final int from = at + series.length() + 2;
        return Double.parseDouble(text.substring(from, text.indexOf('\n', from)));
    }

    private static double sum(final String name) {
        return SAMPLE.matcher(text)
                .results()
                .filter(sample -> sample.group(1).equals(name))
                .mapToDouble(sample -> Double.parseDouble(sample.group(3)))
                .sum();
    }
}
