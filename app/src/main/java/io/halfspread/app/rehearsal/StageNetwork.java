package io.halfspread.app.rehearsal;

import io.halfspread.gateway.net.Network;
import io.halfspread.gateway.net.WebSocketConnection;
import io.halfspread.gateway.net.WebSocketListener;
import org.agrona.DirectBuffer;

/** A network without sockets and with one connection, which opens at once: texts come from the stage, and what is sent goes there. */
final class StageNetwork implements Network, WebSocketConnection {
    /** Takes what is sent. */
    interface Audience {
        /** A text was sent; its bytes are the caller's again when this returns. */
        void onSent(DirectBuffer buffer, int offset, int length);
    }

    private final Audience audience;
    private WebSocketListener listener;
    private DirectBuffer text;
    private int textLength;
    private boolean dialling;
    private boolean open;
    private long sent;
    private long received;

    StageNetwork(final Audience audience) {
        this.audience = audience;
    }

    /** A text that the next step hands over; it must stay as it is until then. */
    void deliver(final DirectBuffer next, final int length) {
        text = next;
        textLength = length;
    }

    @Override
    public WebSocketConnection dial(final WebSocketListener hears) {
        listener = hears;
        dialling = true;
        return this;
    }

    @Override
    public int step() {
        if (dialling) {
            dialling = false;
            open = true;
            listener.onOpen();
            return 1;
        }
        if (text == null || !open) {
            return 0;
        }
        final DirectBuffer next = text;
        text = null;
        received++;
        listener.onText(next, 0, textLength);
        return 1;
    }

    @Override
    public void send(final String request) {
        sent++;
    }

    @Override
    public boolean send(final DirectBuffer buffer, final int offset, final int length) {
        sent++;
        audience.onSent(buffer, offset, length);
        return true;
    }

    @Override
    public void close(final int code, final String reason) {
        open = false;
    }

    @Override
    public void resume() {
        // Nothing is ever held up here: every text that is delivered finds room.
    }

    @Override
    public long messagesSent() {
        return sent;
    }

    @Override
    public long messagesReceived() {
        return received;
    }

    @Override
    public int dialing() {
        return dialling ? 1 : 0;
    }

    @Override
    public int openConnections() {
        return open ? 1 : 0;
    }

    @Override
    public void close() {
        open = false;
    }
}
