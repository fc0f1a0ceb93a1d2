package io.halfspread.app.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus scrapes a live demonstration, and the board's queries find what they ask for. */
@Timeout(400)
class PrometheusTest {
    private static final Path HOME = Path.of(System.getProperty("halfspread.home"));
    private static final Path SERVER = Path.of("/usr/bin/prometheus");
    private static final Path TOOL = Path.of("/usr/bin/promtool");
    private static final Pattern PAGE = Pattern.compile("Dashboard: (http://127\\.0\\.0\\.1:\\d+/)");
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(120);
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(50);

    @TempDir
    private Path folder;

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void shouldAnswerEveryQueryOfTheBoardWhenPrometheusScrapesADemonstration() throws Exception {
        final boolean here = Files.isExecutable(SERVER) && Files.isExecutable(TOOL);
        if (!here) {
            System.out.println("skipped: no Prometheus here");
        }
        assumeTrue(here, "no Prometheus here");
        try (ChildRun demo = ChildRun.start(
                folder,
                null,
                "demo",
                "--config",
                PaperWiring.write(folder, "shared").toString(),
                "--seconds",
                "3000",
                "--dashboard",
                "--dashboard-port",
                "0")) {
            final String page = page(demo);
            final int port = freePort();
            final Process prometheus = prometheus(page, port);
            try {
                answers("http://127.0.0.1:" + port);
            } finally {
                prometheus.destroy();
                assertTrue(prometheus.waitFor(60, TimeUnit.SECONDS), "Prometheus ends");
            }

            assertEquals("", complaints(get(page + "metrics")));
        }
    }

    private static String page(final ChildRun demo) {
        final long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (System.nanoTime() < deadlineNs) {
            final Matcher served = PAGE.matcher(demo.log());
            if (served.find()) {
                return served.group(1);
            }
            LockSupport.parkNanos(LOOK_NS);
        }
        throw new AssertionError("no page in " + demo.log());
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private Process prometheus(final String page, final int port) throws IOException {
        final Path config = Files.writeString(
                folder.resolve("prometheus.yml"),
                String.join(
                        "\n",
                        "global:",
                        "  scrape_interval: 250ms",
                        "  scrape_timeout: 250ms",
                        "scrape_configs:",
                        "  - job_name: halfspread",
                        "    static_configs:",
                        "      - targets: ['" + URI.create(page).getAuthority() + "']",
                        ""));
        return new ProcessBuilder(
                        SERVER.toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("tsdb"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--log.level=error")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
    }

    private void answers(final String prometheus) throws Exception {
        final List<String> waiting = new ArrayList<>(queries());
        assertTrue(waiting.size() > 30, waiting::toString);
        final long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (!waiting.isEmpty() && System.nanoTime() < deadlineNs) {
            for (final String query : List.copyOf(waiting)) {
                if (hasData(prometheus, query)) {
                    waiting.remove(query);
                }
            }
            LockSupport.parkNanos(LOOK_NS);
        }
        assertEquals(List.of(), waiting, "queries without data");
    }

    private List<String> queries() throws IOException {
        final List<String> queries = new ArrayList<>();
        final Path board = HOME.resolve("deploy/grafana/halfspread.json");
        for (final JsonNode expr : mapper.readTree(board.toFile()).findValues("expr")) {
            queries.add(expr.asText().replace("$__rate_interval", "30s").replace("$coin", ".*"));
        }
        return queries;
    }

    private boolean hasData(final String prometheus, final String query) throws Exception {
        final JsonNode answer;
        try {
            answer = mapper.readTree(
                    get(prometheus + "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
        } catch (final IOException e) {
            return false;
        }
        assertTrue(!"bad_data".equals(answer.path("errorType").asText()), () -> query + ": " + answer);
        return answer.path("data").path("result").size() > 0;
    }

    private String get(final String url) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private String complaints(final String metrics) throws Exception {
        final Path scraped = Files.writeString(folder.resolve("metrics.txt"), metrics);
        final Process check = new ProcessBuilder(TOOL.toString(), "check", "metrics")
                .redirectInput(scraped.toFile())
                .redirectErrorStream(true)
                .start();
        final String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return check.waitFor() == 0 ? said : said + "exit " + check.exitValue();
    }
}
