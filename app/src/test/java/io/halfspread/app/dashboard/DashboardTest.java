package io.halfspread.app.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.control.ControlFolder;
import io.halfspread.app.view.Gauges;
import io.halfspread.app.view.SessionSource;
import io.halfspread.app.view.SessionView;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.TimerEncoder;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server of the page, over real sockets. */
@Timeout(60)
final class DashboardTest {
    private static final DashboardFacts FACTS = new DashboardFacts(
            "simulated", "here", "testnet", "", "build", "captures/x", List.of("HYPE"), List.of("market data"));

    @TempDir
    private Path folder;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private Dashboard dashboard;

    @AfterEach
    void close() {
        if (dashboard != null) {
            dashboard.close();
        }
    }

    @Test
    void shouldServeThePageAndNothingElse() throws Exception {
        start(null);

        final HttpResponse<String> page = get("");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<title>Halfspread</title>"));
        final String policy =
                page.headers().firstValue("content-security-policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self'"), policy);
        assertEquals(
                "nosniff", page.headers().firstValue("x-content-type-options").orElseThrow());
        assertTrue(get("uplot.js").body().contains("uPlot"));
        for (final String path : List.of("nothing", "../config", "page/index.html", "api/mode")) {
            assertEquals(404, get(path).statusCode(), path);
        }
        assertEquals(
                405,
                http.send(
                                HttpRequest.newBuilder(URI.create(dashboard.url()))
                                        .DELETE()
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode());
    }

    @Test
    void shouldStreamEverythingAndThenWhatChanged() throws Exception {
        start(null);
        try (Socket socket = ask("GET /events HTTP/1.1", "127.0.0.1:" + port())) {
            final BufferedReader lines = reader(socket);

            final JsonNode all = event(lines, "all");
            assertEquals("simulated", all.member("facts").member("kind").text());
            assertEquals(
                    "run", all.member("sections").member("mode").member("mode").text());
            JsonNode news = event(lines, "news");
            while (news.member("events").asDouble() <= all.member("events").asDouble()) {
                news = event(lines, "news");
            }
            assertNull(news.member("facts"));
        }
    }

    @Test
    void shouldNotAnswerUnderAnotherName() throws Exception {
        start(null);
        try (Socket socket = ask("GET / HTTP/1.1", "evil.example:" + port())) {
            assertTrue(reader(socket).readLine().contains(" 421 "));
        }
    }

    @Test
    void shouldEditNothingByDefault() throws Exception {
        start(null);

        final HttpResponse<String> answer = post("api/mode", "{\"mode\":\"kill\"}", "");

        assertEquals(403, answer.statusCode());
        assertTrue(answer.body().contains("edits nothing"), answer.body());
        assertTrue(log.get(0).endsWith("/"), "no token is printed");
    }

    @Test
    void shouldSteerByFilesWhenGivenTheToken() throws Exception {
        final ControlFolder control = new ControlFolder(folder.resolve("control"));
        start(new Steering(control, folder.resolve("drops")));
        final String token = log.get(0).replaceFirst(".*#token=", "");

        assertEquals(403, post("api/mode", "{\"mode\":\"pause\"}", token + "0").statusCode());
        assertNull(control.next());
        assertEquals(
                200,
                post("api/mode", "{\"mode\":\"pause\",\"why\":\"a test\"}", token)
                        .statusCode());
        assertEquals("a test", control.next().wish().why());
        assertEquals(422, post("api/mode", "{\"mode\":\"fly\"}", token).statusCode());

        final HttpResponse<String> refused = post("api/drop", "{\"skew_adjustment_factor\": 9}", token);
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("[0, 2]"), refused.body());
        assertTrue(Files.notExists(folder.resolve("drops")), "nothing was dropped");
        final String file = "{\"skew_adjustment_factor\": 0.9}";
        final HttpResponse<String> dropped = post("api/drop", file, token);
        assertEquals(200, dropped.statusCode());
        final String name = StrictJson.parse(dropped.body().strip(), false)
                .root()
                .member("file")
                .text();
        assertEquals(file, Files.readString(folder.resolve("drops").resolve(name)));
    }

    @Test
    void shouldGoOnWithoutWhenThePortIsTaken() {
        start(null);

        final Dashboard second = Dashboard.start(port(), FACTS, new Ticks(), null, log::add);

        assertNull(second);
        assertEquals(2, log.size());
        assertTrue(log.get(1).startsWith("WARN no dashboard: port " + port() + " on 127.0.0.1"), log.get(1));
    }

    private void start(final Steering steering) {
        dashboard = Dashboard.start(0, FACTS, new Ticks(), steering, log::add);
        assertNotNull(dashboard, log::toString);
    }

    private int port() {
        return URI.create(dashboard.url()).getPort();
    }

    private HttpResponse<String> get(final String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(dashboard.url() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(final String path, final String body, final String token)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(dashboard.url() + path))
                        .header(RequestHandler.TOKEN_HEADER, token)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private Socket ask(final String line, final String host) throws IOException {
        final Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.getOutputStream().write((line + "\r\nHost: " + host + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static BufferedReader reader(final Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static JsonNode event(final BufferedReader lines, final String name) throws IOException {
        String line = lines.readLine();
        while (!line.equals("event: " + name)) {
            line = lines.readLine();
        }
        return StrictJson.parse(lines.readLine().substring("data: ".length()), false)
                .root();
    }

    /** A session in which only time passes. */
    private static final class Ticks implements SessionSource {
        private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[64]);
        private final TimerEncoder timer = new TimerEncoder();
        private long sequence;

        @Override
        public int drain(final SessionView view, final int limit) {
            timer.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                    .ingestNs(1_000_000_000L * ++sequence)
                    .venueNs(TimerEncoder.venueNsNullValue())
                    .instrument(TimerEncoder.instrumentNullValue());
            view.onInput(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + timer.encodedLength(), sequence);
            return 1;
        }

        @Override
        public Gauges gauges() {
            return new Gauges(1_000_000_000L * sequence, 8192, 0, 0, 0, 0, 0, 0, "writing", "", List.of());
        }
    }
}
