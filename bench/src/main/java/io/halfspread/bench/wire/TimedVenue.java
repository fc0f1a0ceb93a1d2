package io.halfspread.bench.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2LongHashMap;

/**
 * The venue's end of the measured path, for one participant: takes its connections, acknowledges its subscriptions, sends
 * frames, takes its orders and says that they rest. Stepped by one spinning thread. A frame that must be answered is stamped
 * right before it is handed to the socket; an order action when the read that brought its first byte has returned.
 */
final class TimedVenue implements VenueSocket.Sink, AutoCloseable {
    private static final int OUTSTANDING = 1 << 12;
    private static final String PONG = "{\"channel\":\"pong\"}";
    private static final int OTHERS_EVERY = 64;

    private final Long2LongHashMap askedNs = new Long2LongHashMap(Long.MIN_VALUE);
    private final ServerSocketChannel server;
    private final InfoProxy info;
    private final List<VenueSocket> sockets = new ArrayList<>();
    private final ActionMessage action = new ActionMessage();
    private final long[] sentNs = new long[OUTSTANDING];
    private final int[] levels = new int[OUTSTANDING];
    private VenueSocket books;
    private VenueSocket fastBooks;
    private VenueSocket orders;
    private LatencySink latency = (sent, read) -> {};
    private int first;
    private int next;
    private long actions;
    private long unasked;
    private int polls;

    /** Hears of answered frames. */
    interface LatencySink {
        /** An action answered a frame sent and was read at these times. */
        void onAnswer(long frameSentNs, long actionReadNs);
    }

    /**
     * Opens a port.
     *
     * @param info answers requests over HTTP; stays the caller's
     */
    TimedVenue(final InfoProxy info) throws IOException {
        this.info = info;
        server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.configureBlocking(false);
    }

    /** On 127.0.0.1. */
    int port() {
        return server.socket().getLocalPort();
    }

    /** Whether books are subscribed. */
    boolean hasFeed() {
        return books != null && books.isOpen();
    }

    /** Order actions taken so far. */
    long actions() {
        return actions;
    }

    /** Monotonic time of each frame that was asked, by the time in ms that it carries. */
    Long2LongHashMap askedNs() {
        return askedNs;
    }

    /** Order actions that no outstanding frame asked for. */
    long unasked() {
        return unasked;
    }

    /** Frames sent that no action has answered. */
    int outstanding() {
        return next - first;
    }

    /** Forgets frames that were not answered; returns how many. */
    int forget() {
        final int forgotten = next - first;
        first = next;
        return forgotten;
    }

    /** Where answers are told from now on. */
    void latency(final LatencySink sink) {
        latency = sink;
    }

    /** Takes in what arrived: while an answer is awaited, from the order connection above all. */
    void poll() throws IOException {
        if (first != next && orders != null && orders.isOpen() && ++polls % OTHERS_EVERY != 0) {
            orders.poll();
            return;
        }
        final SocketChannel accepted = server.accept();
        if (accepted != null) {
            sockets.add(new VenueSocket(accepted, this));
        }
        for (int i = 0; i < sockets.size(); i++) {
            sockets.get(i).poll();
        }
        sockets.removeIf(socket -> !socket.isOpen());
    }

    /** Sends a frame of the feed that changes nothing. */
    void send(final ServerFrame frame, final long epochMs) throws IOException {
        frame.time(epochMs);
        books.send(frame);
    }

    /** Sends a five-level book, where they are subscribed. */
    void sendFast(final ServerFrame frame, final long epochMs) throws IOException {
        if (fastBooks != null && fastBooks.isOpen()) {
            frame.time(epochMs);
            fastBooks.send(frame);
        }
    }

    /** Sends a frame that changes the quotes; the action that answers it is awaited. Returns the time of sending. */
    long ask(final ServerFrame frame, final int level, final long epochMs) throws IOException {
        frame.time(epochMs);
        if (next - first == OUTSTANDING) {
            throw new IOException("the participant has not answered " + OUTSTANDING + " frames");
        }
        final int slot = next++ & OUTSTANDING - 1;
        levels[slot] = level;
        final long nowNs = System.nanoTime();
        sentNs[slot] = nowNs;
        askedNs.put(epochMs, nowNs);
        books.send(frame);
        return nowNs;
    }

    @Override
    public String onRequest(final String path, final String body) {
        return info.ask(path, body);
    }

    @Override
    public void onText(final VenueSocket socket, final byte[] text, final int length, final long readNs) {
        try {
            if (action.read(text, length)) {
                onAction(socket, readNs);
            } else {
                onControl(socket, new String(text, 0, length, StandardCharsets.UTF_8));
            }
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void onAction(final VenueSocket socket, final long readNs) throws IOException {
        orders = socket;
        actions++;
        if (!action.placesNothing()) {
            answer(readNs);
        }
        socket.send(action.reply(), action.replyLength());
    }

    /**
     * The newest frame whose price the action shows is answered by it, and with it all that came before: a participant that
     * fell behind answers several at once, each from its own time on. Without prices the oldest is.
     */
    private void answer(final long readNs) {
        int answered = next - 1;
        if (action.meanPrice() == 0) {
            answered = first;
        } else {
            final int level = FrameDeck.nearest(action.meanPrice());
            while (answered >= first && levels[answered & OUTSTANDING - 1] != level) {
                answered--;
            }
        }
        if (answered < first || first == next) {
            unasked++;
            return;
        }
        while (first <= answered) {
            latency.onAnswer(sentNs[first++ & OUTSTANDING - 1], readNs);
        }
    }

    private void onControl(final VenueSocket socket, final String text) throws IOException {
        if (text.contains("\"ping\"")) {
            reply(socket, PONG);
        } else if (text.contains("\"subscribe\"")) {
            if (text.contains("\"l2Book\"") && text.contains("\"fast\":true")) {
                fastBooks = socket;
            } else if (text.contains("\"l2Book\"")) {
                books = socket;
            }
            reply(socket, "{\"channel\":\"subscriptionResponse\",\"data\":" + text + "}");
        }
    }

    private static void reply(final VenueSocket socket, final String text) throws IOException {
        final byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        socket.send(bytes, bytes.length);
    }

    @Override
    public void close() throws IOException {
        for (final VenueSocket socket : sockets) {
            socket.close();
        }
        server.close();
    }
}
