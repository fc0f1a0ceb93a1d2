package io.halfspread.gateway.net;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.agrona.DirectBuffer;

/** A network whose own allocation is told from that of those who use it, on the thread that steps it. */
public final class MeteredNetwork implements Network {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Network network;
    private long inside;
    private long allocated;

    public MeteredNetwork(final Network network) {
        this.network = network;
    }

    /** Bytes allocated by the network itself. */
    public long allocated() {
        return allocated;
    }

    private void enter() {
        inside = threads.getCurrentThreadAllocatedBytes();
    }

    private void leave() {
        allocated += threads.getCurrentThreadAllocatedBytes() - inside;
    }

    @Override
    public WebSocketConnection dial(final WebSocketListener listener) {
        return new MeteredConnection(network.dial(new MeteredListener(listener)));
    }

    @Override
    public int step() {
        enter();
        final int work = network.step();
        leave();
        return work;
    }

    @Override
    public long messagesSent() {
        return network.messagesSent();
    }

    @Override
    public long messagesReceived() {
        return network.messagesReceived();
    }

    @Override
    public int dialing() {
        return network.dialing();
    }

    @Override
    public int openConnections() {
        return network.openConnections();
    }

    @Override
    public void close() {
        network.close();
    }

    /** Called by the network, so what is beneath it is not the network's. */
    private final class MeteredListener implements WebSocketListener {
        private final WebSocketListener listener;

        private MeteredListener(final WebSocketListener listener) {
            this.listener = listener;
        }

        @Override
        public void onOpen() {
            leave();
            listener.onOpen();
            enter();
        }

        @Override
        public boolean onText(final DirectBuffer buffer, final int offset, final int length) {
            leave();
            final boolean taken = listener.onText(buffer, offset, length);
            enter();
            return taken;
        }

        @Override
        public void onClosed(final int code, final String reason) {
            leave();
            listener.onClosed(code, reason);
            enter();
        }
    }

    /** Calls the network, so what is beneath it is the network's. */
    private final class MeteredConnection implements WebSocketConnection {
        private final WebSocketConnection connection;

        private MeteredConnection(final WebSocketConnection connection) {
            this.connection = connection;
        }

        @Override
        public void send(final String text) {
            enter();
            connection.send(text);
            leave();
        }

        @Override
        public boolean send(final DirectBuffer buffer, final int offset, final int length) {
            enter();
            final boolean sent = connection.send(buffer, offset, length);
            leave();
            return sent;
        }

        @Override
        public void close(final int code, final String reason) {
            connection.close(code, reason);
        }

        @Override
        public void resume() {
            connection.resume();
        }
    }
}
