package io.halfspread.gateway.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
    private static final int LIMIT = 3_000;
    private static final int TEXT = 0x81;

    private final RecordingSink sink = new RecordingSink();
    private final FrameReader reader = new FrameReader(sink, LIMIT);
    private final EmbeddedChannel channel = new EmbeddedChannel(reader);

    @AfterEach
    void tearDown() {
        sink.refusals = null;
        reader.resume();
        channel.finishAndReleaseAll();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldFindEveryMessageHoweverTheBytesArrive(final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        sink.refusals = new SplittableRandom(seed + 100);
        final List<String> expected = new ArrayList<>();
        final ByteArrayOutputStream wire = new ByteArrayOutputStream();
        int pings = 0;
        for (int i = 0; i < 400; i++) {
            final String message = text(random, random.nextInt(4) == 0 ? LIMIT : 200);
            expected.add(message);
            final byte[] bytes = message.getBytes(StandardCharsets.US_ASCII);
            final int parts = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 1;
            int from = 0;
            for (int part = 0; part < parts; part++) {
                final int to = part == parts - 1 ? bytes.length : from + random.nextInt(bytes.length - from + 1);
                frame(wire, (part == parts - 1 ? 0x80 : 0) | (part == 0 ? 1 : 0), bytes, from, to);
                from = to;
                if (random.nextInt(5) == 0) {
                    frame(wire, 0x89, new byte[] {'h', 'i'}, 0, 2);
                    pings++;
                }
            }
        }

        feed(wire.toByteArray(), random);
        while (sink.texts.size() < expected.size() && sink.pending) {
            sink.pending = false;
            reader.resume();
        }
        channel.close();

        assertEquals(expected, sink.texts);
        assertEquals(pings, sink.pings);
        assertEquals(List.of("end"), sink.others);
    }

    @Test
    void shouldDeliverWhatIsHeldUpBeforeItTellsTheEnd() {
        sink.refuseNext = 2;
        final ByteArrayOutputStream wire = new ByteArrayOutputStream();
        frame(wire, TEXT, "one".getBytes(StandardCharsets.US_ASCII), 0, 3);
        frame(wire, TEXT, "two".getBytes(StandardCharsets.US_ASCII), 0, 3);
        channel.writeInbound(Unpooled.wrappedBuffer(wire.toByteArray()));
        channel.close();
        assertEquals(List.of(), sink.texts);
        assertEquals(List.of(), sink.others);

        reader.resume();
        assertEquals(List.of(), sink.texts);
        reader.resume();

        assertEquals(List.of("one", "two"), sink.texts);
        assertEquals(List.of("end"), sink.others);
    }

    @Test
    void shouldTellTheEndWhenStoppedWithMessagesHeldUp() {
        sink.refuseNext = 1;
        final ByteBuf bytes = Unpooled.copiedBuffer(new byte[] {(byte) TEXT, 1, 'x', (byte) TEXT, 1, 'y'});
        channel.writeInbound(bytes);
        channel.close();
        reader.stop();
        assertEquals(List.of(), sink.others);

        channel.runPendingTasks();

        assertEquals(List.of("end"), sink.others);
        assertEquals(List.of(), sink.texts);
        assertEquals(0, bytes.refCnt());
    }

    @ParameterizedTest
    @CsvSource({
        "c1 01 41, 1002",
        "81 81 00 00 00 00 41, 1002",
        "83 01 41, 1002",
        "8b 00, 1002",
        "80 01 41, 1002",
        "01 01 41 81 01 42, 1002",
        "09 01 41, 1002",
        "89 7e 00 80, 1002",
        "82 01 41, 1003",
        "81 7e 0b b9, 1009",
        "81 7f 00 00 00 01 00 00 00 00, 1009",
        "81 7f ff ff ff ff ff ff ff ff, 1002",
        "01 7e 0b b8, 0",
        "88 00, 1005",
        "88 01 03, 1005",
        "88 02 03 e8, 1000",
        "88 09 03 f3 65 78 70 69 72 65 64, 1011",
    })
    void shouldJudgeFramesByTheProtocol(final String hex, final int code) {
        final byte[] bytes = new byte[hex.split(" ").length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex.split(" ")[i], 16);
        }
        for (final byte one : bytes) {
            channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {one}));
        }
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {(byte) TEXT, 1, 'x'}));

        assertEquals(code == 0 ? List.of() : List.of(code), sink.codes);
        assertEquals(List.of(), sink.texts);
    }

    @Test
    void shouldRefuseFragmentsThatAddUpToTooMuch() {
        final ByteArrayOutputStream wire = new ByteArrayOutputStream();
        frame(wire, 0x01, new byte[LIMIT - 1], 0, LIMIT - 1);
        frame(wire, 0x80, new byte[2], 0, 2);

        channel.writeInbound(Unpooled.wrappedBuffer(wire.toByteArray()));

        assertEquals(List.of(CloseCode.TOO_BIG), sink.codes);
    }

    @Test
    void shouldAllocateNothingPerFrame() throws Exception {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final ByteArrayOutputStream wire = new ByteArrayOutputStream();
        for (int i = 0; i < 20; i++) {
            final byte[] message = text(new SplittableRandom(i), 200).getBytes(StandardCharsets.US_ASCII);
            frame(wire, TEXT, message, 0, message.length);
        }
        final byte[] bytes = wire.toByteArray();
        final ByteBuf whole = Unpooled.directBuffer().writeBytes(bytes);
        final int split = bytes.length / 2;
        final ChannelHandlerContext ctx = channel.pipeline().firstContext();
        sink.keep = false;
        long allocated = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 8; attempt++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 2_000; i++) {
                read(ctx, whole, 0, split);
                read(ctx, whole, split, bytes.length);
            }
            allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertEquals(0, allocated);
        assertEquals(8 * 2_000 * 20, sink.count);
        whole.release();
    }

    private void read(final ChannelHandlerContext ctx, final ByteBuf buffer, final int from, final int to) {
        buffer.setIndex(from, to).retain();
        reader.channelRead(ctx, buffer);
    }

    private void feed(final byte[] bytes, final SplittableRandom random) {
        final List<ByteBuf> given = new ArrayList<>();
        int from = 0;
        while (from < bytes.length) {
            final int length = Math.min(bytes.length - from, 1 + random.nextInt(random.nextBoolean() ? 20 : 5_000));
            final ByteBuf part = (random.nextBoolean() ? Unpooled.directBuffer(length) : Unpooled.buffer(length))
                    .writeBytes(bytes, from, length);
            given.add(part);
            channel.pipeline().fireChannelRead(part);
            from += length;
            if (sink.pending) {
                sink.pending = false;
                reader.resume();
            }
        }
        while (sink.pending) {
            sink.pending = false;
            reader.resume();
        }
        assertTrue(given.stream().allMatch(part -> part.refCnt() == 0));
    }

    private static String text(final SplittableRandom random, final int maxLength) {
        final StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(maxLength + 1); i > 0; i--) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    private static void frame(
            final ByteArrayOutputStream wire, final int first, final byte[] bytes, final int from, final int to) {
        final int length = to - from;
        wire.write(first);
        if (length < 126) {
            wire.write(length);
        } else {
            wire.write(126);
            wire.write(length >> 8);
            wire.write(length);
        }
        wire.write(bytes, from, length);
    }

    private static final class RecordingSink implements FrameSink {
        private final List<String> texts = new ArrayList<>();
        private final List<String> others = new ArrayList<>();
        private final List<Integer> codes = new ArrayList<>();
        private SplittableRandom refusals;
        private int refuseNext;
        private boolean pending;
        private boolean keep = true;
        private int pings;
        private int count;

        @Override
        public boolean onText(final DirectBuffer buffer, final int offset, final int length) {
            if (refuseNext > 0 || refusals != null && refusals.nextInt(10) == 0) {
                refuseNext = Math.max(0, refuseNext - 1);
                pending = true;
                return false;
            }
            count++;
            if (keep) {
                texts.add(buffer.getStringWithoutLengthAscii(offset, length));
            }
            return true;
        }

        @Override
        public void onPing(final DirectBuffer buffer, final int index, final int length) {
            assertEquals("hi", buffer.getStringWithoutLengthAscii(index, length));
            pings++;
        }

        @Override
        public void onCloseFrame(final int code, final String reason) {
            codes.add(code);
        }

        @Override
        public void onViolation(final int code, final String reason) {
            codes.add(code);
        }

        @Override
        public void onEnd() {
            others.add("end");
        }
    }
}
