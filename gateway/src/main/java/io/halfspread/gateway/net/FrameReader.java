package io.halfspread.gateway.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads the frames a server sends. A message that lies whole in the bytes of one read is handed over where it lies; only
 * one that is split over reads, or sent in fragments, is put together first. Nothing is allocated per frame. A message
 * that is not taken holds up everything behind it, and the socket, until {@link #resume()}.
 */
final class FrameReader extends ChannelInboundHandlerAdapter implements WebSocketFrameDecoder {
    private static final int FIRST_CAPACITY = 1 << 16;

    private final UnsafeBuffer view = new UnsafeBuffer(0, 0);
    private final FrameHeader header = new FrameHeader();
    private final ArrayDeque<ByteBuf> held = new ArrayDeque<>();
    private final FrameSink sink;
    private final int maxMessageBytes;
    private ChannelHandlerContext context;
    private ByteBuf partial;
    private ByteBuf message;
    private boolean inMessage;
    private boolean blocked;
    private boolean deaf;
    private boolean inactive;
    private boolean removed;

    /** Creates a reader that refuses messages longer than a limit. */
    FrameReader(final FrameSink sink, final int maxMessageBytes) {
        this.sink = sink;
        this.maxMessageBytes = maxMessageBytes;
    }

    @Override
    public void handlerAdded(final ChannelHandlerContext ctx) {
        context = ctx;
        partial = buffer(maxMessageBytes + FrameHeader.MAX_LENGTH);
        message = buffer(maxMessageBytes);
    }

    /** A channel takes its handlers off when it has closed; what is held up then still has to be taken. */
    @Override
    public void handlerRemoved(final ChannelHandlerContext ctx) {
        removed = true;
        if (!blocked) {
            free();
        }
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
        if (!blocked) {
            return;
        }
        blocked = false;
        if (removed) {
            free();
        }
        if (inactive) {
            context.executor().execute(sink::onEnd);
        }
    }

    /** Goes on with the message that was not taken, if there is one. */
    void resume() {
        if (!blocked) {
            return;
        }
        blocked = false;
        if (!completePartial()) {
            blocked = true;
            return;
        }
        while (!held.isEmpty()) {
            if (!consume(held.peek())) {
                blocked = true;
                return;
            }
            held.remove().release();
        }
        if (!inactive) {
            context.channel().config().setAutoRead(true);
            return;
        }
        if (removed) {
            free();
        }
        sink.onEnd();
    }

    /** Not from the channel's allocator: copying into its buffers allocates each time. */
    private static ByteBuf buffer(final int maxCapacity) {
        return UnpooledByteBufAllocator.DEFAULT.directBuffer(Math.min(FIRST_CAPACITY, maxCapacity), maxCapacity);
    }

    private void free() {
        partial.release();
        message.release();
        held.forEach(ByteBuf::release);
        held.clear();
    }

    private void hold(final ByteBuf in) {
        blocked = true;
        held.add(in);
        context.channel().config().setAutoRead(false);
    }

    /** Takes all bytes of a read; false when a message was not taken, which then is the next thing in it. */
    private boolean consume(final ByteBuf in) {
        while (!deaf && in.isReadable()) {
            if (partial.isReadable()) {
                fillPartial(in);
                if (!completePartial()) {
                    return false;
                }
                continue;
            }
            final int available = in.readableBytes();
            final boolean known = header.read(in, in.readerIndex(), available);
            if (known && refuses()) {
                break;
            }
            if (!known || available < header.frameLength()) {
                reserve(known ? (int) header.frameLength() : FrameHeader.MAX_LENGTH);
                partial.writeBytes(in);
                break;
            }
            if (!dispatch(in, in.readerIndex() + header.length())) {
                return false;
            }
            in.skipBytes((int) header.frameLength());
        }
        return true;
    }

    /** Adds to the unfinished frame what belongs to it and no more, so that the next one can be read where it lies. */
    private void fillPartial(final ByteBuf in) {
        while (in.isReadable() && !header.read(partial, 0, partial.readableBytes())) {
            partial.writeByte(in.readByte());
        }
        if (header.read(partial, 0, partial.readableBytes()) && !refuses()) {
            final int missing = (int) header.frameLength() - partial.readableBytes();
            reserve((int) header.frameLength());
            partial.writeBytes(in, Math.min(missing, in.readableBytes()));
        }
    }

    private boolean completePartial() {
        if (deaf
                || !header.read(partial, 0, partial.readableBytes())
                || partial.readableBytes() < header.frameLength()) {
            return true;
        }
        if (!dispatch(partial, header.length())) {
            return false;
        }
        partial.clear();
        return true;
    }

    private void reserve(final int length) {
        partial.ensureWritable(Math.max(0, length - partial.readableBytes()));
    }

    private boolean refuses() {
        final String fault = header.fault(inMessage);
        if (fault != null) {
            return violation(CloseCode.PROTOCOL_ERROR, fault);
        }
        if (header.opcode() == FrameHeader.BINARY) {
            return violation(CloseCode.UNSUPPORTED, "binary frame");
        }
        if (header.payloadLength() > maxMessageBytes
                || header.opcode() == FrameHeader.CONTINUATION
                        && message.readableBytes() + header.payloadLength() > maxMessageBytes) {
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
    private boolean dispatch(final ByteBuf buffer, final int index) {
        final int length = (int) header.payloadLength();
        switch (header.opcode()) {
            case FrameHeader.TEXT:
                if (header.isFinal()) {
                    return deliver(buffer, index, length);
                }
                message.clear();
                message.writeBytes(buffer, index, length);
                inMessage = true;
                return true;
            case FrameHeader.CONTINUATION:
                return onContinuation(buffer, index, length);
            case FrameHeader.PING:
                sink.onPing(buffer, index, length);
                return true;
            case FrameHeader.CLOSE:
                deaf = true;
                onCloseFrame(buffer, index, length);
                return true;
            default:
                return true;
        }
    }

    private boolean onContinuation(final ByteBuf buffer, final int index, final int length) {
        final int before = message.writerIndex();
        message.writeBytes(buffer, index, length);
        if (!header.isFinal()) {
            return true;
        }
        if (!deliver(message, 0, message.readableBytes())) {
            message.writerIndex(before);
            return false;
        }
        inMessage = false;
        return true;
    }

    private void onCloseFrame(final ByteBuf buffer, final int index, final int length) {
        if (length < Short.BYTES) {
            sink.onCloseFrame(CloseCode.NO_CODE, "");
        } else {
            sink.onCloseFrame(
                    buffer.getUnsignedShort(index),
                    buffer.toString(index + Short.BYTES, length - Short.BYTES, StandardCharsets.UTF_8));
        }
    }

    private boolean deliver(final ByteBuf buffer, final int index, final int length) {
        if (buffer.hasMemoryAddress()) {
            view.wrap(buffer.memoryAddress() + index, length);
        } else if (buffer.hasArray()) {
            view.wrap(buffer.array(), buffer.arrayOffset() + index, length);
        } else if (buffer.nioBufferCount() == 1) {
            final ByteBuffer window = buffer.internalNioBuffer(index, length);
            view.wrap(window, window.position(), length);
        } else {
            view.wrap(ByteBufUtil.getBytes(buffer, index, length));
        }
        return sink.onText(view, 0, length);
    }
}
