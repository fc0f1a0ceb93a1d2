package io.halfspread.app.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.action.Signature;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.gateway.session.VenueNetwork;
import io.halfspread.gateway.sign.SigningKey;
import io.halfspread.gateway.sign.UserActionSigner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The dead man's switch with everything in a process of its own: venue, session, watchdog. */
@Timeout(120)
class WatchdogProcessTest {
    private static final String KEY = "0x1234567890123456789012345678901234567890123456789012345678901234";
    private static final String AGENT_KEY = "0x2234567890123456789012345678901234567890123456789012345678901234";
    private static final String ACCOUNT = "0x2e988a386a799f506693793c6a5af6b54dfaabfb";
    private static final String SILENCE_S = "2";
    private static final double HORIZON_S = 4;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void shouldCancelEverythingWhenTheSessionIsKilled() throws Exception {
        try (ChildRun venue = venue()) {
            final String url = url(venue);
            try (ChildRun run = session(url);
                    ChildRun watchdog = watchdog(url, run)) {
                untilOpen(url);

                final long killedNs = System.nanoTime();
                run.signal("KILL");
                while (openOrders(url) > 0) {
                    Thread.onSpinWait();
                }
                final double seconds = (System.nanoTime() - killedNs) / 1e9;

                assertTrue(seconds < HORIZON_S, () -> "orders stood for " + seconds + " s; " + watchdog.log());
                final JsonNode result = json(watchdog.line());
                assertEquals(1, watchdog.exitCode(), watchdog::log);
                assertTrue(result.member("cancelled").asDouble() >= 1, watchdog::log);
                assertEquals(ACCOUNT, result.member("account").text());
                assertEquals(0, openOrders(url));
            }
        }
    }

    @Test
    void shouldCancelEverythingWhenTheSessionHangsAndWatchOnWhenItIsBack() throws Exception {
        try (ChildRun venue = venue()) {
            final String url = url(venue);
            try (ChildRun run = session(url);
                    ChildRun watchdog = watchdog(url, run)) {
                untilOpen(url);

                final long stoppedNs = System.nanoTime();
                run.signal("STOP");
                while (openOrders(url) > 0) {
                    Thread.onSpinWait();
                }
                final double seconds = (System.nanoTime() - stoppedNs) / 1e9;
                run.signal("CONT");

                assertTrue(seconds < HORIZON_S, () -> "orders stood for " + seconds + " s; " + watchdog.log());
                while (!watchdog.log().contains("the session is back")) {
                    Thread.onSpinWait();
                }
                run.signal("TERM");
                assertEquals(0, run.exitCode(), run::log);
                assertEquals("true", json(watchdog.line()).member("ok").text());
                assertEquals(0, watchdog.exitCode(), watchdog::log);
            }
        }
    }

    private ChildRun venue() throws IOException {
        return ChildRun.start(folder, null, "sim", "--port", "0", "--account", ACCOUNT + "=10000");
    }

    private static String url(final ChildRun venue) throws IOException {
        return "http://" + venue.line().substring("ready ".length());
    }

    private ChildRun session(final String url) throws Exception {
        approve(url);
        PaperWiring.write(folder, "shared");
        final ChildRun run = ChildRun.start(
                folder, KEY, "run", "--mode", "live", "--config", wiring(), "--venue-url", url, "--network", "testnet");
        assertEquals("quoting", run.line(), run::log);
        return run;
    }

    private ChildRun watchdog(final String url, final ChildRun run) throws Exception {
        final ChildRun watchdog = ChildRun.start(
                folder,
                AGENT_KEY,
                "watchdog",
                "--silence",
                SILENCE_S,
                "--account",
                ACCOUNT,
                "--config",
                wiring(),
                "--venue-url",
                url,
                "--network",
                "testnet",
                "--json");
        final String line = watchdog.line();
        assertTrue(String.valueOf(line).startsWith("watching "), () -> watchdog.log() + run.log());
        return watchdog;
    }

    /** Lets the watchdog's key act for the account. */
    private void approve(final String url) throws Exception {
        final long nonce = System.currentTimeMillis();
        final Signature signature = new Signature();
        final String action;
        try (SigningKey key = key(KEY);
                SigningKey agent = key(AGENT_KEY)) {
            action = new UserActionSigner(key, VenueNetwork.TESTNET)
                    .approveAgent(agent.addressText(), "watchdog", nonce, signature);
        }
        final String answer = post(
                url + "/exchange",
                "{\"action\":" + action + ",\"nonce\":" + nonce + ",\"signature\":{\"r\":\"" + signature.rHex()
                        + "\",\"s\":\"" + signature.sHex() + "\",\"v\":" + signature.v() + "}}");
        assertTrue(answer.contains("\"ok\""), answer);
    }

    private static SigningKey key(final String hex) {
        return SigningKey.of(HexFormat.of().parseHex(hex.substring(2)));
    }

    private void untilOpen(final String url) throws Exception {
        while (openOrders(url) == 0) {
            Thread.onSpinWait();
        }
    }

    private int openOrders(final String url) throws Exception {
        return StrictJson.parse(post(url + "/info", "{\"type\":\"openOrders\",\"user\":\"" + ACCOUNT + "\"}"), false)
                .root()
                .elements()
                .size();
    }

    private String post(final String url, final String body) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private String wiring() {
        return folder.resolve("wiring.yaml").toString();
    }

    private static JsonNode json(final String line) {
        return StrictJson.parse(line.strip(), false).root();
    }
}
