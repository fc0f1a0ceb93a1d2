package io.halfspread.gateway.net;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A network without sockets: what happens on its connections happens in the next step after a test asked for it. */
public final class ScriptedNetwork implements Network {
    private final List<ScriptedConnection> connections = new ArrayList<>();
    private final ArrayDeque<Runnable> due = new ArrayDeque<>();
    private long received;

    @Override
    public WebSocketConnection dial(final WebSocketListener listener) {
        final ScriptedConnection connection = new ScriptedConnection(listener);
        connections.add(connection);
        return connection;
    }

    @Override
    public int step() {
        int work = 0;
        for (Runnable next = due.poll(); next != null; next = due.poll()) {
            next.run();
            work++;
        }
        return work;
    }

    @Override
    public long messagesSent() {
        return connections.stream()
                .mapToLong(connection -> connection.sent.size())
                .sum();
    }

    @Override
    public long messagesReceived() {
        return received;
    }

    @Override
    public int dialing() {
        return (int) connections.stream()
                .filter(connection -> !connection.opened && !connection.ended)
                .count();
    }

    @Override
    public int openConnections() {
        return (int) connections.stream()
                .filter(connection -> connection.opened && !connection.ended)
                .count();
    }

    @Override
    public void close() {
        connections.forEach(connection -> connection.close(CloseCode.NORMAL, "done"));
        step();
    }

    /** Connections dialled. */
    public int dialled() {
        return connections.size();
    }

    /** Connection dialled last. */
    public ScriptedConnection last() {
        return connections.get(connections.size() - 1);
    }

    /** A connection by the order of dialling. */
    public ScriptedConnection connection(final int index) {
        return connections.get(index);
    }

    /** One connection. */
    public final class ScriptedConnection implements WebSocketConnection {
        private final WebSocketListener listener;
        private final ArrayDeque<UnsafeBuffer> held = new ArrayDeque<>();
        private final List<String> sent = new ArrayList<>();
        private boolean opened;
        private boolean ended;

        private ScriptedConnection(final WebSocketListener listener) {
            this.listener = listener;
        }

        /** The handshake succeeds. */
        public void open() {
            due.add(() -> {
                opened = true;
                listener.onOpen();
            });
        }

        /** A text arrives. */
        public void text(final String text) {
            text(new UnsafeBuffer(text.getBytes(StandardCharsets.UTF_8)));
        }

        /** A text arrives. */
        public void text(final UnsafeBuffer text) {
            due.add(() -> deliver(text));
        }

        /** Every subscription sent so far is acknowledged. */
        public void acknowledgeAll() {
            for (final String request : sent) {
                final int at = request.indexOf("\"subscription\":");
                if (at >= 0) {
                    text("{\"channel\":\"subscriptionResponse\",\"data\":{\"method\":\"subscribe\",\"subscription\":"
                            + request.substring(at + 15, request.length() - 1) + "}}");
                }
            }
        }

        /** The connection ends. */
        public void end(final int code, final String reason) {
            due.add(() -> {
                if (!ended) {
                    ended = true;
                    listener.onClosed(code, reason);
                }
            });
        }

        /** Texts that were sent. */
        public List<String> sent() {
            return sent;
        }

        @Override
        public void send(final String text) {
            sent.add(text);
        }

        @Override
        public boolean send(final DirectBuffer buffer, final int offset, final int length) {
            if (opened && !ended) {
                sent.add(buffer.getStringWithoutLengthUtf8(offset, length));
            }
            return opened && !ended;
        }

        @Override
        public void close(final int code, final String reason) {
            end(code, reason);
        }

        @Override
        public void resume() {
            while (!held.isEmpty()
                    && listener.onText(held.peek(), 0, held.peek().capacity())) {
                held.remove();
                received++;
            }
        }

        private void deliver(final UnsafeBuffer text) {
            if (!held.isEmpty() || !listener.onText(text, 0, text.capacity())) {
                held.add(text);
            } else {
                received++;
            }
        }
    }
}
