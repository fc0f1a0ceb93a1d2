package io.halfspread.sim.server;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** The connected WebSockets, what was sent and taken in, and the messages that wait to be released. */
final class SocketRegistry {
    private static final String QUOTE = "{\"channel\":\"bbo\"";
    private static final String BOOK = "{\"channel\":\"l2Book\"";

    private final boolean held;
    private final FrameFaults faults;
    private final List<ClientSocket> open = new ArrayList<>();
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final AtomicLong messagesReceived = new AtomicLong();
    private final AtomicLong requestsReceived = new AtomicLong();
    private final AtomicLong requestsAnswered = new AtomicLong();
    private final AtomicLong framesSent = new AtomicLong();
    private final AtomicInteger openSockets = new AtomicInteger();
    private final AtomicInteger pendingFrames = new AtomicInteger();
    private long nowMs;
    private long lastBookMs;

    SocketRegistry(final boolean held, final FaultDesk faults) {
        this.held = held;
        this.faults = faults.isCalm() ? null : new FrameFaults(faults, this::deliver);
    }

    void send(final ClientSocket socket, final String text) {
        if (faults == null) {
            deliver(socket, text);
        } else {
            faults.send(socket, text);
        }
    }

    private void deliver(final ClientSocket socket, final String text) {
        if (held) {
            waiting.add(new Waiting(socket, text));
            pendingFrames.set(waiting.size());
        } else {
            write(socket, text);
        }
    }

    boolean releaseOne() {
        final Waiting oldest = waiting.poll();
        if (oldest == null) {
            return false;
        }
        pendingFrames.set(waiting.size());
        write(oldest.socket(), oldest.text());
        return true;
    }

    void advance(final long timeMs) {
        nowMs = timeMs;
        if (faults != null) {
            faults.advance(timeMs);
        }
    }

    /** Drops connections on which nothing was sent since a time. */
    int dropIdle(final long sinceMs) {
        int dropped = 0;
        for (final ClientSocket socket : List.copyOf(open)) {
            if (socket.sentMs() <= sinceMs) {
                socket.drop();
                dropped++;
            }
        }
        return dropped;
    }

    /** Ends connections that were half-open for as long as they were to be. */
    int dropDeaf(final long timeMs) {
        int dropped = 0;
        for (final ClientSocket socket : List.copyOf(open)) {
            if (socket.wasDeaf(timeMs)) {
                socket.drop();
                dropped++;
            }
        }
        return dropped;
    }

    /** An open connection by its number. */
    ClientSocket open(final int number) {
        return open.get(number);
    }

    /** Whether what comes from a connection is lost. */
    boolean isDeaf(final ClientSocket socket) {
        return socket.isDeaf(nowMs);
    }

    void received() {
        messagesReceived.incrementAndGet();
    }

    void requestReceived() {
        received();
        requestsReceived.incrementAndGet();
    }

    void requestAnswered() {
        requestsAnswered.incrementAndGet();
    }

    long requestsReceived() {
        return requestsReceived.get();
    }

    long requestsAnswered() {
        return requestsAnswered.get();
    }

    void opened(final ClientSocket socket) {
        open.add(socket);
        socket.sent(nowMs);
        openSockets.set(open.size());
    }

    void closed(final ClientSocket socket) {
        socket.closed();
        open.remove(socket);
        if (faults != null) {
            faults.closed(socket);
        }
        openSockets.set(open.size());
        for (final Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
            if (each.next().socket() == socket) {
                each.remove();
            }
        }
        pendingFrames.set(waiting.size());
    }

    void drop(final Predicate<InetSocketAddress> remotes) {
        List.copyOf(open).stream()
                .filter(socket -> remotes.test(socket.remote()))
                .forEach(ClientSocket::drop);
    }

    void dropOldest() {
        if (!open.isEmpty()) {
            open.get(0).drop();
        }
    }

    long messagesReceived() {
        return messagesReceived.get();
    }

    long framesSent() {
        return framesSent.get();
    }

    int openSockets() {
        return openSockets.get();
    }

    int pendingFrames() {
        return pendingFrames.get();
    }

    /** When a book or a quote was last written to anybody. */
    long lastBookMs() {
        return lastBookMs;
    }

    private void write(final ClientSocket socket, final String text) {
        if (text.startsWith(QUOTE) || text.startsWith(BOOK)) {
            lastBookMs = nowMs;
        }
        framesSent.incrementAndGet();
        socket.sent(nowMs);
        socket.write(text);
    }

    private record Waiting(ClientSocket socket, String text) {}
}
