package io.halfspread.gateway.order;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.hyperliquid.Channel;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.codec.hyperliquid.HyperliquidDecoder;
import io.halfspread.codec.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Reads the venue's replies, over the socket and over HTTP alike, and has them settled. Egress thread only. */
@HotPath
final class ReplyReader {
    private static final int SHOWN_BYTES = 120;
    private static final String HEAD = "{\"channel\":\"post\",\"data\":{\"id\":";
    private static final String PAYLOAD = ",\"response\":{\"type\":\"action\",\"payload\":";
    private static final String END = "}}}";

    private final HyperliquidDecoder decoder = new HyperliquidDecoder(new CoinIndex(List.of()));
    private final Settler settler;
    private final Consumer<String> notes;

    ReplyReader(final Settler settler, final Consumer<String> notes) {
        this.settler = settler;
        this.notes = notes;
    }

    /** Reads a frame of the socket; true when it is the answer to a ping. */
    boolean onFrame(final DirectBuffer buffer, final int offset, final int length, final long nowNs) {
        if (!decode(buffer, offset, length)) {
            return false;
        }
        settler.begin(nowNs);
        decoder.deliver(settler);
        settler.end();
        return decoder.channel() == Channel.PONG;
    }

    /** Reads the body of an answer over HTTP, which is what the payload of a frame would be; false when it cannot be used. */
    @ColdPath("when the socket is down")
    boolean onBody(final SentAction action, final byte[] body, final long nowNs) {
        final byte[] frame = (HEAD + action.id + PAYLOAD + new String(body, StandardCharsets.UTF_8) + END)
                .getBytes(StandardCharsets.UTF_8);
        if (!decode(new UnsafeBuffer(frame), 0, frame.length)) {
            return false;
        }
        settler.begin(nowNs);
        decoder.deliver(settler);
        settler.settle(action);
        return true;
    }

    private boolean decode(final DirectBuffer buffer, final int offset, final int length) {
        final int fault = decoder.decode(buffer, offset, length);
        if (fault != Refusal.NONE) {
            noteRefused(fault, buffer, offset, length);
        }
        return fault == Refusal.NONE;
    }

    @ColdPath("a reply that cannot be used")
    private void noteRefused(final int fault, final DirectBuffer buffer, final int offset, final int length) {
        notes.accept("reply refused: " + Refusal.describe(fault) + " at byte " + decoder.faultPosition() + " of "
                + length + ": " + buffer.getStringWithoutLengthUtf8(offset, Math.min(length, SHOWN_BYTES)));
    }
}
