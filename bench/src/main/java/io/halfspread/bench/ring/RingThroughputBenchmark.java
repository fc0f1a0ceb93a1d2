package io.halfspread.bench.ring;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Messages a second from one thread to another that only reads them; the writer waits whenever the reader is behind. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(2)
public class RingThroughputBenchmark {
    private static final Long MESSAGE = 42L;

    /**
     * One message over an event ring.
     *
     * @param drain the ring and its reader
     */
    @Benchmark
    public void ring(final RingDrain drain) {
        drain.publish(MESSAGE);
    }

    /**
     * One message over an array-blocking queue that is polled.
     *
     * @param drain the queue and its reader
     */
    @Benchmark
    public void arrayBlockingQueue(final QueueDrain drain) {
        drain.publish(MESSAGE);
    }
}
