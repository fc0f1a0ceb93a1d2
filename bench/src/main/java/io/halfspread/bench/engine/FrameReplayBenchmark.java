package io.halfspread.bench.engine;

import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.gateway.frames.FrameInputs;
import io.halfspread.sim.SyntheticSession;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One pass over a plain-text file of raw frames in one thread: lines found, frames decoded and checked, events encoded as SBE
 * messages. {@code bytes} is bytes of the file per second, {@code events} events per second. The file, ten synthetic minutes,
 * lies in the page cache. Leaves out decompression and the engine, which {@link EngineReplayBenchmark} measures.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FrameReplayBenchmark {
    private static final long SEED = 7;
    private static final int SECONDS = 600;

    private Path file;

    /** Creates the benchmark; JMH calls it. */
    public FrameReplayBenchmark() {}

    /** What was read, for JMH to turn into rates. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Read {
        /** Bytes of all passes. */
        public long bytes;

        /** Events of all passes. */
        public long events;

        /** Creates the counters; JMH calls it. */
        public Read() {}
    }

    /**
     * Writes the file.
     *
     * @throws IOException when there is no room for it
     */
    @Setup
    public void write() throws IOException {
        file = Files.createTempFile("halfspread-frames", ".txt");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            SyntheticSession.write(out, SEED, SECONDS, "HYPE", 2, 40);
        }
    }

    /**
     * Removes the file.
     *
     * @throws IOException when it cannot be removed
     */
    @TearDown
    public void remove() throws IOException {
        Files.delete(file);
    }

    /**
     * One pass.
     *
     * @param read gets the counts
     * @return depends on every event
     * @throws IOException when the file cannot be read
     */
    @Benchmark
    public long frames(final Read read) throws IOException {
        long sum = 0;
        try (FrameInputs inputs = new FrameInputs(List.of(file), new CoinIndex(List.of("HYPE")))) {
            while (inputs.next()) {
                sum += inputs.length() + inputs.ingestNs();
                read.events++;
            }
            read.bytes += inputs.bytesRead();
        }
        return sum;
    }
}
