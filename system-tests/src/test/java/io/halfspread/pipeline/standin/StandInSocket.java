package io.halfspread.pipeline.standin;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The server's end of one WebSocket: text both ways, nothing else. */
final class StandInSocket {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int OPCODE = 0x0F;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Set<String> topics = ConcurrentHashMap.newKeySet();

    StandInSocket(final Socket socket, final DataInputStream in, final DataOutputStream out, final String key)
            throws IOException {
        this.socket = socket;
        this.in = in;
        this.out = out;
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    Set<String> topics() {
        return topics;
    }

    /** The next text; null at the end. */
    String read() throws IOException {
        while (true) {
            final int opcode = in.readUnsignedByte() & OPCODE;
            int length = in.readUnsignedByte() & 0x7F;
            length = length == 126 ? in.readUnsignedShort() : length == 127 ? (int) in.readLong() : length;
            final byte[] mask = in.readNBytes(4);
            final byte[] payload = in.readNBytes(length);
            for (int i = 0; i < length; i++) {
                payload[i] ^= mask[i & 3];
            }
            if (opcode == (TEXT & OPCODE)) {
                return new String(payload, StandardCharsets.UTF_8);
            }
            if (opcode == (CLOSE & OPCODE)) {
                frame(CLOSE, payload);
                return null;
            }
        }
    }

    /** Sends a text; a connection that has ended loses it. */
    void send(final String text) {
        try {
            frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
        } catch (final IOException e) {
            end();
        }
    }

    /** Ends the connection, with the code 1000 or without a word. */
    void hangUp(final boolean politely) {
        if (politely) {
            try {
                frame(CLOSE, new byte[] {(byte) (1000 >> 8), (byte) 1000});
                return;
            } catch (final IOException e) {
                end();
            }
        }
        end();
    }

    void end() {
        try {
            socket.close();
        } catch (final IOException e) {
            topics.clear();
        }
    }

    private void frame(final int head, final byte[] payload) throws IOException {
        synchronized (out) {
            out.writeByte(head);
            if (payload.length < 126) {
                out.writeByte(payload.length);
            } else {
                out.writeByte(126);
                out.writeShort(payload.length);
            }
            out.write(payload);
            out.flush();
        }
    }

    private static String accept(final String key) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1")
                            .digest((key + GUID).getBytes(StandardCharsets.US_ASCII)));
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
