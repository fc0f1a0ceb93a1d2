package io.halfspread.bench.wire;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One accepted connection of the venue: HTTP requests until one asks for a WebSocket, text messages from then on. Never
 * blocks to read. The time of a message is taken before anything is done with it.
 */
final class VenueSocket {
    /** Hears what arrives. */
    interface Sink {
        /**
         * An HTTP request other than an upgrade.
         *
         * @return the answer's JSON body
         */
        String onRequest(String path, String body);

        /** A text message; its first byte was read at a time of {@link System#nanoTime()}. */
        void onText(VenueSocket socket, byte[] text, int length, long readNs);
    }

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final Pattern KEY = Pattern.compile("(?im)^sec-websocket-key:\\s*(\\S+)");
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:\\s*(\\d+)");
    private static final int CAPACITY = 1 << 18;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;

    private final SocketChannel channel;
    private final Sink sink;
    private final ByteBuffer in = ByteBuffer.allocateDirect(CAPACITY);
    private final ByteBuffer out = ByteBuffer.allocateDirect(CAPACITY);
    private final byte[] payload = new byte[CAPACITY];
    private boolean upgraded;
    private boolean open = true;

    VenueSocket(final SocketChannel channel, final Sink sink) throws IOException {
        this.channel = channel;
        this.sink = sink;
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    /** Whether the peer is there. */
    boolean isOpen() {
        return open;
    }

    /** Takes in what arrived; returns bytes read. */
    int poll() throws IOException {
        final int count;
        try {
            count = channel.read(in);
        } catch (final IOException e) {
            close();
            return 0;
        }
        if (count == 0) {
            return 0;
        }
        final long readNs = System.nanoTime();
        if (count < 0) {
            close();
            return 0;
        }
        in.flip();
        while (open && (upgraded ? takeFrame(readNs) : takeRequest())) {
            // everything that is whole
        }
        in.compact();
        return count;
    }

    /** Sends a frame; the venue's messages fit the socket's buffer, so that it is taken at once. */
    void send(final ServerFrame frame) throws IOException {
        write(frame.bytes());
    }

    /** Sends a text message. */
    void send(final byte[] text, final int length) throws IOException {
        out.clear();
        ServerFrame.putHeader(out, length);
        out.put(text, 0, length).flip();
        write(out);
    }

    void close() throws IOException {
        open = false;
        channel.close();
    }

    private void write(final ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (final IOException e) {
            close();
        }
    }

    private boolean takeRequest() throws IOException {
        final int head = endOfHead();
        if (head < 0) {
            return false;
        }
        final byte[] bytes = new byte[head];
        in.get(in.position(), bytes);
        final String text = new String(bytes, StandardCharsets.ISO_8859_1);
        final Matcher length = LENGTH.matcher(text);
        final int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
        if (in.remaining() < head + body) {
            return false;
        }
        in.position(in.position() + head);
        final byte[] content = new byte[body];
        in.get(content);
        final Matcher key = KEY.matcher(text);
        if (key.find()) {
            upgraded = true;
            reply("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + accept(key.group(1)) + "\r\n\r\n");
        } else {
            final String answer = sink.onRequest(text.split(" ", 3)[1], new String(content, StandardCharsets.UTF_8));
            reply("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                    + answer.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + answer);
        }
        return true;
    }

    private int endOfHead() {
        for (int i = in.position() + 3; i < in.limit(); i++) {
            if (in.get(i) == '\n' && in.get(i - 1) == '\r' && in.get(i - 2) == '\n') {
                return i + 1 - in.position();
            }
        }
        return -1;
    }

    private void reply(final String text) throws IOException {
        write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String accept(final String key) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1")
                            .digest((key + GUID).getBytes(StandardCharsets.US_ASCII)));
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-1", e);
        }
    }

    /** Clients mask every frame and send each message whole. */
    private boolean takeFrame(final long readNs) throws IOException {
        final int at = in.position();
        if (in.remaining() < 6) {
            return false;
        }
        final int opcode = in.get(at) & 0xF;
        final int small = in.get(at + 1) & 0x7F;
        final int header = small < 126 ? 2 : 4;
        if (small == 127) {
            throw new IOException("a client's message of more than 64 KiB");
        }
        final int length = small < 126 ? small : in.getShort(at + 2) & 0xFFFF;
        if (in.remaining() < header + 4 + length) {
            return false;
        }
        final int mask = in.getInt(at + header);
        in.position(at + header + 4);
        in.get(payload, 0, length);
        for (int i = 0; i < length; i++) {
            payload[i] ^= (byte) (mask >>> 24 - 8 * (i & 3));
        }
        if (opcode == TEXT) {
            sink.onText(this, payload, length, readNs);
        } else if (opcode == PING) {
            pong(length);
        } else if (opcode == CLOSE) {
            close();
        }
        return true;
    }

    private void pong(final int length) throws IOException {
        out.clear();
        out.put((byte) 0x8A).put((byte) length).put(payload, 0, length).flip();
        write(out);
    }
}
