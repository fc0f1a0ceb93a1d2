package io.halfspread.gateway.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A venue's HTTP side on loopback: answers by query type as tests say, one request at a time. */
public final class InfoServer implements AutoCloseable {
    /** Type under which actions are answered. */
    public static final String EXCHANGE = "exchange";

    private final HttpServer server;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Map<String, Function<JsonNode, Reply>> answers = new ConcurrentHashMap<>();
    private final List<String> received = new CopyOnWriteArrayList<>();

    /** An answer; a status of 0 hangs up without one. */
    public record Reply(int status, String body) {}

    /** Serves until closed; what has no answer is refused with 422. */
    public InfoServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(thread);
        server.createContext("/info", exchange -> answer(exchange, false));
        server.createContext("/exchange", exchange -> answer(exchange, true));
        server.start();
    }

    /** Answers a query type with 200. */
    public InfoServer on(final String type, final String body) {
        return on(type, query -> new Reply(200, body));
    }

    /** Answers a query type. */
    public InfoServer on(final String type, final Function<JsonNode, Reply> answer) {
        answers.put(type, answer);
        return this;
    }

    /** Base address. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A client of it without limits. */
    public VenueHttp http() {
        return new VenueHttp(url(), RestTimings.ofVenue());
    }

    /** Queries to it without limits. */
    public InfoClient info() {
        return new InfoClient(http(), WeightBudget.unlimited());
    }

    /** Bodies received, in order. */
    public List<String> received() {
        return received;
    }

    /** Bodies received of a type. */
    public long count(final String type) {
        return received.stream()
                .filter(body -> body.contains("\"type\":\"" + type + "\""))
                .count();
    }

    private void answer(final HttpExchange exchange, final boolean action) throws IOException {
        try (exchange) {
            final byte[] body = exchange.getRequestBody().readAllBytes();
            received.add(new String(body, StandardCharsets.UTF_8));
            final JsonNode query = StrictJson.parse(body, false).root();
            final String type = action ? EXCHANGE : query.member("type").text();
            final Reply reply = answers.getOrDefault(
                            type, any -> new Reply(422, "Failed to deserialize the JSON body into the target type"))
                    .apply(query);
            if (reply.status() == 0) {
                return;
            }
            final byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        thread.shutdownNow();
    }
}
