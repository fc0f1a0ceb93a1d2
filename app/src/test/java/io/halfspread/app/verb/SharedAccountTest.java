package io.halfspread.app.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.action.Signature;
import io.halfspread.gateway.session.VenueNetwork;
import io.halfspread.gateway.sign.SigningKey;
import io.halfspread.gateway.sign.UserActionSigner;
import io.halfspread.sim.server.SimVenue;
import io.halfspread.sim.server.VenueConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes, two agent keys, one account; and files that become unreadable while one of them runs. */
@Timeout(120)
class SharedAccountTest {
    private static final String KEY = "0x1234567890123456789012345678901234567890123456789012345678901234";
    private static final String FIRST_AGENT = "0x" + "11".repeat(32);
    private static final String SECOND_AGENT = "0x" + "22".repeat(32);
    private static final String ACCOUNT = "0x2e988a386a799f506693793c6a5af6b54dfaabfb";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void shouldRefuseASecondAgentOfTheAccountAndOutliveUnreadableFiles() throws Exception {
        final VenueConfig config =
                VenueConfig.builder().account(ACCOUNT, 10_000_00000000L).build();
        final Path wiring = PaperWiring.write(folder, "shared");
        final Path other = Files.writeString(
                folder.resolve("other.yaml"),
                Files.readString(wiring)
                        .replace(folder.resolve("control").toString(), folder.resolve("control2") + ""));
        try (SimVenue venue = SimVenue.start(config)) {
            final String url = "http://127.0.0.1:" + venue.port();
            approve(url, FIRST_AGENT, "one");
            approve(url, SECOND_AGENT, "two");
            try (ChildRun first = run(FIRST_AGENT, wiring, url)) {
                assertEquals("quoting", first.line(), first::log);

                try (ChildRun second = run(SECOND_AGENT, other, url)) {
                    assertEquals(3, second.exitCode(), second::log);
                    final String log = second.log().trim();
                    assertTrue(
                            log.substring(log.lastIndexOf('\n') + 1)
                                    .contains("account " + ACCOUNT + " at " + url + " is in use by process "
                                            + first.pid()),
                            log);
                }

                Files.writeString(wiring, "asset: [\u0000");
                final Path params = folder.resolve("tuning_params.json");
                Files.write(params, new byte[] {(byte) 0xC3, 0x28, '{'});
                while (!first.log().contains("Rejected tuning parameters from tuning_params.json")) {
                    Thread.onSpinWait();
                }
                Files.delete(params);
                Files.createDirectory(params);
                first.signal("TERM");
                final String summary = first.line();
                assertEquals(0, first.exitCode(), first::log);
                assertTrue(summary.contains("\"verified\":true"), first::log);
            }
        }
    }

    private ChildRun run(final String key, final Path wiring, final String url) throws IOException {
        return ChildRun.start(
                folder,
                key,
                "run",
                "--mode",
                "live",
                "--account",
                ACCOUNT,
                "--config",
                wiring.toString(),
                "--venue-url",
                url,
                "--network",
                "testnet",
                "--json");
    }

    private void approve(final String url, final String agentKey, final String name) throws Exception {
        final long nonce = System.currentTimeMillis();
        final Signature signature = new Signature();
        final String action;
        try (SigningKey key = key(KEY);
                SigningKey agent = key(agentKey)) {
            action = new UserActionSigner(key, VenueNetwork.TESTNET)
                    .approveAgent(agent.addressText(), name, nonce, signature);
        }
        final String body = "{\"action\":" + action + ",\"nonce\":" + nonce + ",\"signature\":{\"r\":\""
                + signature.rHex() + "\",\"s\":\"" + signature.sHex() + "\",\"v\":" + signature.v() + "}}";
        final String answer = client.send(
                        HttpRequest.newBuilder(URI.create(url + "/exchange"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        assertTrue(answer.contains("\"ok\""), answer);
    }

    private static SigningKey key(final String hex) {
        return SigningKey.of(HexFormat.of().parseHex(hex.substring(2)));
    }
}
