package io.halfspread.codec.hyperliquid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class DecoderAllocationTest {
    private static final int WARM_UP = 300;
    private static final int MEASURED = 500;
    private static final int ATTEMPTS = 5;

    @Test
    void shouldAllocateNothingOnceWarm() throws Exception {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final HyperliquidDecoder decoder = new HyperliquidDecoder(new CoinIndex(GoldenFrames.COINS));
        final CountingListener listener = new CountingListener();
        final List<UnsafeBuffer> frames = new ArrayList<>();
        for (final String frame : GoldenFrames.all()) {
            frames.add(new UnsafeBuffer(frame.getBytes(StandardCharsets.UTF_8)));
        }
        final UnsafeBuffer[] inputs = frames.toArray(new UnsafeBuffer[0]);
        run(decoder, listener, inputs, WARM_UP);

        // What a frame allocates shows in every attempt; what the JVM itself does once shows in one.
        long allocated = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            run(decoder, listener, inputs, MEASURED);
            allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertEquals(0, allocated);
        assertTrue(listener.events > MEASURED);
    }

    private static void run(
            final HyperliquidDecoder decoder,
            final VenueListener listener,
            final UnsafeBuffer[] frames,
            final int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < frames.length; i++) {
                decoder.decode(frames[i], 0, frames[i].capacity());
                decoder.deliver(listener);
            }
        }
    }

    private static final class CountingListener implements VenueListener {
        private long events;

        @Override
        public boolean onBook(final int i, final long ns, final boolean fast, final BookSide b, final BookSide a) {
            return ++events > 0;
        }

        @Override
        public boolean onBbo(final int instrument, final long venueNs, final BookSide bid, final BookSide ask) {
            return ++events > 0;
        }

        @Override
        public boolean onTrades(final FrameList<VenueTrade> trades) {
            return ++events > 0;
        }

        @Override
        public boolean onMid(final int instrument, final long px) {
            return ++events > 0;
        }

        @Override
        public boolean onAssetContext(final VenueContext context) {
            return ++events > 0;
        }

        @Override
        public boolean onOrderUpdate(final VenueOrderUpdate update) {
            return ++events > 0;
        }

        @Override
        public boolean onFill(final VenueFill fill) {
            return ++events > 0;
        }

        @Override
        public boolean onFunding(final VenueFunding funding) {
            return ++events > 0;
        }

        @Override
        public boolean onNotice(final UserNotice notice) {
            return ++events > 0;
        }

        @Override
        public boolean onResponse(final VenueResponse response) {
            return ++events > 0;
        }

        @Override
        public boolean onVenueError(final BoundedText text) {
            return ++events > 0;
        }
    }
}
