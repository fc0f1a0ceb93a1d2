package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A client of the simulated venue over real sockets. */
final class TestClient implements AutoCloseable {
    private static final int PATIENCE_S = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final CompletableFuture<Void> ponged = new CompletableFuture<>();
    private final int port;
    private WebSocket socket;

    TestClient(final int port) {
        this.port = port;
    }

    HttpResponse<String> post(final String path, final String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    JsonNode info(final String body) throws Exception {
        return Json.parse(post("/info", body).body());
    }

    JsonNode exchange(final JsonNode body) throws Exception {
        return Json.parse(post("/exchange", body.toString()).body());
    }

    void connect() throws Exception {
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws"), new Listener())
                .get(PATIENCE_S, TimeUnit.SECONDS);
    }

    void send(final String text) throws Exception {
        socket.sendText(text, true).get(PATIENCE_S, TimeUnit.SECONDS);
    }

    void ping() throws Exception {
        socket.sendPing(ByteBuffer.wrap(new byte[] {1})).get(PATIENCE_S, TimeUnit.SECONDS);
        ponged.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    void subscribe(final String subscription) throws Exception {
        send("{\"method\":\"subscribe\",\"subscription\":" + subscription + "}");
    }

    /** The next frame that a test is about; others are passed over. */
    JsonNode await(final Predicate<JsonNode> wanted) throws Exception {
        while (true) {
            final JsonNode frame = frames.poll(PATIENCE_S, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no such frame came");
            }
            if (wanted.test(frame)) {
                return frame;
            }
        }
    }

    JsonNode await(final String channel) throws Exception {
        return await(frame -> frame.path("channel").asText().equals(channel)).path("data");
    }

    JsonNode awaitAny() throws Exception {
        return await(frame -> true);
    }

    /** Whether all that came was awaited. */
    boolean heardNothing() {
        return frames.isEmpty();
    }

    /** How the connection ended: the close code, or abruptly. */
    String awaitEnd() throws Exception {
        return ended.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    /** Ends the connection without a word. */
    void disconnect() {
        if (socket != null) {
            socket.abort();
        }
    }

    @Override
    public void close() {
        disconnect();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(final WebSocket from, final CharSequence data, final boolean last) {
            text.append(data);
            if (last) {
                frames.add(Json.parse(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onPong(final WebSocket from, final ByteBuffer message) {
            ponged.complete(null);
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(final WebSocket from, final int code, final String reason) {
            ended.complete("close " + code);
            return null;
        }

        @Override
        public void onError(final WebSocket from, final Throwable error) {
            ended.complete("abrupt");
        }
    }
}
