package io.halfspread.app.verb;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A venue's WebSocket on loopback in plain Java, independent of the library the product uses. It acknowledges, sends a bbo
 * and now and then a book or a trade, the old trades first, and ends the first main connection after a second, without a word.
 */
final class PlainVenue implements AutoCloseable {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final long FIRST_LIFE_MS = 1_000;
    private static final long PAUSE_MS = 5;

    private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final AtomicInteger mains = new AtomicInteger();
    private final AtomicLong venueMs = new AtomicLong(System.currentTimeMillis() - 60_000);
    private final List<String> tape = new CopyOnWriteArrayList<>();
    private final long pauseMs;
    private volatile boolean closed;

    PlainVenue() throws IOException {
        this(PAUSE_MS);
    }

    /** One that waits that long between two frames. */
    PlainVenue(final long pauseMs) throws IOException {
        this.pauseMs = pauseMs;
        start("accept", this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        listening.close();
    }

    private void accept() {
        while (!closed) {
            try {
                final Socket socket = listening.accept();
                start("client", () -> serve(socket));
            } catch (final IOException e) {
                return;
            }
        }
    }

    private void serve(final Socket accepted) {
        try (Socket socket = accepted) {
            final DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            final OutputStream out = socket.getOutputStream();
            upgrade(in, out);
            final String first = readText(in);
            final boolean fast = first.contains("\"fast\":true");
            acknowledge(out, first);
            for (int i = fast ? 3 : 0; i < 2; i++) {
                acknowledge(out, readText(in));
            }
            if (!fast && !tape.isEmpty()) {
                send(out, trades(tape));
            }
            final long endMs =
                    !fast && mains.getAndIncrement() == 0 ? System.currentTimeMillis() + FIRST_LIFE_MS : Long.MAX_VALUE;
            for (int i = 0; !closed && System.currentTimeMillis() < endMs; i++) {
                send(out, fast ? book(true) : i % 10 == 3 ? book(false) : i % 10 == 5 ? trade() : bbo());
                Thread.sleep(pauseMs);
            }
        } catch (final IOException e) {
            // The client is gone.
        } catch (final Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void upgrade(final DataInputStream in, final OutputStream out) throws Exception {
        String key = "";
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")) {
                key = line.substring(line.indexOf(':') + 1).strip();
            }
        }
        if (key.isEmpty()) {
            throw new IOException("no WebSocket is asked for");
        }
        final byte[] sha1 = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(sha1) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    private static String readLine(final DataInputStream in) throws IOException {
        final StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static String readText(final DataInputStream in) throws IOException {
        in.readUnsignedByte();
        int length = in.readUnsignedByte() & 0x7F;
        length = length == 126 ? in.readUnsignedShort() : length;
        final byte[] mask = in.readNBytes(4);
        final byte[] payload = in.readNBytes(length);
        for (int i = 0; i < length; i++) {
            payload[i] ^= mask[i & 3];
        }
        return new String(payload, StandardCharsets.UTF_8);
    }

    private static void acknowledge(final OutputStream out, final String request) throws IOException {
        final String subscription = request.substring(request.indexOf("\"subscription\":") + 15, request.length() - 1);
        send(
                out,
                "{\"channel\":\"subscriptionResponse\",\"data\":{\"method\":\"subscribe\",\"subscription\":"
                        + subscription + "}}");
    }

    private static void send(final OutputStream out, final String text) throws IOException {
        final byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        final ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(0x81);
        if (payload.length < 126) {
            frame.write(payload.length);
        } else {
            frame.write(126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.writeBytes(payload);
        out.write(frame.toByteArray());
    }

    /** Time of a frame: the clock's, and never the same twice. */
    private long now() {
        return venueMs.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis()));
    }

    private String bbo() {
        return "{\"channel\":\"bbo\",\"data\":{\"coin\":\"HYPE\",\"time\":" + now()
                + ",\"bbo\":[{\"px\":\"40.1\",\"sz\":\"5.0\",\"n\":1},{\"px\":\"40.2\",\"sz\":\"7.0\",\"n\":2}]}}";
    }

    private String book(final boolean fast) {
        return "{\"channel\":\"l2Book\",\"data\":{\"coin\":\"HYPE\",\"time\":" + now()
                + ",\"levels\":[[{\"px\":\"40.1\",\"sz\":\"5.0\",\"n\":1}],[{\"px\":\"40.2\",\"sz\":\"7.0\",\"n\":2}]]"
                + (fast ? ",\"fast\":true" : "") + "}}";
    }

    private String trade() {
        final long ms = now();
        tape.add("{\"coin\":\"HYPE\",\"side\":\"B\",\"px\":\"40.2\",\"sz\":\"0.5\",\"time\":" + ms
                + ",\"hash\":\"0x0\",\"tid\":" + ms + ",\"users\":[\"0x1\",\"0x2\"]}");
        return trades(tape.subList(tape.size() - 1, tape.size()));
    }

    private static String trades(final List<String> trades) {
        return "{\"channel\":\"trades\",\"data\":[" + String.join(",", trades) + "]}";
    }

    private static void start(final String name, final Runnable task) {
        final Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
