package io.halfspread.gateway.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads the frames a server sends. A message that lies whole in the bytes of one read is handed over where it lies; only
 * one that is split over reads, or sent in fragments, is put together first. Nothing is allocated per frame. A message
 * that is not taken holds up everything behind it, and the socket, until {@link #resume()}.
 */
final class FrameReader extends ChannelInboundHandlerAdapter implements WebSocketFrameDecoder {
    private final UnsafeBuffer source = new UnsafeBuffer(0, 0);
    private final FrameHeader header = new FrameHeader();
    private final ArrayDeque<ByteBuf> held = new ArrayDeque<>();
    private final FrameSink sink;
    private final int maxMessageBytes;
    private final GrowingBytes partial = new GrowingBytes();
    private final GrowingBytes message = new GrowingBytes();
    private ChannelHandlerContext context;
    private boolean inMessage;
    private boolean blocked;
    private boolean deaf;
    private boolean inactive;

    /** Creates a reader that refuses messages longer than a limit. */
    FrameReader(final FrameSink sink, final int maxMessageBytes) {
        this.sink = sink;
        this.maxMessageBytes = maxMessageBytes;
    }

    @Override
    public void handlerAdded(final ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void channelRead(final ChannelHandlerContext ctx, final Object received) {
        final ByteBuf in = (ByteBuf) received;
        if (blocked || !consume(in)) {
            hold(in);
        } else {
            in.release();
        }
    }

    @Override
    public void channelInactive(final ChannelHandlerContext ctx) {
        inactive = true;
        if (!blocked) {
            sink.onEnd();
        }
    }

    /** Hands over no more messages, and forgets those held up. */
    void stop() {
        deaf = true;
        if (blocked) {
            blocked = false;
            held.forEach(ByteBuf::release);
            held.clear();
            if (inactive) {
                context.executor().execute(sink::onEnd);
            }
        }
    }

    /** Goes on with the message that was not taken, if there is one. */
    void resume() {
        if (!blocked) {
            return;
        }
        blocked = !completePartial();
        while (!blocked && !held.isEmpty()) {
            if (consume(held.peek())) {
                held.remove().release();
            } else {
                blocked = true;
            }
        }
        if (blocked) {
            return;
        }
        if (inactive) {
            sink.onEnd();
        } else {
            context.channel().config().setAutoRead(true);
        }
    }

    private void hold(final ByteBuf in) {
        blocked = true;
        held.add(in);
        context.channel().config().setAutoRead(false);
    }

    /** Takes all bytes of a read; false when a message was not taken, which then is the next thing in it. */
    private boolean consume(final ByteBuf in) {
        wrap(in);
        final int length = in.readableBytes();
        int at = 0;
        boolean taken = true;
        while (taken && !deaf && at < length) {
            if (partial.length() > 0) {
                at += fillPartial(at, length);
                taken = completePartial();
                continue;
            }
            final boolean known = header.read(source, at, length - at);
            if (known && refuses()) {
                break;
            }
            if (!known || length - at < header.frameLength()) {
                partial.append(source, at, length - at);
                at = length;
            } else if (dispatch(source, at + header.length())) {
                at += (int) header.frameLength();
            } else {
                taken = false;
            }
        }
        in.skipBytes(at);
        return taken;
    }

    /** Adds to the unfinished frame what belongs to it and no more, so that the next one can be read where it lies. */
    private int fillPartial(final int from, final int length) {
        int at = from;
        while (at < length && !header.read(partial.bytes(), 0, partial.length())) {
            partial.append(source, at++, 1);
        }
        if (header.read(partial.bytes(), 0, partial.length()) && !refuses()) {
            final int missing = (int) header.frameLength() - partial.length();
            final int taken = Math.min(missing, length - at);
            partial.append(source, at, taken);
            at += taken;
        }
        return at - from;
    }

    private boolean completePartial() {
        if (deaf || !header.read(partial.bytes(), 0, partial.length()) || partial.length() < header.frameLength()) {
            return true;
        }
        if (!dispatch(partial.bytes(), header.length())) {
            return false;
        }
        partial.clear();
        return true;
    }

    private boolean refuses() {
        final String fault = header.fault(inMessage);
        if (fault != null) {
            return violation(CloseCode.PROTOCOL_ERROR, fault);
        }
        if (header.opcode() == FrameHeader.BINARY) {
            return violation(CloseCode.UNSUPPORTED, "binary frame");
        }
        final int before = header.opcode() == FrameHeader.CONTINUATION ? message.length() : 0;
        if (header.payloadLength() > maxMessageBytes - before) {
            return violation(CloseCode.TOO_BIG, "message above " + maxMessageBytes + " bytes");
        }
        return false;
    }

    private boolean violation(final int code, final String reason) {
        deaf = true;
        sink.onViolation(code, reason);
        return true;
    }

    /** Acts on a whole frame; false when it is a message that was not taken. */
    private boolean dispatch(final DirectBuffer bytes, final int index) {
        final int length = (int) header.payloadLength();
        switch (header.opcode()) {
            case FrameHeader.TEXT:
                if (header.isFinal()) {
                    return sink.onText(bytes, index, length);
                }
                message.clear();
                message.append(bytes, index, length);
                inMessage = true;
                return true;
            case FrameHeader.CONTINUATION:
                return onContinuation(bytes, index, length);
            case FrameHeader.PING:
                sink.onPing(bytes, index, length);
                return true;
            case FrameHeader.CLOSE:
                deaf = true;
                onCloseFrame(bytes, index, length);
                return true;
            default:
                return true;
        }
    }

    private boolean onContinuation(final DirectBuffer bytes, final int index, final int length) {
        final boolean last = header.isFinal();
        message.append(bytes, index, length);
        if (!last) {
            return true;
        }
        if (!sink.onText(message.bytes(), 0, message.length())) {
            message.cut(length);
            return false;
        }
        inMessage = false;
        return true;
    }

    private void onCloseFrame(final DirectBuffer bytes, final int index, final int length) {
        if (length < Short.BYTES) {
            sink.onCloseFrame(CloseCode.NO_CODE, "");
        } else {
            sink.onCloseFrame(
                    bytes.getShort(index, ByteOrder.BIG_ENDIAN) & 0xFFFF,
                    bytes.getStringWithoutLengthUtf8(index + Short.BYTES, length - Short.BYTES));
        }
    }

    private void wrap(final ByteBuf in) {
        final int index = in.readerIndex();
        final int length = in.readableBytes();
        if (in.hasMemoryAddress()) {
            source.wrap(in.memoryAddress() + index, length);
        } else if (in.hasArray()) {
            source.wrap(in.array(), in.arrayOffset() + index, length);
        } else if (in.nioBufferCount() == 1) {
            final ByteBuffer window = in.internalNioBuffer(index, length);
            source.wrap(window, window.position(), length);
        } else {
            source.wrap(ByteBufUtil.getBytes(in, index, length));
        }
    }
}
