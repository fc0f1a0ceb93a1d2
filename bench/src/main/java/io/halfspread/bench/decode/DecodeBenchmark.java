package io.halfspread.bench.decode;

import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.codec.hyperliquid.HyperliquidDecoder;
import io.halfspread.gateway.ingress.MarketEventWriter;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One 20 + 20 level book frame, out of 512 in rotation. Ours goes from bytes to the finished SBE message in a ring slot, all
 * of the frame checked; the libraries read the same numbers into arrays of longs and stop there. Left out: the ring, the
 * socket. Topology: one thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecodeBenchmark {
    private final OneSlot ring = new OneSlot();
    private final MarketEventWriter writer = new MarketEventWriter(ring);
    private final HyperliquidDecoder decoder =
            new HyperliquidDecoder(new CoinIndex(List.of("BTC", "ETH", "SOL", "kTEST")));
    private final LibraryReaders libraries = new LibraryReaders();
    private byte[][] frames;
    private UnsafeBuffer[] buffers;
    private int next;

    /** Creates the benchmark; JMH calls it. */
    public DecodeBenchmark() {}

    /**
     * Makes the frames and checks that all readers agree on each.
     *
     * @throws IOException when a library refuses a frame
     */
    @Setup
    public void makeFrames() throws IOException {
        frames = new BookFrames(20_261_123).next();
        buffers = new UnsafeBuffer[frames.length];
        for (int i = 0; i < frames.length; i++) {
            buffers[i] = new UnsafeBuffer(frames[i]);
            next = i;
            final long expected = libraries.databind(frames[i]).sum();
            if (halfspread() != 0
                    || ours().sum() != expected
                    || libraries.streaming(frames[i]).sum() != expected
                    || libraries.fastjson(frames[i]).sum() != expected) {
                throw new IllegalStateException("readers disagree on frame " + i);
            }
        }
    }

    /**
     * Frame to SBE message in a slot.
     *
     * @return the refusal code
     */
    @Benchmark
    public int halfspread() {
        final UnsafeBuffer frame = buffers[next++ & BookFrames.COUNT - 1];
        final int code = decoder.decode(frame, 0, frame.capacity());
        decoder.deliver(writer);
        return code;
    }

    /**
     * Jackson's tree.
     *
     * @return the numbers
     * @throws IOException when the frame is refused
     */
    @Benchmark
    public Object jacksonDatabind() throws IOException {
        return libraries.databind(frames[next++ & BookFrames.COUNT - 1]);
    }

    /**
     * Jackson's token stream.
     *
     * @return the numbers
     * @throws IOException when the frame is refused
     */
    @Benchmark
    public Object jacksonStreaming() throws IOException {
        return libraries.streaming(frames[next++ & BookFrames.COUNT - 1]);
    }

    /**
     * The token stream of fastjson2.
     *
     * @return the numbers
     */
    @Benchmark
    public Object fastjsonStreaming() {
        return libraries.fastjson(frames[next++ & BookFrames.COUNT - 1]);
    }

    private BookNumbers ours() {
        final BookSnapshotDecoder book =
                new BookSnapshotDecoder().wrapAndApplyHeader(ring.slot(), 0, new MessageHeaderDecoder());
        final BookNumbers numbers = new BookNumbers();
        numbers.timeMs = book.venueNs() / 1_000_000;
        for (final BookSnapshotDecoder.BidsDecoder level : book.bids()) {
            numbers.px[numbers.levels] = level.px();
            numbers.sz[numbers.levels] = level.sz();
            numbers.orders[numbers.levels++] = level.orders();
        }
        for (final BookSnapshotDecoder.AsksDecoder level : book.asks()) {
            numbers.px[numbers.levels] = level.px();
            numbers.sz[numbers.levels] = level.sz();
            numbers.orders[numbers.levels++] = level.orders();
        }
        return numbers;
    }
}
