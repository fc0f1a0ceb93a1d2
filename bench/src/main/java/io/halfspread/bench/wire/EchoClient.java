package io.halfspread.bench.wire;

import io.halfspread.gateway.net.NettyNetwork;
import io.halfspread.gateway.net.WebSocketAddress;
import io.halfspread.gateway.net.WebSocketConnection;
import io.halfspread.gateway.net.WebSocketListener;
import java.nio.charset.StandardCharsets;
import net.openhft.affinity.Affinity;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The floor: answers each book of twenty levels with a message as long as an order action, over the product's own transport
 * and on one connection, and does nothing else. Spins. Arguments: address, core, length of the answer.
 */
public final class EchoClient implements WebSocketListener {
    private static final String BOOKS =
            "{\"method\":\"subscribe\",\"subscription\":{\"type\":\"l2Book\",\"coin\":\"" + FrameDeck.COIN + "\"}}";
    private static final int KIND_AT = 12;
    private static final int FIVE_LEVELS = 700;

    private final NettyNetwork network;
    private final UnsafeBuffer answer;
    private WebSocketConnection connection;
    private boolean open = true;

    private EchoClient(final String address, final int length) {
        network = new NettyNetwork(WebSocketAddress.beside(address, "/ws"), NettyNetwork.DEFAULT_MAX_MESSAGE_BYTES);
        final StringBuilder text = new StringBuilder("{\"method\":\"post\",\"id\":1,\"filler\":\"");
        while (text.length() < length - 2) {
            text.append('.');
        }
        answer = new UnsafeBuffer(text.append("\"}").toString().getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Runs until the venue ends the connection.
     *
     * @param arguments address, core, length of the answer
     * @throws InterruptedException never
     */
    public static void main(final String[] arguments) throws InterruptedException {
        final EchoClient client = new EchoClient(arguments[0], Integer.parseInt(arguments[2]));
        final Thread thread = NettyNetwork.threads().newThread(() -> {
            Affinity.setAffinity(Integer.parseInt(arguments[1]));
            client.run();
        });
        thread.start();
        thread.join();
    }

    private void run() {
        connection = network.dial(this);
        while (open) {
            if (network.step() == 0) {
                Thread.onSpinWait();
            }
        }
        network.close();
    }

    @Override
    public void onOpen() {
        connection.send(BOOKS);
    }

    @Override
    public boolean onText(final DirectBuffer buffer, final int offset, final int length) {
        if (length > FIVE_LEVELS && buffer.getByte(offset + KIND_AT) == 'l') {
            connection.send(answer, 0, answer.capacity());
        }
        return true;
    }

    @Override
    public void onClosed(final int code, final String reason) {
        open = false;
    }
}
