package io.halfspread.gateway.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.channel.epoll.Epoll;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class NettyNetworkTest {
    private static final int LIMIT = 1 << 16;
    private static final String SUBSCRIBE =
            "{\"method\":\"subscribe\",\"subscription\":{\"type\":\"bbo\",\"coin\":\"X\"}}";
    private static final String ACK =
            "{\"channel\":\"subscriptionResponse\",\"data\":{\"method\":\"subscribe\",\"subscription\":"
                    + "{\"type\":\"bbo\",\"coin\":\"X\"}}}";

    private final Heard heard = new Heard();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldTalkOverEitherTransport(final boolean nativeIo) {
        assumeTrue(!nativeIo || Epoll.isAvailable(), "no epoll here");
        try (VenueServer server = new VenueServer(client -> client.send("hello"));
                NettyNetwork network = new NettyNetwork(server.address(), LIMIT, null, nativeIo)) {
            final WebSocketConnection connection = network.dial(heard);
            until(network, () -> heard.open);
            connection.send(SUBSCRIBE);
            until(network, () -> heard.texts.size() == 2);

            assertEquals(List.of(ACK, "hello"), heard.texts);
            assertEquals(nativeIo ? "epoll" : "nio", network.transport());
            connection.close(CloseCode.NORMAL, "enough");
            assertEquals(List.of(), heard.closes);
            until(network, () -> !heard.closes.isEmpty());
            assertEquals(List.of("1000 enough"), heard.closes);
        }
    }

    @Test
    void shouldSpeakTlsWithWhomItTrustsOnly(@TempDir final Path folder) throws Exception {
        final KeyStore keys = selfSigned(folder.resolve("keys.p12"), "127.0.0.1");
        try (VenueServer venue = new VenueServer(c -> c.send("hello"), serving(keys));
                NettyNetwork network = new NettyNetwork(venue.address(), LIMIT, trusting(keys), false);
                NettyNetwork stranger = new NettyNetwork(venue.address(), LIMIT)) {
            final WebSocketConnection connection = network.dial(heard);
            until(network, () -> heard.open);
            connection.send(SUBSCRIBE);
            until(network, () -> heard.texts.size() == 2);
            final Heard refused = new Heard();
            stranger.dial(refused);
            until(stranger, () -> !refused.closes.isEmpty());

            assertEquals(List.of(ACK, "hello"), heard.texts);
            assertEquals(
                    List.of("1006 TLS: the certificate is not signed by an authority this JVM trusts"), refused.closes);
            assertEquals(false, refused.open);
        }
    }

    @Test
    void shouldRefuseATrustedCertificateOfAnotherHost(@TempDir final Path folder) throws Exception {
        final KeyStore keys = selfSigned(folder.resolve("keys.p12"), "127.0.0.9");
        try (VenueServer venue = new VenueServer(c -> c.send("hello"), serving(keys));
                NettyNetwork network = new NettyNetwork(venue.address(), LIMIT, trusting(keys), false)) {
            network.dial(heard);
            until(network, () -> !heard.closes.isEmpty());

            assertEquals(false, heard.open);
            assertEquals(1, heard.closes.size());
            assertTrue(
                    heard.closes.get(0).startsWith("1006 TLS: the certificate is not for this host: "),
                    heard.closes::toString);
        }
    }

    @Test
    void shouldTellWhyThereIsNoConnection() throws Exception {
        final int freePort;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            freePort = probe.getLocalPort();
        }
        assertTrue(closeOf("http://127.0.0.1:" + freePort).matches("1006 .*refused.*"));
        assertEquals("1006 no address found for no-such-host.invalid", closeOf("http://no-such-host.invalid:1"));
        try (ServerSocket answering = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            final Thread answer = new Thread(() -> refuse(answering));
            answer.start();
            assertEquals("1006 HTTP 429 Too Many Requests", closeOf("http://127.0.0.1:" + answering.getLocalPort()));
            answer.join();
        }
    }

    @Test
    void shouldTakeFramesThatComeWithTheUpgradeItself() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                NettyNetwork network = new NettyNetwork(
                        WebSocketAddress.beside("http://127.0.0.1:" + server.getLocalPort(), "/ws"), LIMIT)) {
            final Thread answer = new Thread(() -> upgradeAndSpeak(server));
            answer.start();
            network.dial(heard);
            until(network, () -> !heard.closes.isEmpty());
            answer.join();

            assertEquals(List.of("one", "two"), heard.texts);
            assertTrue(heard.closes.get(0).startsWith("1006"), heard.closes::toString);
        }
    }

    @Test
    void shouldForgetAConnectionClosedBeforeItWasMade() {
        try (VenueServer server = new VenueServer(client -> {});
                NettyNetwork network = new NettyNetwork(server.address(), LIMIT)) {
            network.dial(heard).close(CloseCode.NORMAL, "changed my mind");
            until(network, () -> !heard.closes.isEmpty());
            for (int i = 0; i < 100; i++) {
                network.step();
            }

            assertEquals(List.of("1000 changed my mind"), heard.closes);
            assertEquals(false, heard.open);
        }
    }

    @Test
    void shouldReadAddressesStrictly() {
        assertEquals(
                "ws://127.0.0.1:3001/ws",
                WebSocketAddress.beside("http://127.0.0.1:3001", "/ws").uri().toString());
        assertEquals(
                "wss://api.hyperliquid.xyz:443/ws",
                WebSocketAddress.beside("https://api.hyperliquid.xyz/", "/ws")
                        .uri()
                        .toString());
        assertEquals(
                "ws://[::1]:80/ws",
                WebSocketAddress.beside("http://[::1]", "/ws").uri().toString());
        for (final String bad : List.of(
                "127.0.0.1:3001",
                "ftp://x",
                "http://",
                "http://x/y",
                "http://u@x",
                "http://x?y",
                "http://x:99999",
                "h t")) {
            final IllegalArgumentException e =
                    assertThrows(IllegalArgumentException.class, () -> WebSocketAddress.beside(bad, "/ws"), bad);
            assertTrue(e.getMessage().contains("accepted: http://HOST"));
        }
    }

    private static String closeOf(final String url) {
        final Heard heard = new Heard();
        try (NettyNetwork network = new NettyNetwork(WebSocketAddress.beside(url, "/ws"), LIMIT)) {
            network.dial(heard);
            until(network, () -> !heard.closes.isEmpty());
        }
        return heard.closes.get(0);
    }

    private static void upgradeAndSpeak(final ServerSocket server) {
        try (Socket socket = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            String key = "";
            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                assertFalse(line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-extensions"), line);
                if (line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")) {
                    key = line.substring(line.indexOf(':') + 1).strip();
                }
            }
            final byte[] accept = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream()
                    .write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Accept: "
                                    + Base64.getEncoder().encodeToString(accept)
                                    + "\r\n\r\n\u0081\u0003one\u0081\u0003two")
                            .getBytes(StandardCharsets.ISO_8859_1));
        } catch (final IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refuse(final ServerSocket answering) {
        try (Socket socket = answering.accept();
                InputStream in = socket.getInputStream()) {
            for (int last4 = 0; last4 != 0x0D0A0D0A; last4 = last4 << 8 | in.read()) {
                Thread.onSpinWait();
            }
            socket.getOutputStream()
                    .write("HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SslContext serving(final KeyStore keys) throws Exception {
        final KeyManagerFactory server = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        server.init(keys, "secret".toCharArray());
        return SslContextBuilder.forServer(server).build();
    }

    private static SslContext trusting(final KeyStore keys) throws Exception {
        final TrustManagerFactory client = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        client.init(keys);
        return NettyNetwork.clientTls().trustManager(client).build();
    }

    private static KeyStore selfSigned(final Path file, final String address) throws Exception {
        final Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "venue",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=ip:" + address,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "secret",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertTrue(keytool.waitFor(20, TimeUnit.SECONDS));
        final KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, "secret".toCharArray());
        }
        return keys;
    }

    private static void until(final NettyNetwork network, final BooleanSupplier holds) {
        final long endNs = System.nanoTime() + 60_000_000_000L;
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < endNs, "did not happen");
            network.step();
            Thread.yield();
        }
    }

    private static final class Heard implements WebSocketListener {
        private final List<String> texts = new ArrayList<>();
        private final List<String> closes = new ArrayList<>();
        private boolean open;

        @Override
        public void onOpen() {
            open = true;
        }

        @Override
        public boolean onText(final DirectBuffer buffer, final int offset, final int length) {
            texts.add(buffer.getStringWithoutLengthAscii(offset, length));
            return true;
        }

        @Override
        public void onClosed(final int code, final String reason) {
            closes.add(code + " " + reason);
        }
    }
}
