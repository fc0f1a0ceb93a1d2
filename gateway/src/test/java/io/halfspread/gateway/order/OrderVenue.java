package io.halfspread.gateway.order;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.gateway.net.VenueClient;
import io.halfspread.gateway.net.VenueServer;
import io.halfspread.gateway.net.WebSocketAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * A venue for orders on loopback: one WebSocket for posts, one HTTP port for what is asked and posted beside it, one
 * bookkeeper behind both. What happens to each post is a {@link Fate}.
 */
final class OrderVenue implements AutoCloseable {
    /** What happens to a post. */
    enum Fate {
        /** Executed and answered. */
        ANSWER,
        /** Executed at once, answered 150 ms later unless told otherwise. */
        ANSWER_LATE,
        /** Executed, never answered. */
        SWALLOW_ANSWER,
        /** Neither executed nor answered. */
        SWALLOW_POST,
        /** Executed 60 ms later, never answered. */
        EXECUTE_LATE,
        /** Executed, and then the socket is reset before the answer. */
        RESET_AFTER,
        /** The socket is reset before anything is executed. */
        RESET_BEFORE,
        /** Answered by the edge: gateway timeout, though executed. */
        EDGE_ERROR,
        /** Answered by the edge: too many requests, not executed. */
        TOO_MANY,
        /** The venue's error channel refuses it. */
        ERROR_CHANNEL,
        /** Answered with one error for the whole batch, not executed. */
        ONE_ERROR,
        /** Executed, but only the first status is told. */
        FIRST_STATUS_ONLY
    }

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    final OrderBookkeeper keeper = new OrderBookkeeper();
    final List<String> posts = new CopyOnWriteArrayList<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final VenueServer sockets = new VenueServer(this::onPost);
    private final ExecutorService httpThreads = Executors.newFixedThreadPool(2, task -> {
        final Thread thread = new Thread(task, "venue-http");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer http;
    private final Queue<Fate> fates = new ArrayDeque<>();
    private volatile Supplier<Fate> otherwise = () -> Fate.ANSWER;
    private volatile int httpFailures;
    private volatile int lateMs = 150;
    private volatile CountDownLatch infoHeld = new CountDownLatch(0);

    OrderVenue() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/info", exchange -> {
            await(infoHeld);
            answer(exchange, keeper::info);
        });
        http.createContext("/exchange", exchange -> answer(exchange, keeper::execute));
        http.setExecutor(httpThreads);
        http.start();
    }

    WebSocketAddress address() {
        return sockets.address();
    }

    String httpUrl() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** Decides the next posts, one after the other. */
    void next(final Fate... coming) {
        synchronized (fates) {
            fates.addAll(List.of(coming));
        }
    }

    /** Decides the posts for which nothing else was said; called on the venue's thread. */
    void otherwise(final Supplier<Fate> fate) {
        otherwise = fate;
    }

    /** Answers the next HTTP requests with 503. */
    void failHttp(final int requests) {
        httpFailures = requests;
    }

    /** How late late answers are from now on. */
    void answerLateAfter(final int ms) {
        lateMs = ms;
    }

    /** Answers no query until the latch is down. */
    void holdInfo(final CountDownLatch until) {
        infoHeld = until;
    }

    private static void await(final CountDownLatch latch) {
        try {
            latch.await();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    List<VenueClient> clients() {
        return sockets.clients();
    }

    private void onPost(final VenueClient client, final String text) {
        posts.add(text);
        final JsonNode post = parse(text);
        final String id = post.member("id").text();
        final JsonNode envelope = post.member("request").member("payload");
        Fate fate;
        synchronized (fates) {
            fate = fates.poll();
        }
        fate = fate == null ? otherwise.get() : fate;
        switch (fate) {
            case ANSWER -> client.sendOther(reply(id, keeper.execute(envelope)));
            case ANSWER_LATE -> {
                final String reply = reply(id, keeper.execute(envelope));
                client.after(lateMs, () -> client.sendOther(reply));
            }
            case SWALLOW_ANSWER -> keeper.execute(envelope);
            case SWALLOW_POST -> {}
            case EXECUTE_LATE -> client.after(60, () -> keeper.execute(envelope));
            case RESET_AFTER -> {
                keeper.execute(envelope);
                client.reset();
            }
            case RESET_BEFORE -> client.reset();
            case EDGE_ERROR -> {
                keeper.execute(envelope);
                client.sendOther(error(id, "504 Gateway Timeout"));
            }
            case TOO_MANY -> client.sendOther(error(id, "429 Too Many Requests: slow down"));
            case ERROR_CHANNEL ->
                client.sendOther("{\"channel\":\"error\",\"data\":\"too many pending post requests id=" + id + "\"}");
            case ONE_ERROR ->
                client.sendOther(reply(
                        id,
                        "{\"status\":\"ok\",\"response\":{\"type\":\"order\",\"data\":{\"statuses\":[{\"error\":"
                                + "\"Price must be divisible by tick size.\"}]}}}"));
            case FIRST_STATUS_ONLY ->
                client.sendOther(reply(
                        id, keeper.execute(envelope).replaceFirst("(\"statuses\":\\[\\{[^}]*\\}\\}).*", "$1]}}}")));
            default -> throw new IllegalStateException(fate.name());
        }
    }

    private void answer(final HttpExchange exchange, final java.util.function.Function<JsonNode, String> source)
            throws IOException {
        final String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestURI() + " " + body);
        final boolean fails;
        synchronized (fates) {
            fails = httpFailures > 0;
            httpFailures -= fails ? 1 : 0;
        }
        final byte[] reply = (fails ? "down" : source.apply(parse(body))).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(fails ? 503 : 200, reply.length);
        exchange.getResponseBody().write(reply);
        exchange.close();
    }

    private static String reply(final String id, final String payload) {
        return "{\"channel\":\"post\",\"data\":{\"id\":" + id + ",\"response\":{\"type\":\"action\",\"payload\":"
                + payload + "}}}";
    }

    private static String error(final String id, final String text) {
        return "{\"channel\":\"post\",\"data\":{\"id\":" + id + ",\"response\":{\"type\":\"error\",\"payload\":\""
                + text + "\"}}}";
    }

    private static JsonNode parse(final String text) {
        return StrictJson.parse(text, false).root();
    }

    @Override
    public void close() {
        sockets.close();
        http.stop(0);
        httpThreads.shutdownNow();
    }
}
