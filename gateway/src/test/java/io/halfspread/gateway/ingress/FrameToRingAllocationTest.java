package io.halfspread.gateway.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.codec.hyperliquid.HyperliquidDecoder;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.MessageHandler;
import io.halfspread.engine.ring.RingReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class FrameToRingAllocationTest {
    private static final int ATTEMPTS = 5;
    private static final int FRAMES = 5_000;

    private final EventRing ring = new EventRing(64);
    private final RingReader reader = ring.newReader();
    private final HyperliquidDecoder decoder = new HyperliquidDecoder(new CoinIndex(List.of("BTC")));
    private final MarketEventWriter writer = new MarketEventWriter(ring);
    private final MessageHandler handler = this::onMessage;
    private long read;

    @Test
    void shouldAllocateNothingFromFrameToRingOnceWarm() {
        final UnsafeBuffer book = frame("{'channel':'l2Book','data':{'coin':'BTC','time':5,'levels':["
                + "[{'px':'10.5','sz':'2','n':3},{'px':'10.4','sz':'1','n':1}],[{'px':'10.6','sz':'0.5','n':9}]]}}");
        final UnsafeBuffer trades =
                frame("{'channel':'trades','data':[{'coin':'BTC','side':'B','px':'1','sz':'1','time':1,"
                        + "'tid':1},{'coin':'BTC','side':'A','px':'1','sz':'1','time':2,'tid':1}]}");
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        run(book, trades);
        long allocated = Long.MAX_VALUE;

        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            run(book, trades);
            allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertEquals(0, allocated);
        assertEquals(3L * FRAMES * (ATTEMPTS + 1), read);
    }

    private void run(final UnsafeBuffer book, final UnsafeBuffer trades) {
        for (int i = 0; i < FRAMES; i++) {
            writer.ingestNs(i);
            decoder.decode(book, 0, book.capacity());
            decoder.deliver(writer);
            decoder.decode(trades, 0, trades.capacity());
            decoder.deliver(writer);
            read += reader.poll(handler, 64);
        }
    }

    private void onMessage(final DirectBuffer buffer, final int offset, final int length, final long sequence) {}

    private static UnsafeBuffer frame(final String frame) {
        return new UnsafeBuffer(frame.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
