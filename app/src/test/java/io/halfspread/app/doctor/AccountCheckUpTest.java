package io.halfspread.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.halfspread.app.config.HalfspreadConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountCheckUpTest {
    private static final String KEY = "0x0123456789012345678901234567890123456789012345678901234567890123";
    private static final String AGENT = "0x14791697260e4c9a71f18484c9f997b308e59325";
    private static final String MASTER = "0x00000000000000000000000000000000000000aa";

    @TempDir
    private Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/info", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldAskNobodyWithoutKeyAndAccount() throws IOException {
        assertEquals(List.of(), run("", Map.of()));
        assertEquals(0, asked.get());
    }

    @Test
    void shouldWarnOfFilesWithSecretsThatOthersMayRead() throws IOException {
        final Path keystore = Files.writeString(folder.resolve("key.json"), "{}");
        final Path env = Files.writeString(folder.resolve(".env"), "KEYSTORE_PASSWORD=x\n");
        Files.setPosixFilePermissions(keystore, PosixFilePermissions.fromString("rw-r-----"));
        Files.setPosixFilePermissions(env, PosixFilePermissions.fromString("rw----r--"));
        final List<String> warned = run("key:\n  keystore: key.json\n", Map.of()).stream()
                .map(Finding::text)
                .toList();

        assertEquals(
                List.of(
                        env + ": others than its owner may read or write it; chmod 600 closes it",
                        keystore + ": others than its owner may read or write it; chmod 600 closes it"),
                warned);

        Files.setPosixFilePermissions(keystore, PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(env, PosixFilePermissions.fromString("r--------"));
        assertEquals(List.of(), run("key:\n  keystore: key.json\n", Map.of()));
    }

    @Test
    void shouldTellThatAnAgentsAddressIsTradedFor() throws IOException {
        final List<Finding> findings = run("", Map.of("PRIVATE_KEY", KEY));

        assertEquals(Grade.FAIL, findings.get(0).grade());
        assertEquals(
                "account " + AGENT + " is an agent of " + MASTER + ": give that address as the account",
                findings.get(0).text());
    }

    @Test
    void shouldFindAnAgentAndItsAccountInOrder() throws IOException {
        Files.writeString(folder.resolve(".env"), "PRIVATE_KEY=" + KEY + "\n");

        final List<Finding> findings = run("account: " + MASTER + "\n", Map.of());

        assertEquals(
                List.of("agent " + AGENT + " is the unnamed agent of " + MASTER, "account " + MASTER + " is funded"),
                findings.stream()
                        .filter(finding -> finding.check().equals("account"))
                        .map(Finding::text)
                        .toList());
    }

    @Test
    void shouldRefuseAKeyThatIsNoneWithoutShowingIt() throws IOException {
        final List<Finding> findings = run("", Map.of("PRIVATE_KEY", "secret"));

        assertEquals(Grade.FAIL, findings.get(0).grade());
        assertFalse(findings.get(0).text().contains("secret"));
        assertEquals(0, asked.get());
    }

    private List<Finding> run(final String account, final Map<String, String> environment) throws IOException {
        final Path file = Files.writeString(
                folder.resolve("halfspread.yaml"),
                account + "venue:\n  url: http://127.0.0.1:"
                        + server.getAddress().getPort()
                        + "\ninstruments:\n  HYPE:\n    sz_decimals: 2\n    order_size: 0.3\n    max_position: 3.0\n");
        return new AccountCheckUp(HalfspreadConfig.load(file), environment, folder, () -> 1_790_000_000_000L).run();
    }

    private void answer(final HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        final String query = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        final String answer;
        if (query.contains("userRole")) {
            answer = query.contains(AGENT)
                    ? "{\"role\":\"agent\",\"data\":{\"user\":\"" + MASTER + "\"}}"
                    : "{\"role\":\"user\"}";
        } else if (query.contains("extraAgents")) {
            answer = "[]";
        } else {
            answer = "{\"marginSummary\":{\"accountValue\":\"" + (query.contains(MASTER) ? "10.0" : "0.0")
                    + "\"},\"assetPositions\":[],\"time\":1}";
        }
        final byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
