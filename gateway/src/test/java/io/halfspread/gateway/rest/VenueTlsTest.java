package io.halfspread.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Requests over HTTPS go to whom the certificate names, or nowhere. */
@Timeout(30)
class VenueTlsTest {
    private static final char[] SECRET = "secret".toCharArray();
    private static final RestTimings TIMINGS =
            new RestTimings(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10));

    private final AtomicInteger requests = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    void shouldSendNothingToWhoCannotProveToBeTheVenue() throws Exception {
        final KeyStore here = selfSigned("127.0.0.1");
        final KeyStore elsewhere = selfSigned("127.0.0.9");

        assertEquals("{\"type\":\"meta\"}", answer(here, trusting(here)));
        assertEquals(1, requests.get());

        final VenueQueryException stranger = refusal(here, null);
        assertTrue(
                stranger.getMessage().endsWith(": TLS: the certificate is not signed by an authority this JVM trusts"),
                stranger::getMessage);
        final VenueQueryException misplaced = refusal(elsewhere, trusting(elsewhere));
        assertTrue(
                misplaced.getMessage().contains(": TLS: the certificate is not for this host: "),
                misplaced::getMessage);
        assertEquals(VenueQueryException.Fault.UNREACHABLE, misplaced.fault());
        assertEquals(1, requests.get());
    }

    private VenueQueryException refusal(final KeyStore server, final SSLContext client) {
        final VenueQueryException refusal = assertThrows(VenueQueryException.class, () -> answer(server, client));
        assertEquals(VenueQueryException.Fault.UNREACHABLE, refusal.fault(), refusal::getMessage);
        return refusal;
    }

    /** What a server with a key answers to a client with a trust: the request. */
    private String answer(final KeyStore keys, final SSLContext trust) throws Exception {
        final HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        try {
            server.setHttpsConfigurator(new HttpsConfigurator(serving(keys)));
            server.createContext("/info", exchange -> {
                requests.incrementAndGet();
                final byte[] body = exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            final String url = "https://127.0.0.1:" + server.getAddress().getPort();
            final byte[] body = "{\"type\":\"meta\"}".getBytes(StandardCharsets.UTF_8);
            return new String(
                    new VenueHttp(url, TIMINGS, trust)
                            .post("/info", "meta", body)
                            .body(),
                    StandardCharsets.UTF_8);
        } finally {
            server.stop(0);
        }
    }

    private static SSLContext serving(final KeyStore keys) throws Exception {
        final KeyManagerFactory manager = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        manager.init(keys, SECRET);
        final SSLContext context = SSLContext.getInstance("TLS");
        context.init(manager.getKeyManagers(), null, null);
        return context;
    }

    private static SSLContext trusting(final KeyStore keys) throws Exception {
        final TrustManagerFactory manager = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        manager.init(keys);
        final SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, manager.getTrustManagers(), null);
        return context;
    }

    private KeyStore selfSigned(final String address) throws Exception {
        final Path file = folder.resolve(address + ".p12");
        final Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "venue",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=venue",
                        "-ext",
                        "san=ip:" + address,
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(SECRET))
                .redirectErrorStream(true)
                .start();
        final String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, keytool.waitFor(), said);
        final KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, SECRET);
        }
        return keys;
    }
}
