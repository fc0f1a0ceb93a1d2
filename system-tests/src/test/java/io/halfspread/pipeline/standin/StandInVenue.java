package io.halfspread.pipeline.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The least that a maker may take for granted: {@code meta}, {@code clearinghouseState}, {@code openOrders}, actions over HTTP
 * and the socket, bbo, trades, l2Book, orderUpdates, userFills. Everything else is refused, or not answered at all. Replies are
 * late and overtake each other, sockets end at random. One coin, HYPE; signatures are not looked at.
 */
public final class StandInVenue implements AutoCloseable {
    private static final int LATEST_REPLY_MS = 250;
    private static final int MARKET_MS = 100;

    private final ServerSocket listening;
    private final ScheduledThreadPoolExecutor later = new ScheduledThreadPoolExecutor(1);
    private final List<StandInSocket> sockets = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> refused = new HashMap<>();
    private final StandInOrders orders;
    private final Random random;
    private int ticks;
    private int hangUps;
    private int hangUpsLeft;

    /**
     * Starts to serve.
     *
     * @param seed of delays, hang-ups and prices
     * @throws IOException when there is no port
     */
    public StandInVenue(final long seed) throws IOException {
        random = new Random(seed);
        orders = new StandInOrders(
                update -> publish("orderUpdates", "[" + update + "]"),
                fill -> publish("userFills", "{\"user\":\"0x\",\"fills\":[" + fill + "]}"));
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread(this::accept);
        later.scheduleAtFixedRate(this::tick, 0, MARKET_MS, TimeUnit.MILLISECONDS);
    }

    /**
     * Ends some connections, one after the other, with and without a close frame.
     *
     * @param everyMs time between two, in ms
     * @param times   how many
     */
    public synchronized void hangUp(final int everyMs, final int times) {
        hangUpsLeft = times;
        later.scheduleAtFixedRate(this::hangUpOne, everyMs, everyMs, TimeUnit.MILLISECONDS);
    }

    /**
     * Where it is.
     *
     * @return the base address
     */
    public String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    /**
     * Whether a bid and an ask rest.
     *
     * @return true with both
     */
    public boolean quotesBothSides() {
        return orders.quotesBothSides();
    }

    /**
     * Orders that rest.
     *
     * @return how many
     */
    public int openOrders() {
        return orders.openOrders().size();
    }

    /**
     * Orders taken in.
     *
     * @return since the start
     */
    public int placed() {
        return orders.placed();
    }

    /**
     * Position of the account.
     *
     * @return signed size
     */
    public BigDecimal position() {
        return orders.position();
    }

    /**
     * Connections ended so far.
     *
     * @return how many
     */
    public synchronized int hangUps() {
        return hangUps;
    }

    /**
     * Times each query was asked that is not answered here.
     *
     * @return by type
     */
    public synchronized Map<String, Integer> refused() {
        return Map.copyOf(refused);
    }

    @Override
    public void close() throws IOException {
        later.shutdownNow();
        listening.close();
        sockets.forEach(StandInSocket::end);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                final Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                thread(() -> serve(socket));
            } catch (final IOException e) {
                return;
            }
        }
    }

    private void serve(final Socket socket) {
        try (socket) {
            final DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            final DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            while (true) {
                final Map<String, String> head = head(in);
                if (head.isEmpty()) {
                    return;
                }
                if (head.containsKey("sec-websocket-key")) {
                    listen(new StandInSocket(socket, in, out, head.get("sec-websocket-key")));
                    return;
                }
                final byte[] body = in.readNBytes(Integer.parseInt(head.getOrDefault("content-length", "0")));
                answer(out, head.get("path"), StandInOrders.JSON.readTree(body));
            }
        } catch (final IOException e) {
            // The client is gone.
        }
    }

    private void answer(final DataOutputStream out, final String path, final JsonNode body) throws IOException {
        final String answer = path.equals("/exchange")
                ? orders.execute(body).toString()
                : query(body.path("type").asText());
        final byte[] bytes = (answer == null ? "Failed to deserialize the JSON body into the target type" : answer)
                .getBytes(StandardCharsets.UTF_8);
        out.write(("HTTP/1.1 " + (answer == null ? "422 Unprocessable Entity" : "200 OK") + "\r\nContent-Type: "
                        + (answer == null ? "text/plain" : "application/json") + "\r\nContent-Length: " + bytes.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
    }

    private String query(final String type) {
        switch (type) {
            case "meta":
                return "{\"universe\":[{\"name\":\"HYPE\",\"szDecimals\":2,\"maxLeverage\":10}]}";
            case "clearinghouseState":
                return orders.clearinghouse(System.currentTimeMillis()).toString();
            case "openOrders":
                return orders.openOrders().toString();
            default:
                synchronized (this) {
                    refused.merge(type, 1, Integer::sum);
                }
                return null;
        }
    }

    private void listen(final StandInSocket socket) throws IOException {
        sockets.add(socket);
        try {
            for (String text = socket.read(); text != null; text = socket.read()) {
                take(socket, text);
            }
        } finally {
            sockets.remove(socket);
        }
    }

    private void take(final StandInSocket socket, final String text) throws IOException {
        final JsonNode message = StandInOrders.JSON.readTree(text);
        switch (message.path("method").asText()) {
            case "ping" -> socket.send("{\"channel\":\"pong\"}");
            case "subscribe" -> subscribe(socket, text, message.path("subscription"));
            case "post" -> post(socket, message);
            default -> socket.send(error(text));
        }
    }

    private void subscribe(final StandInSocket socket, final String text, final JsonNode subscription) {
        final String type = subscription.path("type").asText();
        if (type.equals("l2Book") && subscription.path("fast").asBoolean()) {
            socket.send(error(text));
        } else if (List.of("bbo", "trades", "l2Book", "orderUpdates", "userFills")
                .contains(type)) {
            socket.send("{\"channel\":\"subscriptionResponse\",\"data\":{\"method\":\"subscribe\",\"subscription\":"
                    + subscription + "}}");
            socket.topics().add(type);
        }
    }

    private static String error(final String text) {
        return "{\"channel\":\"error\",\"data\":"
                + StandInOrders.JSON
                        .getNodeFactory()
                        .textNode("Error parsing JSON into valid websocket request: " + text)
                + "}";
    }

    /** The action is done at once, the reply comes some time. */
    private void post(final StandInSocket socket, final JsonNode message) {
        final ObjectNode reply = orders.execute(message.path("request").path("payload"));
        final String text = "{\"channel\":\"post\",\"data\":{\"id\":" + message.path("id")
                + ",\"response\":{\"type\":\"action\",\"payload\":" + reply + "}}}";
        later.schedule(() -> socket.send(text), delayMs(), TimeUnit.MILLISECONDS);
    }

    private synchronized int delayMs() {
        return random.nextInt(LATEST_REPLY_MS);
    }

    private void tick() {
        final BigDecimal bid;
        synchronized (this) {
            ticks++;
            bid = orders.bid().add(BigDecimal.valueOf(random.nextInt(5) - 2, 2)).max(new BigDecimal("39.50"));
        }
        final BigDecimal ask = bid.add(new BigDecimal("0.01"));
        orders.move(bid, ask);
        final long nowMs = System.currentTimeMillis();
        final String bids = level(bid);
        final String asks = level(ask);
        publish("bbo", "{\"coin\":\"HYPE\",\"time\":" + nowMs + ",\"bbo\":[" + bids + "," + asks + "]}");
        if (ticks % 5 == 0) {
            publish("l2Book", "{\"coin\":\"HYPE\",\"time\":" + nowMs + ",\"levels\":[[" + bids + "],[" + asks + "]]}");
            publish(
                    "trades",
                    "[{\"coin\":\"HYPE\",\"side\":\"B\",\"px\":\"" + ask + "\",\"sz\":\"0.5\",\"time\":" + nowMs
                            + ",\"hash\":\"0x0\",\"tid\":" + ticks + ",\"users\":[\"0x1\",\"0x2\"]}]");
        }
    }

    private static String level(final BigDecimal px) {
        return "{\"px\":\"" + px + "\",\"sz\":\"25.0\",\"n\":3}";
    }

    private void publish(final String topic, final String data) {
        for (final StandInSocket socket : sockets) {
            if (socket.topics().contains(topic)) {
                socket.send("{\"channel\":\"" + topic + "\",\"data\":" + data + "}");
            }
        }
    }

    private void hangUpOne() {
        final List<StandInSocket> open = new ArrayList<>(sockets);
        if (!open.isEmpty()) {
            final StandInSocket one;
            synchronized (this) {
                if (hangUpsLeft == 0) {
                    return;
                }
                hangUpsLeft--;
                one = open.get(random.nextInt(open.size()));
                hangUps++;
            }
            one.hangUp(hangUps % 2 == 0);
        }
    }

    private static Map<String, String> head(final DataInputStream in) throws IOException {
        final Map<String, String> head = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            final int colon = line.indexOf(": ");
            if (colon < 0) {
                head.put("path", line.split(" ")[1]);
            } else {
                head.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2));
            }
        }
        return head;
    }

    private static String line(final DataInputStream in) throws IOException {
        final StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static void thread(final Runnable task) {
        final Thread thread = new Thread(task, "stand-in");
        thread.setDaemon(true);
        thread.start();
    }
}
